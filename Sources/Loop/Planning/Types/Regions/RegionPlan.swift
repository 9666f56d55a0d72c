import Kernel
import Records

extension RecordType {
    static let regionPlan = RecordType(
        "region_plan", Text(zh: "区域方案", en: "Region plan"), prefix: "RPL", resource: .campaign,
        rows: ["RG-02"],
        meaning: Text(
            zh: "一个区域的产品差异、经销商等级政策、本地活动、价格带与指标，逐级汇总。",
            en: "A region's product variation, dealer policy, local campaigns, price band and targets, rolled up."),
        title: Text(zh: "方案名称", en: "Plan"),
        fields: [
            .region,
            RecordField(
                "year", Text(zh: "年度", en: "Year"), .number(NumberForm(in: 2_020...2_060, decimals: 0)), required: true),
            RecordField("scores", Text(zh: "依据的评分", en: "Region score"), .links(to: "region_score")),
            RecordField(
                "product_variation", Text(zh: "产品差异", en: "Product variation"), .longText,
                help: Text(zh: "南方偏便携与防潮，北方偏耐用与保暖", en: "South: portable, against damp. North: durable and warm"),
                section: local),
            RecordField("price_band", Text(zh: "价格带", en: "Price band"), .text(limit: 80), section: local),
            RecordField("dealer_policy", Text(zh: "经销商等级政策", en: "Dealer policy"), .longText, section: local),
            RecordField(
                "campaigns", Text(zh: "本地化活动", en: "Local campaigns"), .longText,
                help: Text(
                    zh: "例如：茶饮联名、冰雪季、地方节庆", en: "Such as tea-drink co-branding, ice-and-snow season, local festivals"),
                section: local),
            RecordField(
                "taboos", Text(zh: "地方禁忌", en: "Local taboos"), .longText,
                help: Text(zh: "配色、数字、用语与习俗", en: "Colours, numbers, words and customs"), section: local),
            RecordField("goals", Text(zh: "区域目标", en: "Goals"), .links(to: "goal")),
            RecordField("budget", Text(zh: "区域预算", en: "Budget"), .money, resource: .budget),
            RecordField("team", Text(zh: "团队方案", en: "Team plan"), .link(to: "team_plan")), .owner, .note,
        ],
        states: .approved(needs: ["year", "goals", "owner"]), views: [.board(by: nil)],
        starter: [
            StarterRecord(
                Text(zh: "华南区域方案（示例）", en: "South China (sample)"),
                [
                    "year": 2_027,
                    "product_variation": .text(zh: "便携小规格、防潮包装。", en: "Small portable sizes, packaging against damp."),
                    "campaigns": .text(
                        zh: "与本地茶饮品牌联名；端午、龙舟节点。", en: "Co-branding with a tea-drink chain; Dragon Boat Festival."),
                    "taboos": .text(zh: "忌谐音不吉的数字与词。", en: "Avoid numbers and words that sound unlucky."),
                ]),
            StarterRecord(
                Text(zh: "东北区域方案（示例）", en: "North-East (sample)"),
                [
                    "year": 2_027, "product_variation": .text(zh: "大规格、耐低温、保暖。", en: "Large, cold-proof, warm."),
                    "campaigns": .text(
                        zh: "冰雪季体验与温泉、滑雪场联动。", en: "Trials at hot springs and ski slopes in the ice-and-snow season."),
                ]),
        ])

    private static let local = Text(zh: "本地化", en: "Local")
}
