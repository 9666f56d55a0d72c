import Kernel
package import Records

extension RecordType {
    package static let spendRequest: RecordType = RecordType(
        "spend_request", Text(zh: "支出申请", en: "Spend request"), prefix: "SR", resource: .budget, rows: ["BU-06"],
        meaning: Text(
            zh: "一笔支出：核对预算行、余额与 KPI，按金额送审；批准后占用预算，付款后记为已支出。",
            en:
                "One expense: checked for line, balance and KPI, approved by amount; approved it is committed, paid it is spent."
        ),
        title: Text(zh: "事项", en: "What for"),
        fields: [
            RecordField("line", Text(zh: "预算行", en: "Line"), .link(to: "budget_line"), required: true),
            RecordField("amount", Text(zh: "金额", en: "Amount"), .money, required: true),
            RecordField("supplier", Text(zh: "供应商", en: "Supplier"), .text(limit: 120), required: true),
            RecordField("purpose", Text(zh: "用途与预期效果", en: "Purpose and expected effect"), .longText, required: true),
            RecordField("needed_on", Text(zh: "用款日期", en: "Needed on"), .day),
            RecordField("contract", Text(zh: "合同或报价链接", en: "Contract or quote"), .web),
            RecordField("paid", Text(zh: "已付金额", en: "Paid"), .money, section: payment),
            RecordField("paid_on", Text(zh: "付款日期", en: "Paid on"), .day, section: payment),
            RecordField("invoice", Text(zh: "发票号", en: "Invoice"), .text(limit: 80), section: payment),
            .note,
        ],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "草稿", en: "Draft")),
                RecordState("approved", Text(zh: "已批准", en: "Approved"), .info),
                RecordState("paid", Text(zh: "已付款", en: "Paid"), .good, isLocked: true),
                RecordState("cancelled", Text(zh: "已取消", en: "Cancelled"), .plain, isLocked: true),
            ],
            moves: [
                StateMove("approve", Text(zh: "批准支出", en: "Approve"), from: ["draft"], to: "approved", approval: true),
                StateMove(
                    "pay", Text(zh: "付清", en: "Paid in full"), from: ["approved"], to: "paid", action: .approve,
                    needs: ["paid", "paid_on"]),
                StateMove(
                    "cancel", Text(zh: "取消", en: "Cancel"), from: ["draft", "approved"], to: "cancelled", reason: true),
            ]),
        views: [.board(by: nil), .calendar(on: "needed_on")], rules: [.spend], facts: [.spendLevel])

    private static let payment = Text(zh: "付款", en: "Payment")
}
