import Kernel
import Records
import Store

/// "Which way would this record go?": asked of the engine, nothing is written.
struct ApprovalRouteTest: Sendable {
    let type: RecordType
    let words: ApprovalWords
    let records: [Record]
    let people: [Account]
    let chosen: Record?
    let requester: Int64?
    let preview: ApprovalPreview?

    private static let most = 200

    static func make(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk, _ words: ApprovalWords) async throws
        -> ApprovalRouteTest
    {
        let reader = try RecordDesk.author(visit)
        let people = try await visit.app.accounts.all().filter { $0.canSignIn && $0.allows(.edit, type.resource) }
        let number = visit.query.int("record").map(Int64.init)
        let requester = visit.query.int("by").map(Int64.init) ?? reader.account?.id
        let records = try await desk.records.list(type, RecordQuery(), from: 0, limit: most, for: reader).records
        var chosen: Record?
        var preview: ApprovalPreview?
        if let number, let requester {
            let record = try await desk.records.find(type, number: number, for: reader)
            chosen = record
            preview = try await desk.records.store.read {
                try desk.approvals.preview($0, record, requester: requester)
            }
        }
        return ApprovalRouteTest(
            type: type, words: words, records: records, people: people, chosen: chosen, requester: requester,
            preview: preview)
    }

    var html: HTML {
        card(
            Text(zh: "试一试", en: "Try it"),
            note: Text(
                zh: "选择一条记录，看它现在会走哪条流程、由谁审批。不会提交。",
                en: "Choose a record and see which way it would go now. Nothing is sent."),
            .id("test")
        ) {
            if records.isEmpty {
                p(.class("quiet")) {
                    Text(
                        zh: "还没有\(type.name.zh)记录可试。",
                        en: "There is no \(type.name.en.lowercased()) to try it with yet.")
                }
                a(.class("btn"), .href(RecordDesk.path(type))) { Text(zh: "去新建", en: "Add one") }
            } else {
                form
            }
            if let preview { result(preview) }
        }
    }

    private var form: HTML {
        queryForm(ApprovalRoutePages.path(type), .class("stack-tight")) {
            Field("record", Text(zh: "记录", en: "Record"), value: chosen.map { String($0.number) } ?? "").choice(
                records.map { (String($0.number), Text(verbatim: "\($0.code) \($0.title)")) })
            Field("by", Text(zh: "由谁提交", en: "Sent by"), value: requester.map(String.init) ?? "").choice(
                people.map { (String($0.id), Text(verbatim: $0.name)) })
            button(.class("btn btn-wide"), .type("submit")) { Text(zh: "查看流程", en: "Show the way") }
        }
    }

    private func result(_ preview: ApprovalPreview) -> HTML {
        div(.class("stack-tight route-result"), .role("status")) {
            if !preview.values.isEmpty {
                facts(preview.values.map { ($0.name, value($0.id, $0.value)) })
            }
            ul(.class("plain-list")) {
                for (route, fits) in preview.tried {
                    li {
                        badge(
                            fits ? Text(zh: "适用", en: "Fits") : Text(zh: "不适用", en: "Does not fit"),
                            fits ? .good : .neutral)
                        span {
                            route.name.isEmpty ? Text(zh: "默认流程", en: "Usual route") : Text(verbatim: route.name)
                            if route.id == preview.route?.id { Text(zh: " ← 采用", en: " ← taken") }
                        }
                    }
                }
            }
            if preview.route == nil {
                notice(
                    .danger,
                    Text(
                        zh: "没有适用的流程，提交会被拒绝。请放宽某条流程的条件，或新建一条适用于全部记录的流程。",
                        en:
                            "No route fits, and a request would be refused. Widen a condition, or add a route for all records."
                    ))
            }
            ol(.class("route-steps")) {
                for step in preview.steps { li { self.step(step) } }
            }
        }
    }

    @HTMLBuilder
    private func step(_ step: ApprovalPreview.Step) -> HTML {
        strong { step.step.name }
        if let problem = step.problem {
            notice(.danger, problem.text)
        } else {
            span { step.people.joined(separator: "、") }
            span(.class("quiet")) {
                if let ballot = step.body {
                    ballot.body.rule.name
                        + Text(
                            zh: "，\(ballot.seats) 席中至少 \(ballot.quorum) 人参加",
                            en: ", at least \(ballot.quorum) of \(ballot.seats) seats")
                } else {
                    words.rule(step.step)
                }
                if let hours = step.hours { Text(verbatim: " · ") + ApprovalWords.hours(hours) }
            }
        }
    }

    private func value(_ id: String, _ value: RecordValue?) -> HTML {
        if let field = type.field(id) {
            return RecordCell(field: field, value: value, names: RecordNames(), currency: words.currency).html
        }
        return switch value {
        case .text(let code): HTML(ApprovalWords.fact(code))
        case .whole(let number): HTML(verbatim: Figure.grouped(number))
        case .number(let number): HTML(verbatim: Figure.decimal(number, 2))
        default: HTML(verbatim: "—")
        }
    }
}
