import Kernel
import Records

/// An area's types with how many records each has, and the search over all of them.
enum AreaPages {
    static func routes(_ desk: RecordDesk) -> [Route] {
        let areas = desk.areas.enumerated().map { index, area in
            Route.get(
                RecordDesk.path(area), .allowed(.view, .plan), menu: MenuEntry(.plan, area.name, order: 20 + index)
            ) { visit in .page(try await page(area, visit, desk)) }
        }
        return areas + [
            .get("/plan/search", .allowed(.view, .plan)) { visit in .page(try await search(visit, desk)) },
            .get("/plan/mentions", .signedIn) { visit in .page(try await mentions(visit, desk)) },
        ]
    }

    private static func page(_ area: RecordArea, _ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let types = area.types.filter { reader.may(.view, $0) }
        var counts: [String: [String: Int]] = [:]
        for type in types { counts[type.id] = try await desk.records.counts(type, RecordQuery(), by: nil, for: reader) }
        return Page(area.name, pretitle: Step.plan.name) {
            searchForm(visit)
            analyses(area, visit)
            div(.class("type-grid")) {
                for type in types { tile(type, counts[type.id] ?? [:]) }
            }
        }
    }

    /// Pages that draw or compute something from the area's records.
    private static func analyses(_ area: RecordArea, _ visit: Visit) -> HTML {
        let analyses = Analysis.of(area)
        if analyses.isEmpty { return HTML() }
        return div(.class("type-grid analyses")) {
            for analysis in analyses {
                a(.class("type-tile"), .href(analysis.path)) {
                    span(.class("type-head")) {
                        strong {
                            icon(analysis.icon)
                            analysis.title
                        }
                    }
                    span(.class("type-meaning")) { analysis.meaning }
                }
            }
        }
    }

    private static func tile(_ type: RecordType, _ counts: [String: Int]) -> HTML {
        let total = counts.values.reduce(0, +)
        return a(.class("type-tile"), .href(RecordDesk.path(type))) {
            span(.class("type-head")) {
                strong { type.name }
                span(.class("num")) { total }
            }
            span(.class("type-meaning")) { type.meaning }
            span(.class("mark-row")) {
                for state in type.states.states where counts[state.id] != nil {
                    RecordCell.tone(state.name + Text(verbatim: " \(counts[state.id] ?? 0)"), state.tone)
                }
            }
        }
    }

    private static func searchForm(_ visit: Visit) -> HTML {
        queryForm("/plan/search", .class("filter-bar"), .role("search")) {
            div(.class("search-box")) {
                icon("search")
                input(
                    .class("form-control"), .type("search"), .name("q"), .value(visit.query.text("q")),
                    .label(Text(zh: "搜索全部记录", en: "Search all records")),
                    .placeholder(Text(zh: "搜索全部记录", en: "Search all records")))
            }
            button(.class("btn"), .type("submit")) { Text(zh: "搜索", en: "Search") }
        }
    }

    private static func search(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let text = visit.query.text("q")
        let found = try await desk.records.search(text, for: try RecordDesk.author(visit))
        return Page(Text(zh: "搜索", en: "Search"), pretitle: Step.plan.name) {
            searchForm(visit)
            if !text.isEmpty, found.isEmpty {
                card {
                    emptyState(
                        "search", Text(zh: "没有找到“\(text)”", en: "Nothing found for \(text)"),
                        Text(zh: "换一个词试试；一个汉字也可以搜索。", en: "Try another word, or only its beginning."))
                }
            } else if !found.isEmpty {
                card {
                    ul(.class("plain-list")) {
                        for record in found {
                            li {
                                a(.class("record-link"), .href(RecordDesk.path(record))) {
                                    span(.class("record-code")) { record.code }
                                    record.title
                                }
                                span(.class("quiet")) { record.type.name }
                                RecordListPart.state(record)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func mentions(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let mentions = try await desk.records.mentions(of: reader)
        if let account = reader.account { try await desk.records.readMentions(of: account) }
        return Page(Text(zh: "提到我的", en: "Mentions of me")) {
            card {
                if mentions.isEmpty {
                    emptyState(
                        "message", Text(zh: "还没有人提到您", en: "Nobody has mentioned you yet"),
                        Text(zh: "同事在评论中 @您 时会出现在这里。", en: "Comments with your @name appear here."))
                } else {
                    ul(.class("plain-list")) {
                        for mention in mentions {
                            li {
                                if !mention.isRead { badge(Text(zh: "未读", en: "New"), .attention) }
                                a(.class("record-link"), .href(RecordDesk.path(mention.record))) {
                                    span(.class("record-code")) { mention.record.code }
                                    mention.record.title
                                }
                                span { "\(mention.comment.author)：\(mention.comment.text.prefix(120))" }
                                span(.class("quiet num")) { Figure.moment(mention.comment.at, in: visit.app.zone) }
                            }
                        }
                    }
                }
            }
        }
    }
}
