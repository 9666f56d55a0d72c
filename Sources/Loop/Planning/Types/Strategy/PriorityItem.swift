import Kernel
import Records

extension RecordType {
    static let priorityItem = RecordType(
        "priority_item", Text(zh: "优先级事项", en: "Priority item"), prefix: "PRI", rows: ["S-08"],
        meaning: Text(
            zh: "待取舍的市场、产品线或举措：多维打分，决定预算与人力向哪里倾斜。",
            en:
                "A market, product line or move that competes for resources: scored, so that budget and people tilt where they should."
        ),
        title: Text(zh: "事项", en: "Item"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("market", Text(zh: "市场", en: "Market")),
                    Choice("product_line", Text(zh: "产品线", en: "Product line")),
                    Choice("move", Text(zh: "举措", en: "Move")),
                ]), required: true),
            RecordField("horizon", Text(zh: "长短期", en: "Horizon"), .choice(.horizons), required: true),
            .score("attractiveness", Text(zh: "市场吸引力", en: "Attractiveness"), section: scores),
            .score("capability", Text(zh: "能力匹配", en: "Fit with our strengths"), section: scores),
            .score("benefit", Text(zh: "预期效益", en: "Benefit"), section: scores),
            .score("urgency", Text(zh: "紧迫程度", en: "Urgency"), section: scores),
            .score(
                "effort", Text(zh: "投入代价", en: "Effort"), help: Text(zh: "5 = 代价最大", en: "5 = the most"),
                section: scores),
            RecordField("reasoning", Text(zh: "打分理由", en: "Reasoning"), .longText, section: scores),
            RecordField("swot", Text(zh: "依据的 SWOT", en: "SWOT entries"), .links(to: "swot_entry")),
            RecordField("goals", Text(zh: "支撑的目标", en: "Goals it serves"), .links(to: "goal")),
            RecordField(
                "budget_tilt", Text(zh: "预算倾斜建议", en: "Budget tilt"), .share,
                help: Text(zh: "相对现状增减", en: "More or less than now")),
            RecordField(
                "people_tilt", Text(zh: "人力增减", en: "People"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: -10_000...10_000, decimals: 1))), .owner,
        ],
        states: .work,
        views: [
            .matrix(across: "urgency", down: "benefit"), .matrix(across: "capability", down: "attractiveness"),
            .board(by: "kind"),
        ],
        starter: [
            StarterRecord(
                Text(zh: "老客复购提升计划", en: "Programme for repurchase"),
                [
                    "kind": "move", "horizon": "long", "attractiveness": 4, "capability": 4, "benefit": 5, "urgency": 4,
                    "effort": 2, "swot": .linked(["Repurchase in private channels is low"]),
                    "goals": .linked(["Lift repurchase to 28 %"]),
                    "reasoning": .text(
                        zh: "存量客户基数大，触达成本低，见效快于拉新。",
                        en: "Many customers, cheap to reach, and faster than winning new ones."),
                ]),
            StarterRecord(
                Text(zh: "银发人群产品线试点", en: "Pilot line for older people"),
                [
                    "kind": "product_line", "horizon": "long", "attractiveness": 4, "capability": 3, "benefit": 3,
                    "urgency": 2, "effort": 3, "swot": .linked(["Silver and sustainable consumption grow"]),
                    "reasoning": .text(
                        zh: "需求增长确定，先以小批量验证价格与包装。",
                        en: "Demand grows surely; test price and packaging in a small batch first."),
                ]),
        ])

    private static let scores = Text(zh: "打分（1–5）", en: "Scores (1–5)")
}
