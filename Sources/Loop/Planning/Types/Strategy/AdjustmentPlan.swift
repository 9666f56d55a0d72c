import Kernel
package import Records

extension RecordType {
    /// Also the change request that a plan as text becomes.
    package static let adjustmentPlan: RecordType = RecordType(
        "adjustment_plan", Text(zh: "调整方案", en: "Adjustment"), prefix: "ADJ", rows: ["AD-07", "AD-08", "AR-01"],
        meaning: Text(
            zh: "对方案的一次调整：为何调整、依据、改什么、影响谁、结果如何。批准后执行，了结后进入存档备查。",
            en: "One change of the plan: why, on what evidence, what changes, whom it concerns, what came of it."),
        fields: [
            RecordField("trigger", Text(zh: "触发原因", en: "Trigger"), .choice(.adjustmentTriggers), required: true),
            RecordField(
                "situation", Text(zh: "情况与依据", en: "Situation and evidence"), .longText, required: true,
                help: Text(
                    zh: "发生了什么、数据口径与来源；原始材料放在附件中", en: "What happened, the figures and their source; files go below")
            ),
            .metric,
            RecordField("goals", Text(zh: "涉及目标", en: "Goals concerned"), .links(to: "goal")),
            RecordField("budget", Text(zh: "涉及预算", en: "Budget concerned"), .link(to: "budget"), resource: .budget),
            RecordField("measures", Text(zh: "调整措施", en: "Measures"), .longText, section: change),
            RecordField(
                "changes", Text(zh: "方案文件变更", en: "Changes of the plan file"), .longText,
                help: Text(zh: "用 yunchou plan apply 提交时自动填写", en: "Filled in by yunchou plan apply"), section: change),
            RecordField(
                "departments", Text(zh: "影响部门", en: "Departments concerned"), .choices(.departments), section: change),
            .region,
            RecordField("effective_on", Text(zh: "生效日期", en: "Effective on"), .day, section: change),
            RecordField("expected", Text(zh: "预期效果", en: "Expected effect"), .longText, section: change),
            RecordField(
                "outcome", Text(zh: "结果评价", en: "Outcome"), .choice(.adjustmentOutcomes), section: results),
            RecordField("result", Text(zh: "结果与经验", en: "Result and lessons"), .longText, section: results),
            .owner,
        ],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "草稿", en: "Draft")),
                RecordState("approved", Text(zh: "已批准", en: "Approved"), .good, isLocked: true),
                RecordState("carried_out", Text(zh: "已执行", en: "Carried out"), .info),
                RecordState("closed", Text(zh: "已了结", en: "Closed"), .plain, isLocked: true),
                RecordState("dropped", Text(zh: "已放弃", en: "Dropped"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "approve", Text(zh: "批准", en: "Approve"), from: ["draft"], to: "approved", needs: ["owner"],
                    approval: true),
                StateMove("carry_out", Text(zh: "执行", en: "Carry out"), from: ["approved"], to: "carried_out"),
                StateMove(
                    "close", Text(zh: "了结", en: "Close"), from: ["carried_out"], to: "closed",
                    needs: ["outcome", "result"]),
                StateMove("revise", Text(zh: "修订", en: "Revise"), from: ["approved"], to: "draft", reason: true),
                StateMove(
                    "drop", Text(zh: "放弃", en: "Drop"), from: ["draft", "approved"], to: "dropped", reason: true),
            ]),
        views: [.board(by: nil), .board(by: "trigger")], rules: [.adjustment, .archived])

    private static let change = Text(zh: "调整内容", en: "The change")
    private static let results = Text(zh: "结果", en: "Results")
}

extension [Choice] {
    static let adjustmentTriggers = [
        Choice("kpi_missed", Text(zh: "指标未达", en: "Missed KPI"), .danger),
        Choice("policy", Text(zh: "政策变化", en: "Change of policy"), .warning),
        Choice("competition", Text(zh: "竞争变化", en: "Rivals"), .warning),
        Choice("opportunity", Text(zh: "市场机会", en: "Opportunity"), .good),
        Choice("review", Text(zh: "复盘评估", en: "Review")), Choice("other", Text(zh: "其他", en: "Other")),
    ]
    static let adjustmentOutcomes = [
        Choice("worked", Text(zh: "有效", en: "Worked"), .good),
        Choice("partly", Text(zh: "部分有效", en: "Worked in part"), .warning),
        Choice("failed", Text(zh: "无效", en: "Did not work"), .danger),
    ]
}
