import Kernel
package import Records

extension RecordType {
    package static let budgetLine: RecordType = RecordType(
        "budget_line", Text(zh: "预算行", en: "Budget line"), prefix: "BL", resource: .budget,
        rows: ["BU-01", "BU-02", "BU-03", "BU-09"],
        meaning: Text(
            zh: "预算中的一行：归属模块、渠道与项目，必须关联一个 KPI，并按四种口径分类。",
            en:
                "A line of a budget: its module, channel and project, the KPI that it must serve, and its place in four classifications."
        ),
        fields: [
            RecordField("budget", Text(zh: "所属预算", en: "Budget"), .link(to: "budget"), required: true),
            RecordField("module", Text(zh: "模块", en: "Module"), .choice(.budgetModules), required: true),
            RecordField("planned", Text(zh: "计划金额", en: "Planned"), .money, required: true),
            RecordField(
                "metric", Text(zh: "对应 KPI", en: "KPI"), .metric, required: true,
                help: Text(zh: "每一行都要说明为哪个指标服务", en: "What this money is to move")),
            RecordField("channel", Text(zh: "渠道", en: "Channel"), .choice(.channels)),
            RecordField("project", Text(zh: "项目", en: "Project"), .link(to: "marketing_project")),
            RecordField("allocation", MixScheme.allocation.name, .choice(MixScheme.allocation.choices), section: mix),
            RecordField("purpose", MixScheme.purpose.name, .choice(MixScheme.purpose.choices), section: mix),
            RecordField("capability", MixScheme.capability.name, .choice(MixScheme.capability.choices), section: mix),
            RecordField("activity", MixScheme.activity.name, .choice(MixScheme.activity.choices), section: mix),
            RecordField("base_amount", Text(zh: "上期实际", en: "Period before"), .money, section: follow),
            RecordField(
                "actuals", Text(zh: "实际数来源", en: "Actuals from"), .choice(.actualSources),
                help: Text(zh: "不填则取支出申请的付款", en: "Payments of spend requests unless said otherwise"),
                section: follow),
            RecordField(
                "book_code", Text(zh: "入账科目", en: "Booked as"), .text(limit: 120),
                help: Text(
                    zh: "入账数据中的科目名，或投放数据中的渠道代码", en: "The line's name in booked data, or the channel's code in ad spend"
                ),
                section: follow),
            RecordField(
                "is_movable", Text(zh: "可机动", en: "Movable"), .flag,
                help: Text(zh: "计入弹性空间", en: "Counts as flexible room"), section: follow),
            .region, .owner, .note,
        ],
        states: StateMap(
            [
                RecordState("open", Text(zh: "可用", en: "Open"), .good),
                RecordState("stopped", Text(zh: "停用", en: "Stopped"), .plain, isLocked: true),
            ],
            moves: [
                StateMove("stop", Text(zh: "停用", en: "Stop"), from: ["open"], to: "stopped", reason: true),
                StateMove("reopen", Text(zh: "恢复使用", en: "Reopen"), from: ["stopped"], to: "open"),
            ]),
        views: [.board(by: "module")], rules: [.linesWithinBudget])

    private static let mix = Text(zh: "四种分类", en: "Four classifications")
    private static let follow = Text(zh: "执行跟踪", en: "Tracking")
}
