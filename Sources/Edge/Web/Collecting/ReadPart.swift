import Collecting
import Kernel

/// What the first rows become.
struct ReadPart {
    let field: TargetField
    let reading: MappingReading
    var isSwap = false

    private static let samples = 3

    var html: HTML {
        div(.id("read-" + field.id), .class("read"), .attribute("data-hx-swap-oob", "true").when(isSwap)) {
            if let cells = reading.rehearsal.cells[field.id] {
                for cell in samples(cells) { line(cell) }
                troubles(cells)
                unknown
            }
        }
    }

    /// Different ones, with one that cannot be read among them where there is any.
    private func samples(_ cells: [Rehearsal.Cell]) -> [Rehearsal.Cell] {
        var seen: Set<Rehearsal.Cell> = []
        let different = cells.filter { $0.raw != nil && seen.insert($0).inserted }
        let bad = different.first { $0.trouble != nil }
        return Array(different.filter { $0.trouble == nil }.prefix(bad == nil ? Self.samples : Self.samples - 1))
            + [bad].compactMap { $0 }
    }

    private func line(_ cell: Rehearsal.Cell) -> HTML {
        let raw = MappingReading.short(cell.raw ?? "")
        return div(.class("read-line")) {
            if let value = cell.value.map(reading.text) {
                if value != Text(verbatim: raw) {
                    span(.class("quiet")) { raw }
                    span(.class("arrow"), .ariaHidden) { "→" }
                }
                span { value }
            } else if let trouble = cell.trouble {
                span { raw }
                span(.class("arrow"), .ariaHidden) { "→" }
                span(.class("bad-text")) { trouble.text }
            } else {
                span(.class("quiet")) { raw }
                span(.class("arrow"), .ariaHidden) { "→" }
                span(.class("quiet")) { Text(zh: "空", en: "empty") }
            }
        }
    }

    private func troubles(_ cells: [Rehearsal.Cell]) -> HTML {
        let bad = cells.indices.filter { cells[$0].trouble != nil }
        guard let first = bad.first else { return HTML() }
        let rows = bad.prefix(3).map { String(reading.rehearsal.rowNumbers[$0]) }
        let isEmpty = cells[first].raw == nil
        return p(.class("field-problem")) {
            icon("alert-triangle")
            span {
                Text(
                    zh:
                        "前 \(cells.count) 行中有 \(bad.count) 行\(isEmpty ? "缺少必填值" : "无法读取")（第 \(rows.joined(separator: "、")) 行\(bad.count > 3 ? "等" : "")）",
                    en:
                        "\(bad.count) of the first \(cells.count) rows \(isEmpty ? "lack this required value" : "cannot be read") (row \(rows.joined(separator: ", "))\(bad.count > 3 ? " …" : ""))"
                )
            }
        }
    }

    private var unknown: HTML {
        guard case .reference(let reference) = field.kind, let codes = reading.rehearsal.unknownCodes[reference] else {
            return HTML()
        }
        let shown = codes.prefix(3).joined(separator: "、")
        let more = codes.count > 3
        return p(.class("cell-sub")) {
            reading.mapping.policy(reference) == .stub
                ? Text(
                    zh: "\(codes.count) 个编码还没有档案（\(shown)\(more ? " 等" : "")），导入时自动新建。",
                    en:
                        "\(codes.count) codes have no entry yet (\(codes.prefix(3).joined(separator: ", "))\(more ? " …" : "")); entries will be made."
                )
                : Text(
                    zh: "\(codes.count) 个编码没有档案（\(shown)\(more ? " 等" : "")），相应的行会被隔离。",
                    en:
                        "\(codes.count) codes have no entry (\(codes.prefix(3).joined(separator: ", "))\(more ? " …" : "")); their rows will be quarantined."
                )
        }
    }
}
