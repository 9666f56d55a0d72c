import Kernel
import Records
import Store

/// The approval inbox: what waits for me, what I sent, what is done; and one request with its differences.
enum ApprovalPages {
    static func path(_ request: ApprovalRequest) -> String { "/approve/\(request.id)" }

    static func routes(_ desk: RecordDesk) -> [Route] {
        [
            .get("/approve", .allowed(.view, .plan), menu: MenuEntry(.approve, Text(zh: "审批中心", en: "Approvals"))) {
                visit in
                .page(try await inbox(visit, desk))
            },
            .get("/approve/:request", .allowed(.view, .plan)) { visit in .page(try await page(visit, desk)) },
            .post("/approve/:request/decide", .allowed(.view, .plan)) { visit in try await decide(visit, desk) },
            .post("/approve/:request/hand-over", .allowed(.view, .plan)) { visit in try await handOver(visit, desk) },
            .post("/approve/:request/withdraw", .allowed(.view, .plan)) { visit in
                let request = try await desk.approvals.withdraw(
                    try visit.number("request"), by: try RecordDesk.author(visit))
                return Reply.redirect(to: path(request)).flashing(Text(zh: "申请已撤回。", en: "The request is withdrawn."))
            },
            .post("/approve/delegate", .allowed(.view, .plan)) { visit in try await delegate(visit, desk) },
        ]
    }

    static func state(_ request: ApprovalRequest) -> HTML {
        switch request.state {
        case .open:
            badge(
                request.isEscalated ? Text(zh: "已升级", en: "Escalated") : request.state.name,
                request.isEscalated ? .attention : .busy)
        case .approved: badge(request.state.name, .good)
        case .rejected: badge(request.state.name, .bad)
        case .returned: badge(request.state.name, .attention)
        case .withdrawn, .voided: badge(request.state.name)
        }
    }

    // MARK: Inbox

    private static func inbox(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let account = try visit.person().account
        let tab = ApprovalStore.Tab(rawValue: visit.query.text("tab")) ?? .waiting
        let found = try await desk.approvals.inbox(tab, of: account.id)
        let people = try await visit.app.accounts.all().filter { !$0.isDisabled && $0.id != account.id }
        return Page(Text(zh: "审批中心", en: "Approvals"), pretitle: Step.approve.name) {
            tabs(
                ApprovalStore.Tab.allCases.map {
                    (title: name($0), address: "/approve?tab=\($0.rawValue)", isChosen: $0 == tab)
                },
                label: Text(zh: "审批", en: "Approvals"))
            card(flush: !found.isEmpty) {
                if found.isEmpty { empty(tab) } else { table(found, visit, desk).html }
            }
            if tab == .waiting {
                card(
                    Text(zh: "外出代理", en: "While I am away"),
                    note: Text(zh: "指定日期内的新审批由代理人处理。", en: "New requests of these days go to your stand-in.")
                ) { away(people) }
            }
        }
    }

    private static func name(_ tab: ApprovalStore.Tab) -> Text {
        switch tab {
        case .waiting: Text(zh: "待我审批", en: "Waiting for me")
        case .sent: Text(zh: "我提交的", en: "Sent by me")
        case .done: Text(zh: "已处理", en: "Done")
        }
    }

    private static func empty(_ tab: ApprovalStore.Tab) -> HTML {
        switch tab {
        case .waiting:
            emptyState(
                "checkup-list", Text(zh: "没有待审批事项", en: "Nothing waits for you"),
                Text(zh: "有新的申请时会出现在这里。", en: "New requests appear here."))
        case .sent:
            emptyState(
                "send", Text(zh: "您还没有提交过申请", en: "You have sent nothing yet"),
                Text(zh: "在记录页面点击“提交审批”即可发起。", en: "Send a record for approval from its page."))
        case .done:
            emptyState(
                "history", Text(zh: "还没有处理过的申请", en: "You have decided nothing yet"),
                Text(zh: "您处理过的申请会保留在这里。", en: "What you decide stays here."))
        }
    }

