import Kernel
import Planning
import Records

/// What differs between two handbooks.
struct HandbookComparePart {
    let comparison: HandbookComparison
    let old: Text
    let new: Text
    let editions: [HandbookEdition]
    let number: Int64
    let other: Int64

    var html: HTML {
        div(.class("stack")) {
            if editions.count > 1 { chooser }
            card(
                Text(
                    zh:
                        "新增 \(comparison.count(.added))，变更 \(comparison.count(.changed))，移出 \(comparison.count(.removed))",
                    en:
                        "\(comparison.count(.added)) added, \(comparison.count(.changed)) changed, \(comparison.count(.removed)) taken out"
                )
            ) { Self.list(comparison) }
        }
    }

    private var chooser: HTML {
        queryForm("\(HandbookPages.path)/\(number)/compare", .class("filter-bar")) {
            select(.class("form-select"), .name("with"), .label(Text(zh: "与哪一版对比", en: "Compare with"))) {
                for edition in editions where edition.record.number != number {
                    option(
                        .value(String(edition.record.number)),
                        .attribute("selected", "").when(edition.record.number == other)
                    ) { "\(edition.record.title) \(edition.number)" }
                }
            }
            button(.class("btn"), .type("submit")) { Text(zh: "对比", en: "Compare") }
        }
    }

    static func list(_ comparison: HandbookComparison) -> HTML {
        if comparison.changes.isEmpty {
            return p(.class("quiet")) { Text(zh: "没有差异。", en: "No differences.") }
        }
        return ul(.class("book-diff")) {
            for change in comparison.changes {
                li {
                    div(.class("book-diff-head")) {
                        mark(change.kind)
                        span(.class("record-code")) { change.code }
                        strong { change.title }
                        span(.class("quiet")) { change.group }
                    }
                    if !change.facts.isEmpty { facts(change) }
                }
            }
        }
    }

    private static func mark(_ kind: HandbookComparison.Change.Kind) -> HTML {
        switch kind {
        case .added: badge(Text(zh: "新增", en: "Added"), .good)
        case .removed: badge(Text(zh: "移出", en: "Taken out"), .bad)
        case .changed: badge(Text(zh: "变更", en: "Changed"), .attention)
        }
    }

    private static func facts(_ change: HandbookComparison.Change) -> HTML {
        dl(.class("diff")) {
            for fact in change.facts {
                dt { fact.name }
                dd {
                    element("del", []) { fact.before ?? Text(zh: "（空）", en: "(empty)") }
                    icon("arrow-right")
                    element("ins", []) { fact.after ?? Text(zh: "（空）", en: "(empty)") }
                }
            }
        }
    }
}
