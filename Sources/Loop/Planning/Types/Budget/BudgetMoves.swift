import Kernel
package import Records

extension RecordType {
    package static let budgetTransfer: RecordType = RecordType(
        "budget_transfer", Text(zh: "预算调剂", en: "Transfer"), prefix: "BT", resource: .budget, rows: ["BU-08", "BU-02"],
        meaning: Text(
            zh: "把一行的余额调给另一行：说明理由，经审批后生效，两行的调整后金额随之变化。",
            en: "Moves what one line has left to another, with a reason; once approved, both lines change."),
        fields: [
            RecordField("from_line", Text(zh: "调出行", en: "From"), .link(to: "budget_line"), required: true),
            RecordField("to_line", Text(zh: "调入行", en: "To"), .link(to: "budget_line"), required: true),
            RecordField("amount", Text(zh: "金额", en: "Amount"), .money, required: true),
            RecordField("reason", Text(zh: "理由", en: "Reason"), .longText, required: true),
        ],
        states: applied, rules: [.budgetMove])

    package static let poolDraw: RecordType = RecordType(
        "pool_draw", Text(zh: "弹性池动用", en: "Pool draw"), prefix: "PD", resource: .budget, rows: ["BU-05"],
        meaning: Text(
            zh: "动用弹性池或应急储备应对突发机会与风险，独立于计划内的预算行。",
            en: "Draws on the flexible pool or the reserve for sudden chances and risks, apart from the planned lines."),
        fields: [
            RecordField(
                "from_line", Text(zh: "弹性池或储备行", en: "Pool or reserve"), .link(to: "budget_line"), required: true),
            RecordField("to_line", Text(zh: "用于预算行", en: "For the line"), .link(to: "budget_line"), required: true),
            RecordField("amount", Text(zh: "金额", en: "Amount"), .money, required: true),
            RecordField(
                "cause", Text(zh: "起因", en: "Cause"),
                .choice([
                    Choice("chance", Text(zh: "突发机会", en: "Sudden chance"), .good),
                    Choice("rival", Text(zh: "竞品进攻", en: "Attack by a rival"), .warning),
                    Choice("risk", Text(zh: "风险应对", en: "Risk"), .danger),
                ]), required: true),
            RecordField("reason", Text(zh: "理由与预期效果", en: "Reason and expected effect"), .longText, required: true),
        ],
        states: applied, views: [.board(by: "cause")], rules: [.budgetMove])

    private static let applied = StateMap(
        [
            RecordState("draft", Text(zh: "草稿", en: "Draft")),
            RecordState("applied", Text(zh: "已生效", en: "In force"), .good, isLocked: true),
            RecordState("cancelled", Text(zh: "已取消", en: "Cancelled"), .plain, isLocked: true),
        ],
        moves: [
            StateMove("apply", Text(zh: "批准生效", en: "Put into force"), from: ["draft"], to: "applied", approval: true),
            StateMove("cancel", Text(zh: "取消", en: "Cancel"), from: ["draft"], to: "cancelled", reason: true),
        ])
}