    private static func table(_ found: [ApprovalRequest], _ visit: Visit, _ desk: RecordDesk) -> DataTable<
        ApprovalRequest
    > {
        let zone = visit.app.zone
        return DataTable(
            Text(zh: "申请", en: "Requests"), rows: found,
            columns: [
                .init(Text(zh: "对象", en: "Object")) { request in
                    a(.href(path(request))) { "\(request.record.code) \(request.record.title)" }
                    span(.class("cell-sub")) { request.note }
                },
                .init(Text(zh: "环节", en: "Step")) { $0.steps[$0.step].name },
                .init(Text(zh: "申请人", en: "Requester")) { $0.requesterName },
                .init(Text(zh: "提交时间", en: "Sent")) { request in
                    span(.class("num nowrap quiet")) { Figure.moment(request.requestedAt, in: zone) }
                },
                .init(Text(zh: "截止", en: "Due")) { request in
                    span(.class("num nowrap")) { request.dueAt.map { Figure.moment($0, in: zone) } ?? "—" }
                },
                .init(Text(zh: "状态", en: "State")) { state($0) },
            ])
    }

    private static func away(_ people: [Account]) -> HTML {
        postForm("/approve/delegate", .class("inline-form")) {
            select(.class("form-select"), .name("to"), .required, .label(Text(zh: "代理人", en: "Stand-in"))) {
                option(.value("")) { Text(zh: "代理人", en: "Stand-in") }
                for person in people { option(.value(String(person.id))) { person.name } }
            }
            input(.class("form-control"), .type("date"), .name("from"), .required, .label(Text(zh: "从", en: "From")))
            input(.class("form-control"), .type("date"), .name("last"), .required, .label(Text(zh: "至", en: "To")))
            submitButton(Text(zh: "设置代理", en: "Set"))
        }
    }

    private static func delegate(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        guard let other = Int64(visit.form.text("to")), let first = Day(visit.form.text("from")),
            let last = Day(visit.form.text("last"))
        else {
            throw ApprovalProblem.delegateUnfit
        }
        try await desk.approvals.delegate(from: try visit.person().account, to: other, first, last)
        return Reply.redirect(to: "/approve").flashing(Text(zh: "已设置代理。", en: "Your stand-in is set."))
    }

    // MARK: One request

