import Kernel
import Records

extension RecordType {
    static let scenarioCard = RecordType(
        "scenario_card", Text(zh: "情景卡", en: "Scenario card"), prefix: "SCN", rows: ["M-07"],
        meaning: Text(
            zh: "对颠覆性技术、需求分化等不确定局面预先推演：先兆、影响和准备动作。",
            en:
                "Thinks through what is uncertain, such as a disruptive technology or split demand: early signs, effects, preparation."
        ),
        title: Text(zh: "情景", en: "Scenario"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("technology", Text(zh: "技术颠覆", en: "Disruptive technology")),
                    Choice("demand", Text(zh: "需求变化", en: "Shift of demand")),
                    Choice("policy", Text(zh: "政策突变", en: "Sudden policy")),
                    Choice("competition", Text(zh: "竞争格局", en: "Competition")),
                ]), required: true),
            RecordField("description", Text(zh: "情景描述", en: "Description"), .longText, required: true),
            .score("likelihood", Text(zh: "可能性", en: "Likelihood")),
            .score("impact", Text(zh: "影响程度", en: "Impact")),
            RecordField(
                "early_signs", Text(zh: "先兆", en: "Early signs"), .longText,
                help: Text(zh: "出现哪些可观察的信号，说明它正在发生", en: "What we would see if it began")),
            RecordField("signals", Text(zh: "关联信号", en: "Signals"), .links(to: "trend_signal")),
            RecordField("effects", Text(zh: "对我方的影响", en: "Effects on us"), .longText),
            RecordField("preparation", Text(zh: "现在就做的准备", en: "What we prepare now"), .longText),
            RecordField("if_it_happens", Text(zh: "一旦发生的动作", en: "What we do if it happens"), .longText), .owner,
            .reviewOn,
        ],
        states: .watch, views: [.matrix(across: "likelihood", down: "impact")],
        starter: [
            StarterRecord(
                Text(zh: "需求两极分化", en: "Demand polarises"),
                [
                    "kind": "demand", "likelihood": 4, "impact": 4,
                    "description": .text(
                        zh: "中间价格带持续萎缩，消费者要么追求极致性价比，要么愿为品质与情绪价值付溢价。",
                        en:
                            "The middle keeps shrinking: people want the best value, or pay more for quality and feeling."
                    ),
                    "early_signs": .text(
                        zh: "中价位单品复购下降；入门规格与礼盒占比同时上升。",
                        en: "Repurchase of mid-priced products falls while entry sizes and gift sets both gain."),
                    "preparation": .text(
                        zh: "准备引流规格；高端线先做小批量验证。", en: "Prepare an entry size; try the premium line in a small batch."),
                    "if_it_happens": .text(
                        zh: "重新分配产品线预算，中价位产品收缩到主推单品。",
                        en: "Move product budgets and keep only the best of the mid-priced range."),
                    "review_on": .day(180),
                ]),
            StarterRecord(
                Text(zh: "替代技术突然成熟", en: "A substitute technology matures"),
                [
                    "kind": "technology", "likelihood": 2, "impact": 5,
                    "description": .text(
                        zh: "跨品类的新技术以更低成本满足同一需求。",
                        en: "A technology from another category meets the same need for less."),
                    "early_signs": .text(
                        zh: "相关专利与融资数量激增；头部平台设立独立类目。",
                        en: "Patents and funding soar; platforms give it a category of its own."),
                    "preparation": .text(
                        zh: "设立预研基金，与一家技术伙伴保持联合验证。",
                        en: "Keep a pre-research fund and one technical partner for joint trials."),
                    "review_on": .day(180),
                ]),
        ])
}
