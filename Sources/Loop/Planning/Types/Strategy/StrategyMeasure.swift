import Kernel
import Records

extension RecordType {
    static let strategyMeasure = RecordType(
        "strategy_measure", Text(zh: "战略指标", en: "Strategy measure"), prefix: "SM", rows: ["S-01"],
        meaning: Text(
            zh: "战略规划的关键指标：基线、目标、期限与每季度检查点，任何一天都能看出领先还是落后。",
            en:
                "A headline measure of a strategy: baseline, target, deadline and a checkpoint per quarter, so that ahead or behind can be read on any day."
        ),
        title: Text(zh: "指标名称", en: "Measure"),
        fields: [
            RecordField("plan", Text(zh: "所属规划", en: "Strategy plan"), .link(to: "strategy_plan"), required: true),
            .metric,
            RecordField(
                "segment", Text(zh: "份额细分", en: "Share segment"), .link(to: "market_segment"),
                help: Text(zh: "指标为“市场份额”时必选", en: "Needed where the metric is the market share")),
            RecordField("unit", Text(zh: "单位", en: "Unit"), .text(limit: 20)),
            RecordField("baseline", Text(zh: "基线值", en: "Baseline"), .number(NumberForm()), required: true),
            RecordField("baseline_on", Text(zh: "基线日期", en: "Baseline on"), .day),
            RecordField(
                "target", Text(zh: "目标值", en: "Target"), .number(NumberForm()), required: true,
                help: RecordField.inMetricUnit), .dueOn,
            RecordField(
                "path", Text(zh: "路径", en: "Path"),
                .choice([
                    Choice("linear", Text(zh: "匀速", en: "Straight line")),
                    Choice("slow_start", Text(zh: "先慢后快", en: "Slow start")),
                    Choice("seasonal", Text(zh: "随季节", en: "With the season")),
                    Choice("stepped", Text(zh: "按检查点", en: "By checkpoints")),
                ]),
                help: Text(
                    zh: "每季度末按路径推算；要另定数值，请建“检查点”",
                    en: "Gives the ends of quarters; where another value is meant, add a checkpoint")),
            RecordField("levers", Text(zh: "拉动因素", en: "Levers"), .longText), .evidence, .owner,
        ],
        views: [.calendar(on: "due_on")],
        starter: [
            StarterRecord(
                Text(zh: "市场份额", en: "Market share"),
                [
                    "plan": .linked([sample]), "metric": "market_share", "unit": .text(zh: "%", en: "%"),
                    "baseline": 15, "target": 25,
                    "baseline_on": .day(0), "due_on": .day(1_095), "path": "linear",
                    "levers": .text(
                        zh: "产品迭代、渠道下沉、品牌溢价；聚焦高增长细分。",
                        en: "Better products, lower-tier channels, brand premium; focus on fast-growing segments."),
                    "evidence": .text(
                        zh: "示例数值，请替换为贵公司的口径：自有销售额 ÷ 细分市场销售额。",
                        en: "Sample values: replace them by your own (own sales divided by sales of the segment)."),
                ]),
            StarterRecord(
                Text(zh: "净推荐值（NPS）", en: "Net promoter score (NPS)"),
                [
                    "plan": .linked([sample]), "metric": "nps", "unit": .text(zh: "分", en: "points"), "baseline": 35,
                    "target": 50, "baseline_on": .day(0), "due_on": .day(1_095), "path": "linear",
                    "levers": .text(
                        zh: "售后响应、会员权益与产品体验改进。", en: "After-sales response, member benefits and product experience."),
                ]),
            StarterRecord(
                Text(zh: "海外收入占比", en: "Overseas share of revenue"),
                [
                    "plan": .linked([sample]), "unit": .text(zh: "%", en: "%"), "baseline": 5, "target": 30,
                    "baseline_on": .day(0), "due_on": .day(1_825), "path": "slow_start",
                    "levers": .text(
                        zh: "东南亚与中东优先；本地供应链与跨文化团队。",
                        en: "South-East Asia and the Middle East first; local supply and cross-cultural teams."),
                ]),
        ])

    private static let sample = "Three-year marketing strategy (sample)"
}
