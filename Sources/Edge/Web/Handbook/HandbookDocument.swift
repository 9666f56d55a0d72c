import Kernel
import Planning
import Records

/// The handbook as a document: cover, contents, change points, numbered chapters. On paper each chapter begins a page.
struct HandbookDocument {
    let record: Record
    let edition: HandbookEdition?
    let isFrozen: Bool
    let content: HandbookContent
    let earlier: HandbookEdition?
    /// The content of the version before, as far as the reader may see it.
    let old: HandbookContent?
    let reading: HandbookReading?
    let names: RecordNames
    let company: Text
    let currency: Currency
    let visit: Visit

    var html: HTML {
        article(.class("handbook")) {
            link(.attribute("rel", "stylesheet"), .href(HandbookPages.path(record) + "/paper.css"))
            element("script", [.type("module"), .src(asset: "handbook.js")])
            cover
            contents
            changes
            for chapter in content.chapters { html(chapter) }
            if content.isEmpty {
                card {
                    emptyState(
                        "book", Text(zh: "还没有可以汇编的内容", en: "Nothing to put together yet"),
                        Text(
                            zh: "手册只收已批准或生效的内容。请先让战略规划、目标或预算生效。",
                            en:
                                "A handbook holds what is approved or in use. Put a strategy plan, goals or a budget into force first."
                        ))
                }
            }
            if reading != nil || edition != nil { confirmation }
        }
    }

    private var cover: HTML {
        header(.class("book-cover")) {
            p(.class("book-company")) { company }
            h2(.class("book-title")) { record.title }
            p(.class("book-number")) {
                edition.map { Text(zh: "第 \($0.number) 版", en: "Version \($0.number)") }
                    ?? (isFrozen
                        ? Text(zh: "送审稿（内容已冻结）", en: "Draft for approval (content frozen)")
                        : Text(zh: "预览（内容随记录变化）", en: "Preview (follows the records)"))
            }
            dl(.class("book-facts")) {
                fact("effective_on")
                fact("department")
                fact("scope")
                fact("departments")
                fact("owner")
                div {
                    dt { Text(zh: "密级", en: "Confidentiality") }
                    dd { Self.secrecy(of: record) }
                }
                if let edition {
                    div {
                        dt { Text(zh: "发布时间", en: "Published") }
                        dd(.class("num")) { Figure.moment(edition.releasedAt, in: visit.app.zone) }
                    }
                    div {
                        dt { Text(zh: "内容校验码", en: "Checksum") }
                        dd(.class("num book-hash")) { String(edition.hash.prefix(16)) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func fact(_ id: String) -> HTML {
        if let field = record.type.field(id), record[id] != nil {
            div {
                dt { field.name }
                dd { RecordCell(field: field, value: record[id], names: names, currency: currency).html }
            }
        }
    }

    /// On the screen with the number of entries, on paper with the page (`handbook.js` counts it).
    private var contents: HTML {
        nav(.class("book-contents"), .label(Text(zh: "目录", en: "Contents"))) {
            h2 { Text(zh: "目录", en: "Contents") }
            ol {
                entry("changes", "", Text(zh: "变更要点", en: "Change points"), count: nil)
                for chapter in content.chapters {
                    entry(
                        "c-\(chapter.number)", chapter.number, chapter.title,
                        count: chapter.groups.reduce(0) { $0 + $1.items.count })
                    for group in chapter.groups {
                        entry("g-\(group.number)", group.number, group.title, count: group.items.count, isPart: true)
                    }
                }
            }
        }
    }

    private func entry(_ place: String, _ number: String, _ title: Text, count: Int?, isPart: Bool = false) -> HTML {
        li(.class("book-part").when(isPart)) {
            a(.href("#\(place)")) {
                if !number.isEmpty {
                    span(.class("num")) { number }
                    " "
                }
                title
            }
            span(.class("quiet")) {
                if let count { span(.class("book-count")) { Text(zh: "\(count) 项", en: "\(count)") } }
                span(.class("book-page num"), .attribute("data-page-of", place)) { "" }
            }
        }
    }

    private var changes: HTML {
        section(.class("book-changes"), .id("changes")) {
            h2 { Text(zh: "变更要点", en: "Change points") }
            p(.class("long-text")) { record.text("change_points") ?? "" }
            if let old, let earlier {
                let comparison = HandbookComparison(from: old, to: content)
                h3 {
                    Text(
                        zh:
                            "与 \(earlier.number) 相比：新增 \(comparison.count(.added))，变更 \(comparison.count(.changed))，移出 \(comparison.count(.removed))",
                        en:
                            "Against \(earlier.number): \(comparison.count(.added)) added, \(comparison.count(.changed)) changed, \(comparison.count(.removed)) taken out"
                    )
                }
                HandbookComparePart.list(comparison)
            } else {
                p(.class("quiet")) { Text(zh: "这是第一版。", en: "This is the first version.") }
            }
        }
    }

    private func html(_ chapter: HandbookContent.Chapter) -> HTML {
        section(.class("book-chapter"), .id("c-\(chapter.number)")) {
            h2 {
                span(.class("book-no")) { chapter.number }
                chapter.title
            }
            for group in chapter.groups {
                h3(.id("g-\(group.number)")) {
                    span(.class("book-no")) { group.number }
                    group.title
                }
                for item in group.items { html(item) }
            }
        }
    }

    private func html(_ item: HandbookContent.Item) -> HTML {
        div(.class("book-item")) {
            h4 {
                span(.class("book-no")) { item.number }
                item.title
            }
            p(.class("book-meta")) {
                "\(item.code) · "
                item.state
                if let approval = item.approval { Text(zh: " · 批准：\(approval)", en: " · approved by \(approval)") }
            }
            dl(.class("book-item-facts")) {
                for fact in item.facts {
                    div(.class("record-wide").when(fact.isLong)) {
                        dt { fact.name }
                        dd(.class("long-text")) { fact.value }
                    }
                }
            }
        }
    }

    private var confirmation: HTML {
        section(.class("book-confirm d-print-none")) {
            if let at = reading?.confirmedAt {
                badge(Text(zh: "您已确认阅读", en: "You have confirmed"), .good)
                span(.class("quiet num")) { Figure.moment(at, in: visit.app.zone) }
            } else if edition != nil {
                postForm(HandbookPages.path(record) + "/confirm") {
                    button(.class("btn btn-primary"), .type("submit")) {
                        icon("check")
                        Text(zh: "我已阅读并知悉", en: "I have read this")
                    }
                }
                if let reading {
                    span(.class("quiet")) {
                        Text(zh: "请在 \(reading.dueOn) 前确认", en: "Please confirm by \(reading.dueOn)")
                    }
                }
            }
        }
    }

    static func secrecy(of record: Record) -> Text {
        record.type.field("secrecy")?.kind.choiceList.first { $0.id == record.text("secrecy") ?? "internal" }?.name
            ?? Text(verbatim: "")
    }
}