    private static func page(_ visit: Visit, _ desk: RecordDesk, trouble: FormTrouble? = nil) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let id = try visit.number("request")
        let found = try await desk.records.store.read { db in
            let request = try desk.approvals.require(db, id)
            let record = try desk.records.find(
                db, desk.records.catalog.require(request.record.type), number: request.record.number, for: reader)
            return (
                request, record, try desk.records.history(db, record, for: reader),
                try desk.records.names(db, of: [record])
            )
        }
        let (request, record, history, names) = found
        let people = try await visit.app.accounts.all().filter { !$0.isDisabled && $0.id != request.requestedBy }
        let waits = reader.account.map { request.waits(for: $0.id) } ?? false
        var page = Page(
            Text(verbatim: record.title), pretitle: Text(zh: "审批 · \(record.code)", en: "Approval · \(record.code)")
        ) {
            trouble?.overall(["text", "to"])
            div(.class("record-columns")) {
                div(.class("stack")) {
                    card(Text(zh: "申请内容", en: "What is asked")) { asked(request, record, visit) }
                    card(Text(zh: "与上一批准版本的差异", en: "Against the version approved last")) {
                        differences(request, record, history, names, desk)
                    }
                }
                div(.class("stack")) {
                    if waits {
                        card(Text(zh: "您的意见", en: "Your decision")) { decision(request, people, visit, trouble) }
                    }
                    if request.state == .open, reader.account?.id == request.requestedBy {
                        card { withdrawal(request) }
                    }
                    card(Text(zh: "审批进度", en: "Progress")) { progress(request, visit) }
                }
            }
        }.actions { a(.class("btn"), .href(RecordDesk.path(record))) { Text(zh: "打开记录", en: "Open the record") } }
        page.marked = "/approve"
        return page
    }

    private static func asked(_ request: ApprovalRequest, _ record: Record, _ visit: Visit) -> HTML {
        facts([
            (
                Text(zh: "事项", en: "Step"),
                HTML(record.type.states.moves.first { $0.id == request.move }?.name ?? Text(verbatim: request.move))
            ),
            (Text(zh: "版本", en: "Version"), HTML(verbatim: String(request.version))),
            (Text(zh: "状态", en: "State"), state(request)),
            (Text(zh: "申请人", en: "Requester"), HTML(verbatim: request.requesterName)),
            (Text(zh: "提交时间", en: "Sent"), HTML(verbatim: Figure.moment(request.requestedAt, in: visit.app.zone))),
            (
                Text(zh: "截止", en: "Due"),
                HTML(verbatim: request.dueAt.map { Figure.moment($0, in: visit.app.zone) } ?? "—")
            ),
            (
                Text(zh: "流程", en: "Route"),
                HTML(request.route.isEmpty ? Text(zh: "默认流程", en: "Usual route") : Text(verbatim: request.route))
            ),
            (Text(zh: "说明", en: "Note"), HTML(verbatim: request.note.isEmpty ? "—" : request.note)),
        ])
    }

    /// Side by side: the version that was approved last (or nothing), and the one that is asked about.
    private static func differences(
        _ request: ApprovalRequest, _ record: Record, _ history: [RecordVersion], _ names: RecordNames,
        _ desk: RecordDesk
    ) -> HTML {
        let asked = history.first { $0.version == request.version }?.values ?? record.values
        let approved = history.first { version in
            version.version < request.version
                && record.type.states.moves.contains { $0.needsApproval && $0.id == version.action }
        }
        let changes = FieldChange.between(approved?.values ?? [:], asked, record.type)
        return div(
            .class("table-scroll"), .attribute("tabindex", "0"), .role("region"),
            .label(Text(zh: "差异", en: "Differences"))
        ) {
            Web.table(.class("data-table")) {
                HTMLTags.caption { Text(zh: "差异", en: "Differences") }
                thead {
                    tr {
                        th(.scope("col")) { Text(zh: "字段", en: "Field") }
                        th(.scope("col")) {
                            approved.map { Text(zh: "第 \($0.version) 版", en: "Version \($0.version)") }
                                ?? Text(zh: "此前", en: "Before")
                        }
                        th(.scope("col")) {
                            Text(zh: "第 \(request.version) 版（申请）", en: "Version \(request.version) (asked)")
                        }
                    }
                }
                tbody {
                    for change in changes {
                        tr {
                            th(.scope("row")) { change.field.name }
                            td {
                                RecordCell(
                                    field: change.field, value: change.before, names: names,
                                    currency: desk.records.currency
                                ).html
                            }
                            td {
                                RecordCell(
                                    field: change.field, value: change.after, names: names,
                                    currency: desk.records.currency
                                ).html
                            }
                        }
                    }
                }
            }
        }
    }

    private static func decision(
        _ request: ApprovalRequest, _ people: [Account], _ visit: Visit, _ trouble: FormTrouble?
    ) -> HTML {
        div(.class("stack-tight")) {
            postForm(path(request) + "/decide", .class("stack-tight")) {
                element(
                    "textarea",
                    [
                        .class("form-control"), .name("text"), .attribute("rows", 3),
                        .label(Text(zh: "意见", en: "Comment")),
                        .placeholder(Text(zh: "意见（退回或驳回时必填）", en: "Comment (required to return or reject)")),
                        .attribute("aria-invalid", "true").when(trouble?.about("text") != nil),
                    ]
                ) { visit.form["text"] ?? "" }
                if let problem = trouble?.about("text") { fieldProblem(problem) }
                button(.class("btn btn-primary btn-wide"), .type("submit"), .name("decision"), .value("approve")) {
                    Text(zh: "同意", en: "Approve")
                }
                button(.class("btn btn-wide"), .type("submit"), .name("decision"), .value("return")) {
                    Text(zh: "退回修改", en: "Ask for changes")
                }
                button(.class("btn btn-danger btn-wide"), .type("submit"), .name("decision"), .value("reject")) {
                    Text(zh: "驳回", en: "Reject")
                }
            }
            details(.open(trouble?.about("to") != nil)) {
                summary { Text(zh: "转交他人", en: "Hand over") }
                if let problem = trouble?.about("to") { fieldProblem(problem) }
                postForm(path(request) + "/hand-over", .class("inline-form")) {
                    select(.class("form-select"), .name("to"), .required, .label(Text(zh: "转交给", en: "To"))) {
                        option(.value("")) { "—" }
                        for person in people
                        where !request.seats.contains(where: { $0.step == request.step && $0.accountID == person.id }) {
                            option(.value(String(person.id))) { person.name }
                        }
                    }
                    button(.class("btn"), .type("submit")) { Text(zh: "转交", en: "Hand over") }
                }
            }
        }
    }

    private static func fieldProblem(_ problem: Text) -> HTML {
        p(.class("field-problem")) {
            icon("alert-circle")
            problem
        }
    }

    private static func withdrawal(_ request: ApprovalRequest) -> HTML {
        postForm(path(request) + "/withdraw", .confirm(Text(zh: "确定撤回这份申请吗？", en: "Withdraw this request?"))) {
            button(.class("btn btn-wide"), .type("submit")) { Text(zh: "撤回申请", en: "Withdraw") }
        }
    }

    private static func progress(_ request: ApprovalRequest, _ visit: Visit) -> HTML {
        ol(.class("history")) {
            for (index, step) in request.steps.enumerated() {
                li {
                    strong { step.name }
                    for seat in request.seats where seat.step == index {
                        div(.class("history-head")) {
                            span { seat.name }
                            if let other = seat.standsFor {
                                span(.class("quiet")) { Text(zh: "代 \(other)", en: "for \(other)") }
                            }
                            seatState(seat)
                            if let at = seat.decidedAt {
                                span(.class("quiet num")) { Figure.moment(at, in: visit.app.zone) }
                            }
                        }
                        if let text = seat.text { p(.class("cell-sub")) { text } }
                    }
                    if index > request.step || request.seats.allSatisfy({ $0.step != index }) {
                        p(.class("cell-sub")) { Text(zh: "尚未开始", en: "Not opened yet") }
                    }
                }
            }
        }
    }

    private static func seatState(_ seat: ApprovalSeat) -> HTML {
        switch seat.decision {
        case .approve: badge(Text(zh: "同意", en: "Approved"), .good)
        case .reject: badge(Text(zh: "驳回", en: "Rejected"), .bad)
        case .return: badge(Text(zh: "退回", en: "Returned"), .attention)
        case .handedOver: badge(Text(zh: "已转交", en: "Handed over"))
        case nil:
            seat.isGone ? badge(Text(zh: "账号已停用", en: "Account disabled")) : badge(Text(zh: "待定", en: "Waiting"), .busy)
        }
    }

    private static func decide(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        guard let decision = ApprovalDecision(rawValue: visit.form.text("decision")) else {
            throw WebProblem.pageUnknown
        }
        return try await acting(visit, desk) { id, author in
            let request = try await desk.approvals.decide(id, decision, text: visit.form.text("text"), by: author)
            return Reply.redirect(to: path(request)).flashing(
                Text(
                    zh: "已记录您的意见：\(request.state.name.zh)。",
                    en: "Your decision is recorded: \(request.state.name.en.lowercased())."))
        }
    }

    private static func handOver(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        try await acting(visit, desk) { id, author in
            guard let other = Int64(visit.form.text("to")) else { throw ApprovalProblem.delegateUnfit }
            let request = try await desk.approvals.handOver(id, to: other, by: author)
            return Reply.redirect(to: "/approve").flashing(
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
        case .failure(let trouble): return .page(try await page(visit, desk, trouble: trouble), status: trouble.status)
        }
    }
}
