import Kernel
import Records
import Store

/// What waits for me, what I sent, what is done: each with its cost and how near its end is.
struct ApprovalInbox: Sendable {
    private struct Entry: Sendable {
        let request: ApprovalRequest
        let type: RecordType
        let cost: Int64?
    }

    let desk: RecordDesk
    let visit: Visit

    static func page(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        try await ApprovalInbox(desk: desk, visit: visit).page()
    }

    private func page() async throws -> Page {
        let account = try visit.person().account
        let tab = ApprovalStore.Tab(rawValue: visit.query.text("tab")) ?? .waiting
        let entries = try await entries(tab, account)
        let waiting = tab == .waiting ? entries.count : try await desk.approvals.inbox(.waiting, of: account.id).count
        return Page(Text(zh: "审批中心", en: "Approvals"), pretitle: Step.approve.name) {
            tabs(
                ApprovalStore.Tab.allCases.map { one in
                    let count = one == .waiting && waiting > 0 ? Text(verbatim: " \(waiting)") : Text(verbatim: "")
                    return (
                        title: name(one) + count, address: "\(ApprovalPages.path)?tab=\(one.rawValue)",
                        isChosen: one == tab
                    )
                },
                label: Text(zh: "审批", en: "Approvals"))
            card(flush: !entries.isEmpty) {
                if entries.isEmpty { empty(tab) } else { list(entries, tab) }
            }
            if !entries.isEmpty, tab == .waiting {
                p(.class("field-help d-print-none")) {
                    Text(zh: "键盘：j / k 上下移动，Enter 打开。", en: "Keys: j and k move, Enter opens.")
                }
            }
        }.actions {
            a(.class("btn"), .href(ApprovalPages.path + "/away")) {
                icon("calendar-event")
                Text(zh: "外出代理", en: "While I am away")
            }
        }
    }

    private func entries(_ tab: ApprovalStore.Tab, _ account: Account) async throws -> [Entry] {
        let found = try await desk.approvals.inbox(tab, of: account.id)
        let reader = try RecordDesk.author(visit)
        return try await desk.records.store.read { db in
            try found.map { request in
                let type = try desk.records.catalog.require(request.record.type)
                let record = try desk.records.record(db, type, id: request.recordID)
                let money = type.fields.first { field in
                    field.kind == .money && reader.may(.view, type, field) && record?[field.id] != nil
                }
                return Entry(request: request, type: type, cost: money.flatMap { record?.whole($0.id) })
            }
        }
    }

    private func list(_ entries: [Entry], _ tab: ApprovalStore.Tab) -> HTML {
        ul(.class("inbox"), .attribute("data-walk", "a.inbox-title")) {
            for entry in entries {
                li {
                    div(.class("inbox-main")) {
                        a(.class("inbox-title"), .href(ApprovalPages.path(entry.request))) {
                            span(.class("record-code")) { entry.request.record.code }
                            entry.request.record.title
                        }
                        p(.class("cell-sub")) {
                            entry.type.name + Text(verbatim: " · ") + Text(verbatim: entry.request.requesterName)
                                + Text(
                                    verbatim: " · " + Figure.moment(entry.request.requestedAt, in: visit.app.zone))
                        }
                        if !entry.request.note.isEmpty { p(.class("inbox-note")) { entry.request.note } }
                    }
                    div(.class("inbox-cost num")) {
                        if let cost = entry.cost {
                            Figure.money(Money(minorUnits: cost, currency: desk.records.currency))
                        }
                    }
                    div(.class("inbox-step")) {
                        ApprovalPages.state(entry.request)
                        if entry.request.state == .open {
                            span { entry.request.steps[entry.request.step].name }
                            ApprovalPages.due(entry.request, visit)
                        }
                    }
                }
            }
        }
    }

    private func name(_ tab: ApprovalStore.Tab) -> Text {
        switch tab {
        case .waiting: Text(zh: "待我审批", en: "Waiting for me")
        case .sent: Text(zh: "我提交的", en: "Sent by me")
        case .done: Text(zh: "已处理", en: "Done")
        }
    }

    private func empty(_ tab: ApprovalStore.Tab) -> HTML {
        switch tab {
        case .waiting:
            emptyState(
                "checkup-list", Text(zh: "没有待审批事项", en: "Nothing waits for you"),
                Text(zh: "有新的申请时会出现在这里。", en: "New requests appear here.")
            ) {
                a(.class("btn"), .href(ApprovalRoutePages.path)) { Text(zh: "查看审批流程", en: "See the routes") }
            }
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
}
