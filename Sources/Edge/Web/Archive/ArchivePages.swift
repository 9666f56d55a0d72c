import Kernel
import Planning
import Records
import Store

/// Ended adjustments, kept for good: found by words, opened whole, offered as precedents (AR-01).
enum ArchivePages {
    static let path = "/plan/archive"
    static let title = Text(zh: "存档备查", en: "Archive")

    static func routes(_ desk: RecordDesk) -> [Route] {
        guard desk.records.catalog.type("adjustment_plan") != nil else { return [] }
        return [
            .get(path, .allowed(.view, .plan), menu: MenuEntry(.plan, title, order: 30)) { visit in
                .page(try await list(visit, desk))
            },
            .get(path + "/:number", .allowed(.view, .plan)) { visit in .page(try await one(visit, desk)) },
        ]
    }

    static func path(_ past: ArchiveCase) -> String { "\(path)/\(past.number)" }

    private static func list(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let store = ArchiveStore(desk.records)
        let words = visit.query.text("q")
        let cases =
            try await words.isEmpty
            ? desk.records.store.read { db in try store.all(db, for: reader) } : store.search(words, for: reader)
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "了结的调整方案连同依据、审批、修改过程与结果原样保存，任何人都不能改动。",
                en:
                    "Adjustments that have ended, with evidence, approvals, history and results. Nobody can change them."
            )
        ) {
            div(.class("stack")) {
                if !cases.isEmpty || !words.isEmpty { searchForm(words) }
                card(flush: !cases.isEmpty) {
                    if cases.isEmpty { empty(words) } else { table(cases) }
                }
            }
        }
    }

    private static func searchForm(_ words: String) -> HTML {
        queryForm(path, .class("filter-bar"), .role("search")) {
            div(.class("search-box")) {
                icon("search")
                input(
                    .class("form-control"), .type("search"), .name("q"), .value(words),
                    .label(Text(zh: "搜索存档", en: "Search the archive")),
                    .placeholder(Text(zh: "搜索存档", en: "Search the archive")))
            }
            button(.class("btn"), .type("submit")) { Text(zh: "搜索", en: "Search") }
        }
    }

    private static func empty(_ words: String) -> HTML {
        words.isEmpty
            ? emptyState(
                "archive", Text(zh: "还没有存档", en: "Nothing archived yet"),
                Text(
                    zh: "调整方案执行后填写结果评价并“了结”，就会自动存入这里。",
                    en: "An adjustment comes here by itself when its outcome is written and it is closed.")
            ) {
                a(.class("btn"), .href(RecordDesk.path(.adjustmentPlan))) { Text(zh: "查看调整方案", en: "Adjustments") }
            }
            : emptyState(
                "search", Text(zh: "没有找到“\(words)”", en: "Nothing found for \(words)"),
                Text(zh: "换一个词试试；一个汉字也可以搜索。", en: "Try another word, or only its beginning."))
    }

    private static func table(_ cases: [ArchiveCase]) -> HTML {
        DataTable(
            title, rows: cases,
            columns: [
                .init(Text(zh: "调整方案", en: "Adjustment")) { past in
                    a(.class("record-link"), .href(path(past))) {
                        span(.class("record-code")) { past.code }
                        past.title
                    }
                },
                .init(Text(zh: "触发原因", en: "Trigger")) { fact($0, "trigger") },
                .init(Text(zh: "结果评价", en: "Outcome")) { fact($0, "outcome") },
                .init(Text(zh: "了结日期", en: "Closed on")) { past in span(.class("num")) { past.closedOn.description } },
            ]
        ).html
    }

    private static func fact(_ past: ArchiveCase, _ id: String) -> Text {
        past.facts.first { $0.field == id }?.value ?? Text(verbatim: "–")
    }

    private static func one(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let number = try visit.number("number")
        let past = try await desk.records.store.read { db in
            try ArchiveStore(desk.records).one(db, number: number, for: reader)
        }
        var page = Page(
            Text(verbatim: past.title), pretitle: title + Text(verbatim: " · \(past.code) · \(past.closedOn)")
        ) {
            div(.class("record-columns")) {
                card {
                    dl(.class("record-facts")) {
                        for fact in past.facts {
                            div(.class("record-wide").when(fact.isLong)) {
                                dt { fact.name }
                                dd(.class("long-text")) { fact.value }
                            }
                        }
                    }
                }
                div(.class("stack")) {
                    card(Text(zh: "审批", en: "Approvals")) { approvals(past) }
                    card(Text(zh: "修改过程", en: "History")) { steps(past) }
                    if !past.files.isEmpty {
                        card(Text(zh: "附件", en: "Files")) {
                            ul(.class("plain-list")) {
                                for file in past.files {
                                    li {
                                        file.name
                                        span(.class("quiet num")) { String(file.hash.prefix(12)) }
                                    }
                                }
                            }
                        }
                    }
                    if !past.comments.isEmpty {
                        card(Text(zh: "讨论", en: "Discussion")) {
                            for comment in past.comments { p(.class("long-text")) { comment } }
                        }
                    }
                }
            }
        }
        .actions {
            a(.class("btn"), .href(RecordDesk.path(.adjustmentPlan) + "/\(number)")) {
                Text(zh: "原记录", en: "The record")
            }
        }
        page.marked = path
        return page
    }

    private static func approvals(_ past: ArchiveCase) -> HTML {
        ul(.class("plain-list")) {
            for approval in past.approvals {
                li {
                    strong { approval.state }
                    for decision in approval.decisions { span(.class("quiet")) { decision } }
                }
            }
        }
    }

    private static func steps(_ past: ArchiveCase) -> HTML {
        ol(.class("history")) {
            for step in past.steps {
                li {
                    div(.class("history-head")) {
                        strong { RecordPage.action(step.action, .adjustmentPlan) }
                        span(.class("quiet")) { RecordPage.person(step.author) }
                        span(.class("quiet num")) { String(step.at.prefix(10)) }
                    }
                    if let reason = step.reason { p(.class("cell-sub")) { reason } }
                }
            }
        }
    }

    /// Beside a new case: what was done before in cases like it, what came of it, and why they are thought alike.
    static func precedents(_ found: [ArchiveStore.Precedent]) -> HTML {
        ul(.class("plain-list")) {
            for precedent in found {
                li {
                    a(.class("record-link"), .href(path(precedent.past))) {
                        span(.class("record-code")) { precedent.past.code }
                        precedent.past.title
                    }
                    span { fact(precedent.past, "outcome") }
                    for reason in precedent.reasons { span(.class("quiet small")) { reason } }
                }
            }
        }
    }
}
