import Kernel
import Records
import Store

/// The approval inbox and its requests: who may come, and what can be done there.
enum ApprovalPages {
    static let path = "/approve"
    static func path(_ request: ApprovalRequest) -> String { "\(path)/\(request.id)" }

    static func routes(_ app: AppContext) -> [Route] {
        let desk = app.desk
        let view = Access.allowed(.view, .plan)
        return [
            .get(path, view, menu: MenuEntry(.approve, Text(zh: "审批中心", en: "Approvals"))) { visit in
                .page(try await ApprovalInbox.page(visit, desk))
            },
            .get(path + "/:request", view) { visit in .page(try await ApprovalRequestPage.page(visit, desk)) },
            .post(path + "/:request/decide", view) { visit in try await decide(visit, desk) },
            .post(path + "/:request/hand-over", view) { visit in try await handOver(visit, desk) },
            .post(path + "/:request/withdraw", view) { visit in
                let request = try await desk.approvals.withdraw(
                    try visit.number("request"), by: try RecordDesk.author(visit))
                return Reply.redirect(to: path(request)).flashing(Text(zh: "申请已撤回。", en: "The request is withdrawn."))
            },
            .get(path + "/away", view) { visit in .page(try await ApprovalAwayPage.page(visit, desk)) },
            .post(path + "/away", view) { visit in try await ApprovalAwayPage.set(visit, desk) },
            .post(path + "/away/:first/end", view) { visit in try await ApprovalAwayPage.end(visit, desk) },
        ]
    }

    static func state(_ request: ApprovalRequest) -> HTML {
        switch request.state {
        case .open where request.isStranded: badge(Text(zh: "无人可审批", en: "Nobody can decide"), .bad)
        case .open where request.isEscalated: badge(Text(zh: "已升级", en: "Escalated"), .attention)
        case .open: badge(request.state.name, .busy)
        case .approved: badge(request.state.name, .good)
        case .rejected: badge(request.state.name, .bad)
        case .returned: badge(request.state.name, .attention)
        case .withdrawn, .voided: badge(request.state.name)
        }
    }

    /// When the open step ends, and how near that is.
    static func due(_ request: ApprovalRequest, _ visit: Visit) -> HTML {
        guard request.state == .open, let due = request.dueAt else { return span(.class("quiet")) { "—" } }
        let left = due.seconds - visit.app.clock.now().seconds
        return span(.class("row-wrap")) {
            span(.class("num nowrap")) { Figure.moment(due, in: visit.app.zone) }
            if left <= 0 {
                badge(Text(zh: "已逾期", en: "Overdue"), .bad)
            } else if request.remindedAt != nil || left < 86_400 {
                let hours = Int((left + 3_599) / 3_600)
                badge(Text(zh: "还剩 \(hours) 小时", en: "\(hours) h left"), .attention)
            }
        }
    }

    // MARK: Acts

    private static func decide(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        guard let decision = ApprovalDecision(rawValue: visit.form.text("decision")) else {
            throw WebProblem.pageUnknown
        }
        return try await acting(visit, desk) { id, author in
            let request = try await desk.approvals.decide(id, decision, text: visit.form.text("text"), by: author)
            let said = Text(
                zh: "\(request.record.code)：已记录您的意见（\(request.state.name.zh)）。",
                en: "\(request.record.code): your decision is recorded (\(request.state.name.en.lowercased())).")
            let waiting = try await desk.approvals.inbox(.waiting, of: author.account?.id ?? 0)
            return Reply.redirect(to: waiting.first.map(path) ?? path(request)).flashing(said)
        }
    }

    private static func handOver(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        try await acting(visit, desk) { id, author in
            guard let other = Int64(visit.form.text("to")) else { throw ApprovalProblem.delegateUnfit }
            let request = try await desk.approvals.handOver(id, to: other, by: author)
            return Reply.redirect(to: path).flashing(
                Text(zh: "\(request.record.code) 已转交。", en: "\(request.record.code) is handed over."))
        }
    }

    /// What can be mended in the form is said beside it, with what was typed.
    private static func acting(
        _ visit: Visit, _ desk: RecordDesk, _ work: (Int64, RecordAuthor) async throws -> Reply
    ) async throws -> Reply {
        let id = try visit.number("request")
        let author = try RecordDesk.author(visit)
        switch try await FormTrouble.catching({ try await work(id, author) }) {
        case .success(let reply): return reply
        case .failure(let trouble):
            return .page(
                try await ApprovalRequestPage.page(visit, desk, trouble: trouble), status: trouble.status)
        }
    }
}
