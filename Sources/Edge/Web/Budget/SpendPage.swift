import Kernel
import Planning
import Records
import Store
import Warehouse

/// One spend request: what it is, its checks, and what can be done next.
struct SpendPage {
    let desk: BudgetDesk
    let visit: Visit
    let request: Record
    let checks: SpendChecks
    let approvals: [ApprovalRequest]
    let names: RecordNames

    static func page(_ visit: Visit, _ desk: BudgetDesk) async throws -> Page {
        let author = try RecordDesk.author(visit)
        let request = try await desk.records.records.find(
            .spendRequest, number: try visit.number("number"), for: author)
        let checks = try await desk.reader.checks(of: request)
        let found = try await desk.records.records.store.read { db in
            (
                try desk.records.approvals.requests(db, about: request),
                try desk.records.records.names(db, of: [request])
            )
        }
        return SpendPage(
            desk: desk, visit: visit, request: request, checks: checks, approvals: found.0, names: found.1
        ).page
    }

    private var page: Page {
        var page = Page(
            Text(verbatim: request.title), pretitle: SpendPages.title + Text(verbatim: " · \(request.code)")
        ) {
            div(.class("record-columns")) {
                div(.class("stack")) {
                    card(Text(zh: "支出内容", en: "The spend")) { content }
                    card(Text(zh: "自动核对", en: "Checks")) { checkList }
                }
                div(.class("stack")) {
                    card(Text(zh: "下一步", en: "What next")) { next }
                }
            }
        }
        .actions {
            RecordListPart.state(request)
            a(.class("btn"), .href(RecordDesk.path(request))) { Text(zh: "记录与历史", en: "Record and history") }
        }
        page.marked = BudgetDesk.spending
        return page
    }

    private var content: HTML {
        facts([
            (Text(zh: "金额", en: "Amount"), strong { desk.money(request.whole("amount") ?? 0) }),
            (Text(zh: "供应商", en: "Supplier"), HTML(verbatim: request.text("supplier") ?? "—")),
            (Text(zh: "预算行", en: "Line"), line),
            (Text(zh: "用款日期", en: "Needed on"), HTML(verbatim: request.day("needed_on")?.description ?? "—")),
            (Text(zh: "已付", en: "Paid"), HTML(verbatim: request.whole("paid").map { desk.money($0) } ?? "—")),
            (Text(zh: "发票号", en: "Invoice"), HTML(verbatim: request.text("invoice") ?? "—")),
            (Text(zh: "用途与预期效果", en: "Purpose"), div(.class("long-text")) { request.text("purpose") ?? "—" }),
        ])
    }

    private var line: HTML {
        guard let name = request.whole("line").flatMap({ names.records[$0] }) else { return HTML(verbatim: "—") }
        return a(.class("record-link"), .href(RecordDesk.path(name))) {
            span(.class("record-code")) { name.code }
            name.title
        }
    }

    private var checkList: HTML {
        ul(.class("plain-list")) {
            check(checks.isLineOpen, Text(zh: "预算行", en: "Line"), lineText)
            check(
                checks.isCovered, Text(zh: "余额", en: "Balance"),
                Text(
                    zh: "可用 \(desk.money(checks.available))，申请 \(desk.money(checks.split.own))",
                    en: "\(desk.money(checks.available)) left, \(desk.money(checks.split.own)) asked for"))
            check(checks.metric != nil, Text(zh: "KPI", en: "KPI"), checks.metric?.name ?? Text(zh: "未关联", en: "None"))
            check(!checks.split.isSplit, Text(zh: "拆单", en: "Splitting"), splitText)
            li {
                span(.class("mark mark-plain")) { Text(zh: "审批级别", en: "Level") }
                span {
                    checks.split.isLarge
                        ? Text(
                            zh: "合计超过 \(desk.money(checks.split.limit))：财务审批后由管理层审批",
                            en: "Above \(desk.money(checks.split.limit)) in all: finance, then management")
                        : Text(
                            zh: "未超过 \(desk.money(checks.split.limit))：财务审批",
                            en: "Not above \(desk.money(checks.split.limit)): finance")
                }
            }
        }
    }

