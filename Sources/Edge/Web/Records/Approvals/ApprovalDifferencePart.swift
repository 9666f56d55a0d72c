import Kernel
import Records

/// Side by side: the version in force, or nothing, and the very version that is asked about.
struct ApprovalDifferencePart: Sendable {
    let type: RecordType
    let before: RecordVersion?
    let asked: RecordValues
    let version: Int64
    let names: RecordNames
    let reader: RecordAuthor
    let currency: Currency

    private var changes: [FieldChange] { FieldChange.between(before?.values ?? [:], asked, type) }

    var html: HTML {
        let changes = changes
        let shown = type.fields.filter { reader.may(.view, type, $0) && asked[$0.id] != nil }
        let same = before == nil ? [] : shown.filter { field in !changes.contains { $0.field.id == field.id } }
        return card(
            before == nil
                ? Text(zh: "申请内容", en: "What is asked") : Text(zh: "与生效版本对比", en: "Against the version in force"),
            note: before == nil
                ? Text(zh: "尚无生效版本，以下为全部内容。", en: "Nothing is in force yet: this is all of it.")
                : Text(zh: "\(changes.count) 处变化", en: "\(changes.count) changes")
        ) {
            if before == nil {
                dl(.class("record-facts")) {
                    for change in changes { whole(change.field, change.after) }
                }
            } else {
                if changes.isEmpty {
                    p(.class("quiet")) { Text(zh: "内容与生效版本相同。", en: "Nothing differs from the version in force.") }
                } else {
                    sides(changes)
                }
                if !same.isEmpty {
                    details(.class("same-fields")) {
                        summary { Text(zh: "其余 \(same.count) 项未变", en: "\(same.count) other fields are the same") }
                        dl(.class("record-facts")) { for field in same { whole(field, asked[field.id]) } }
                    }
                }
            }
        }
    }

    private func whole(_ field: RecordField, _ value: RecordValue?) -> HTML {
        div(.class("record-wide").when(field.kind == .longText)) {
            dt { field.name }
            dd { RecordCell(field: field, value: value, names: names, currency: currency).html }
        }
    }

    private func sides(_ changes: [FieldChange]) -> HTML {
        div(.class("sides"), .role("table"), .label(Text(zh: "差异", en: "Differences"))) {
            div(.class("sides-head"), .role("row")) {
                span(.role("columnheader")) { Text(zh: "字段", en: "Field") }
                span(.role("columnheader")) {
                    Text(zh: "生效中 · 第 \(before?.version ?? 0) 版", en: "In force · version \(before?.version ?? 0)")
                }
                span(.role("columnheader")) { Text(zh: "申请 · 第 \(version) 版", en: "Asked · version \(version)") }
            }
            for change in changes {
                div(.class("sides-row"), .role("row")) {
                    strong(.role("rowheader")) { change.field.name }
                    side(change, isAfter: false)
                    side(change, isAfter: true)
                }
            }
        }
    }

    private func side(_ change: FieldChange, isAfter: Bool) -> HTML {
        div(.class(isAfter ? "side side-after" : "side side-before"), .role("cell")) {
            span(.class("side-name"), .ariaHidden) {
                isAfter ? Text(zh: "申请", en: "Asked") : Text(zh: "生效中", en: "In force")
            }
            if case .text(let old) = change.before, case .text(let new) = change.after, isProse(change.field) {
                prose(isAfter ? TextDifference(old, new).after : TextDifference(old, new).before, isAfter)
            } else {
                RecordCell(
                    field: change.field, value: isAfter ? change.after : change.before, names: names,
                    currency: currency
                ).html
                if isAfter { step(change) }
            }
        }
    }

    private func isProse(_ field: RecordField) -> Bool {
        switch field.kind {
        case .text, .longText: true
        default: false
        }
    }

    private func prose(_ parts: [TextDifference.Part], _ isAfter: Bool) -> HTML {
        div(.class("long-text")) {
            for part in parts {
                switch part {
                case .same(let text): text
                case .changed(let text): element(isAfter ? "ins" : "del", []) { text }
                }
            }
        }
    }

    /// By how much an amount or a number moved.
    @HTMLBuilder
    private func step(_ change: FieldChange) -> HTML {
        switch (change.field.kind, change.before, change.after) {
        case (.money, .whole(let old), .whole(let new)):
            p(.class("cell-sub num")) { ApprovalBriefPart.change(from: old, to: new, currency) }
        case (.number, .number(let old), .number(let new)) where old != 0:
            p(.class("cell-sub num")) { Figure.change((new - old) / abs(old)) }
        default: HTML()
        }
    }
}
