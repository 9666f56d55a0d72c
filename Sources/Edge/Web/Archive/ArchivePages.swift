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
            .get(path + "/:number", .allowed(.view, .plan)) { visit in
                .page(try await one(visit, desk, .adjustmentPlan))
            },
            .post(path + "/:number/practice", .allowed(.edit, .campaign)) { visit in
                try await learn(visit, desk, .adjustmentPlan)
            },
            .get(path + "/reviews/:number", .allowed(.view, .plan)) { visit in
                .page(try await one(visit, desk, .incidentReview))
            },
            .post(path + "/reviews/:number/practice", .allowed(.edit, .campaign)) { visit in
                try await learn(visit, desk, .incidentReview)
            },
        ]
    }

    static func path(_ past: ArchiveCase) -> String { path(past.type, past.number) }
    static func path(_ type: RecordType, _ number: Int64) -> String {
        type.id == RecordType.incidentReview.id ? "\(path)/reviews/\(number)" : "\(path)/\(number)"
    }

    private static func list(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let words = visit.query.text("q")
        let slice = PageOfList(visit.query, size: 25)
        let found = try await desk.records.store.read { db in
            let found = try ArchiveStore(desk.records).cases(
                db, words, from: slice.offset, limit: slice.size, for: reader)
            return (
                found.cases, found.total, try PracticeStore(desk.records).made(db, from: found.cases, for: reader)
            )
        }
        let (cases, total, practices) = found
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "了结的调整方案与定稿的事件复盘，连同依据、审批、修改过程与结果原样保存，任何人都不能改动。",
                en:
                    "Adjustments that have ended and reviews of incidents, with evidence, approvals, history and results. Nobody can change them."
            )
        ) {
            div(.class("stack")) {
                if !cases.isEmpty || !words.isEmpty { searchForm(words) }
                card(flush: !cases.isEmpty) {
                    if cases.isEmpty { empty(words) } else { table(cases, practices) }
                }
                slice.links(total: total, visit)
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
                    zh: "调整方案执行后填写结果评价并“了结”，或事件复盘定稿后，就会自动存入这里。",
                    en:
                        "An adjustment comes here by itself when its outcome is written and it is closed, a review of an incident when it is final."
                )
            ) {
                a(.class("btn"), .href(RecordDesk.path(.adjustmentPlan))) { Text(zh: "查看调整方案", en: "Adjustments") }
            }
            : emptyState(
                "search", Text(zh: "没有找到“\(words)”", en: "Nothing found for \(words)"),
                Text(zh: "换一个词试试；一个汉字也可以搜索。", en: "Try another word, or only its beginning."))
    }

    private static func table(_ cases: [ArchiveCase], _ practices: [String: Record]) -> HTML {
        DataTable(
            title, rows: cases,
            columns: [
                .init(Text(zh: "案例", en: "Case")) { past in
                    a(.class("record-link"), .href(path(past))) {
                        span(.class("record-code")) { past.code }
                        past.title
                    }
                },
                .init(Text(zh: "触发原因", en: "Trigger")) { fact($0, "trigger") },
                .init(Text(zh: "结果评价", en: "Outcome")) { fact($0, "outcome") },
                .init(Text(zh: "提炼的经验", en: "Practice")) { past in
                    if let practice = practices[past.code] {
                        a(.class("record-link"), .href(RecordDesk.path(practice))) {
                            span(.class("record-code")) { practice.code }
                            practice.stateName
                        }
                    }
                },
                .init(Text(zh: "了结日期", en: "Closed on")) { past in span(.class("num")) { past.closedOn.description } },
            ]
        ).html
    }

    private static func fact(_ past: ArchiveCase, _ id: String) -> Text {
        past.facts.first { $0.field == id }?.value ?? Text(verbatim: "–")
    }

    private static func one(_ visit: Visit, _ desk: RecordDesk, _ type: RecordType) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let number = try visit.number("number")
        let (past, practice, isWorthy) = try await desk.records.store.read { db in
            let past = try ArchiveStore(desk.records).one(db, type, number: number, for: reader)
            let practices = PracticeStore(desk.records)
            return (
                past, try practices.made(db, from: [past], for: reader)[past.code], try practices.isWorthy(db, past)
            )
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
                    if practice != nil || isWorthy, reader.may(.view, .bestPractice) {
                        card(Text(zh: "最佳实践", en: "Best practice")) { lesson(past, practice, visit) }
                    }
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
            a(.class("btn"), .href(RecordDesk.path(type) + "/\(number)")) {
                Text(zh: "原记录", en: "The record")
            }
        }
        page.marked = path
        return page
    }

    private static func learn(_ visit: Visit, _ desk: RecordDesk, _ type: RecordType) async throws -> Reply {
        let practice = try await PracticeStore(desk.records).make(
            from: try visit.number("number"), of: type, in: visit.language, by: try RecordDesk.author(visit))
        return Reply.redirect(to: RecordDesk.path(practice)).flashing(
            Text(
                zh: "\(practice.code) 已在最佳实践库中。请补充适用与不适用的情形，再“确认有效”。",
                en: "\(practice.code) is in the library. Say where it applies and where it fails, then verify it."))
    }

    /// What was learnt from the case, or how to keep it.
    private static func lesson(_ past: ArchiveCase, _ practice: Record?, _ visit: Visit) -> HTML {
        div(.class("stack-tight")) {
            if let practice {
                a(.class("record-link"), .href(RecordDesk.path(practice))) {
                    span(.class("record-code")) { practice.code }
                    practice.title
                }
                span(.class("quiet")) { practice.stateName }
            } else {
                p(.class("quiet")) {
                    Text(
                        zh: "提炼成最佳实践后，相似的新方案会看到它。",
                        en: "Kept as a best practice, it is shown beside new plans like it.")
                }
                if visit.may(.edit, .campaign) {
                    postForm(path(past) + "/practice") {
                        button(.class("btn"), .type("submit")) {
                            icon("bulb")
                            Text(zh: "提炼为最佳实践", en: "Keep as a best practice")
                        }
                    }
                }
            }
        }
    }

    /// Beside something new: what has worked in the like, and why it may suit.
    static func practices(_ found: [PracticeStore.Suited]) -> HTML {
        ul(.class("plain-list")) {
            for one in found {
                li {
                    a(.class("record-link"), .href(RecordDesk.path(one.practice))) {
                        span(.class("record-code")) { one.practice.code }
                        one.practice.title
                    }
                    RecordListPart.state(one.practice)
                    for reason in one.reasons { span(.class("quiet small")) { reason } }
                }
            }
        }
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
                        strong { RecordPage.action(step.action, past.type) }
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