    private var lineText: Text {
        if checks.isLineOpen { return Text(zh: "所属预算已生效，预算行可用", en: "Its budget is in force, the line open") }
        return Text(zh: "预算未生效、预算行停用，或是弹性池", en: "The budget is not in force, or the line is stopped or a pool")
    }

    private var splitText: Text {
        let related = checks.split.related.map(\.code).joined(separator: ", ")
        if checks.split.isSplit {
            return Text(
                zh: "疑似拆单：与 \(related) 合计 \(desk.money(checks.split.combined))，超过单笔限额，已升级审批",
                en:
                    "Looks split: with \(related) it makes \(desk.money(checks.split.combined)), above the limit; it goes higher"
            )
        }
        if related.isEmpty {
            return Text(
                zh: "\(checks.days) 天内没有相关申请", en: "No related requests within \(checks.days) days")
        }
        return Text(
            zh: "与 \(related) 合计 \(desk.money(checks.split.combined))",
            en: "\(desk.money(checks.split.combined)) together with \(related)")
    }

    private func check(_ isFine: Bool, _ name: Text, _ text: Text) -> HTML {
        li {
            badge(name, isFine ? .good : .attention)
            span { text }
        }
    }

    // MARK: Next

    @HTMLBuilder
    private var next: HTML {
        if let open = approvals.first(where: { $0.state == .open }) {
            p { Text(zh: "审批中：", en: "Waits for: ") + open.steps[open.step].name }
            a(.class("btn btn-wide"), .href(ApprovalPages.path(open))) { Text(zh: "查看审批进度", en: "See its way") }
        } else if request.state == "draft" {
            draft
        } else if request.state == "approved" {
            approved
        } else {
            p(.class("quiet")) { Text(zh: "此申请已结束。", en: "This request is over.") }
        }
    }

    @HTMLBuilder
    private var draft: HTML {
        if let last = approvals.first {
            p {
                ApprovalPages.state(last)
                span(.class("quiet")) { last.seats.compactMap(\.text).last ?? "" }
            }
        }
        if visit.may(.edit, .budget) {
            postForm(BudgetDesk.path(spend: request) + "/ask", .class("stack-tight")) {
                input(
                    .class("form-control"), .name("note"), .label(Text(zh: "提交说明", en: "Note")),
                    .placeholder(Text(zh: "提交说明（可选）", en: "Note (optional)")))
                button(.class("btn btn-primary btn-wide"), .type("submit"), .disabled.when(!checks.mayBeAsked)) {
                    Text(zh: "送审", en: "Send for approval")
                }
            }
            a(.class("btn btn-wide"), .href(RecordDesk.path(request) + "/edit")) { Text(zh: "修改", en: "Change") }
        }
    }

    @HTMLBuilder
    private var approved: HTML {
        if visit.may(.approve, .budget) {
            postForm(BudgetDesk.path(spend: request) + "/pay", .class("stack-tight")) {
                Field(
                    "paid", Text(zh: "累计已付", en: "Paid in all"),
                    value: plain(request.whole("paid") ?? request.whole("amount") ?? 0), required: true
                ).html
                Field(
                    "paid_on", Text(zh: "付款日期", en: "Paid on"),
                    value: request.day("paid_on")?.description ?? desk.today.description, type: "date", required: true
                ).html
                Field("invoice", Text(zh: "发票号", en: "Invoice"), value: request.text("invoice") ?? "").html
                HTMLTags.label(.class("field-check")) {
                    input(.type("checkbox"), .name("done"), .value("1"), .checked(true))
                    span { Text(zh: "已付清，余款释放回预算行", en: "Paid in full: the rest goes back to the line") }
                }
                submitButton(Text(zh: "登记付款", en: "Enter the payment"), wide: true)
            }
        } else {
            p { Text(zh: "已批准并占用预算，等待财务付款。", en: "Approved and committed: finance pays next.") }
        }
    }

    private func plain(_ units: Int64) -> String {
        guard let field = RecordType.spendRequest.field("paid") else { return "" }
        return FieldText(field, currency: desk.currency).text(of: .whole(units), in: .en) { _ in nil }
    }
}
