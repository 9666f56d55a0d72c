import Kernel
import Records

extension RecordType {
    static let swotEntry = RecordType(
        "swot_entry", Text(zh: "SWOT 条目", en: "SWOT entry"), prefix: "SWOT", rows: ["S-08"],
        meaning: Text(
            zh: "一条优势、劣势、机会或威胁，附依据；由宏观因素、竞品动态与资源盘点汇总而来。",
            en:
                "One strength, weakness, opportunity or threat with its evidence, drawn from PEST cards, rivals' signs and our own inventory."
        ),
        title: Text(zh: "条目", en: "Entry"),
        fields: [
            RecordField(
                "quadrant", Text(zh: "象限", en: "Quadrant"),
                .choice([
                    Choice("strength", Text(zh: "优势（S）", en: "Strength"), .good),
                    Choice("weakness", Text(zh: "劣势（W）", en: "Weakness"), .warning),
                    Choice("opportunity", Text(zh: "机会（O）", en: "Opportunity"), .info),
                    Choice("threat", Text(zh: "威胁（T）", en: "Threat"), .danger),
                ]), required: true),
            .score("importance", Text(zh: "重要程度", en: "Importance")),
            .score("urgency", Text(zh: "紧迫程度", en: "Urgency")), .evidence,
            RecordField(
                "scope", Text(zh: "适用范围", en: "Scope"), .line,
                help: Text(zh: "市场、产品线或全公司", en: "A market, a product line, or all")),
            RecordField("cards", Text(zh: "来自宏观因素", en: "From PEST cards"), .links(to: "pest_card"), section: origin),
            RecordField(
                "signs", Text(zh: "来自竞品动态", en: "From competitor signs"), .links(to: "competitor_sign"), section: origin
            ),
            RecordField(
                "resources", Text(zh: "来自资源盘点", en: "From resources"), .links(to: "resource_item"), section: origin),
            RecordField("so_what", Text(zh: "意味着什么", en: "So what"), .longText), .reviewOn, .owner,
        ],
        states: .watch,
        views: [
            .quadrants(by: "quadrant", weight: "importance", tone: nil), .board(by: "quadrant"),
            .matrix(across: "importance", down: "urgency"),
        ],
        starter: [
            swot(
                Text(zh: "双仓双链，72 小时供应响应", en: "Two warehouses, two chains: supply within 72 hours"), "strength", 4, 3,
                Text(
                    zh: "大促期间断货少，可承诺更快时效。示例，请以实测数据替换。",
                    en: "Few stock-outs in sales events, faster promises. A sample: replace it with measured data."), []
            ),
            swot(
                Text(zh: "私域复购不足", en: "Repurchase in private channels is low"), "weakness", 5, 4,
                Text(
                    zh: "社群以群发为主，缺少分层内容与触发机制。",
                    en: "Groups mostly get bulk messages; little content by tier, no triggers."), []),
            swot(
                Text(zh: "银发与可持续消费增长", en: "Silver and sustainable consumption grow"), "opportunity", 4, 2,
                Text(zh: "两类人群增速高于大盘，竞争覆盖低。", en: "Both grow faster than the market, and few rivals serve them."),
                ["Ageing opens the silver economy", "Gen Z prefers sustainable brands"]),
            swot(
                Text(zh: "数据合规收紧与成本上升", en: "Tighter data rules and rising cost"), "threat", 4, 4,
                Text(zh: "精准投放边界收窄，同时原料成本走高。", en: "Less targeted advertising while materials get dearer."),
                ["Stricter rules on data and personal information", "Higher tariffs raise supply cost"]),
        ])

    private static let origin = Text(zh: "来源", en: "Origin")
    private static func swot(
        _ title: Text, _ quadrant: String, _ importance: Int, _ urgency: Int, _ soWhat: Text, _ cards: [String]
    ) -> StarterRecord {
        StarterRecord(
            title,
            [
                "quadrant": .code(quadrant), "importance": .number(Double(importance)),
                "urgency": .number(Double(urgency)), "so_what": .text(soWhat),
            ].merging(cards.isEmpty ? [:] : ["cards": .linked(cards)]) { own, _ in own })
    }
}
