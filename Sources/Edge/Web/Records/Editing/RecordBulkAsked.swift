import Kernel
import Records

/// How asking for many approvals ended: the requests with their routes, and what could not be asked.
struct RecordBulkAsked: Sendable {
    let type: RecordType
    let outcome: ApprovalBulkOutcome
    let visit: Visit
    let desk: RecordDesk

    func page(_ title: Text) -> Page {
        let refused = outcome.refused
        var page = Page(title, pretitle: type.name) {
            notice(
                refused.isEmpty ? .success : .warning,
                Text(
                    zh: "已提交 \(outcome.sent.count) 份申请，未提交 \(refused.count) 条。",
                    en: "\(outcome.sent.count) requests are sent, \(refused.count) could not be."))
            if !outcome.sent.isEmpty {
                card(Text(zh: "已提交", en: "Sent"), flush: true) { sent }
            }
            if !refused.isEmpty {
                RecordBulkPages.refused(refused, type, Text(zh: "未提交的记录", en: "Not sent"))
            }
            RecordBulkPages.back(type, visit)
        }
        page.marked = desk.area(of: type).map(RecordDesk.path)
        return page
    }

    private var sent: HTML {
        DataTable(
            Text(zh: "已提交", en: "Sent"), rows: outcome.sent,
            columns: [
                .init(Text(zh: "申请", en: "Request")) { request in
                    a(.class("record-link"), .href(ApprovalPages.path(request))) {
                        span(.class("record-code")) { request.record.code }
                        request.record.title
                    }
                },
                .init(Text(zh: "流程", en: "Route")) { request in
                    request.route.isEmpty
                        ? HTML(Text(zh: "默认流程", en: "Usual route")) : HTML(verbatim: request.route)
                },
                .init(Text(zh: "审批人", en: "Waits for")) { request in
                    request.seats.map(\.name).joined(separator: "、")
                },
                .init(Text(zh: "截止", en: "Until")) { request in ApprovalPages.due(request, visit) },
            ]
        ).html
    }
}
