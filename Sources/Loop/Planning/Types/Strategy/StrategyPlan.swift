import Kernel
import Records

extension RecordType {
    static let strategyPlan = RecordType(
        "strategy_plan", Text(zh: "战略规划", en: "Strategy plan"), prefix: "STR", rows: ["S-01"],
        meaning: Text(
            zh: "一个规划周期的方向与取舍；关键指标、阶段与目标都挂在它下面。",
            en: "The direction and the choices of one planning cycle; measures, phases and goals hang on it."),
        title: Text(zh: "规划名称", en: "Plan"),
        fields: [
            RecordField(
                "horizon", Text(zh: "规划周期", en: "Horizon"),
                .choice([
                    Choice("annual", Text(zh: "年度", en: "One year")),
                    Choice("three_years", Text(zh: "三年", en: "Three years")),
                    Choice("five_years", Text(zh: "五年", en: "Five years")),
                ]), required: true),
            .startsOn, .endsOn, .owner,
            RecordField("vision", Text(zh: "愿景", en: "Vision"), .longText, section: direction),
            RecordField(
                "challenge", Text(zh: "关键挑战", en: "Key challenge"), .longText,
                help: Text(zh: "一段话说清最难的问题是什么，而不是罗列愿望。", en: "One paragraph on what is hardest, not a list of wishes."),
                section: direction),
            RecordField(
                "choices", Text(zh: "战略选择", en: "Choices"), .longText,
                help: Text(zh: "在哪里竞争、如何取胜，以及明确不做什么。", en: "Where to play, how to win, and what we will not do."),
                section: direction),
            RecordField(
                "themes", Text(zh: "方案主线", en: "Themes"),
                .choices([
                    Choice("positioning", Text(zh: "精准定位", en: "Precise positioning")),
                    Choice("value", Text(zh: "价值传递", en: "Value delivery")),
                    Choice("conversion", Text(zh: "高效转化", en: "Efficient conversion")),
                    Choice("reputation", Text(zh: "口碑沉淀", en: "Word of mouth")),
                ]), section: direction),
            RecordField("body", Text(zh: "审议机构", en: "Governance body"), .link(to: "governance_body"), section: basis),
            RecordField(
                "priorities", Text(zh: "依据的优先级事项", en: "Priorities it rests on"), .links(to: "priority_item"),
                section: basis),
            RecordField(
                "cards", Text(zh: "依据的宏观因素", en: "PEST cards it rests on"), .links(to: "pest_card"),
                help: Text(zh: "宏观规则触发后，规划会提示所依据的因素已变化", en: "When a macro rule lights one of them, the plan says so"),
                section: basis),
            RecordField(
                "assumptions", Text(zh: "关键假设", en: "Assumptions"), .longText,
                help: Text(zh: "哪些判断一旦不成立，规划就要重做", en: "Which of them, if wrong, would make us plan anew"),
                section: basis),
        ],
        states: .approved(needs: ["starts_on", "ends_on", "owner", "choices"]),
        views: [.timeline(from: "starts_on", to: "ends_on"), .board(by: nil)],
        starter: [
            StarterRecord(
                Text(zh: "三年营销战略规划（示例）", en: "Three-year marketing strategy (sample)"),
                [
                    "horizon": "three_years", "starts_on": .day(0), "ends_on": .day(1_095),
                    "themes": ["positioning", "value", "conversion", "reputation"],
                    "vision": .text(
                        zh: "成为目标人群在本品类的第一选择。", en: "To be the first choice of our audience in our category."),
                    "challenge": .text(
                        zh: "流量成本上升而老客复购不足，增长过度依赖大促。",
                        en: "Traffic gets dearer while repurchase stays low: growth leans on sales events."),
                    "choices": .text(
                        zh: "聚焦高增长细分与核心人群；以私域和会员提升复购；不做全线低价，不进入无供应链优势的品类。",
                        en:
                            "Focus on fast-growing segments and core people; lift repurchase through private channels and membership. No low prices across the range, no category without a supply advantage."
                    ),
                    "assumptions": .text(
                        zh: "细分市场保持两位数增长；主要原料价格波动不超过 10%。",
                        en: "The segment keeps growing at two digits; main materials move by no more than 10 %."),
                ])
        ])

    private static let direction = Text(zh: "方向与取舍", en: "Direction and choices")
    private static let basis = Text(zh: "依据", en: "Basis")
}
