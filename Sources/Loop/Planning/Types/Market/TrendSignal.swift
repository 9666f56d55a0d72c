import Kernel
import Records

extension RecordType {
    static let trendSignal = RecordType(
        "trend_signal", Text(zh: "趋势信号", en: "Trend signal"), prefix: "TREND", rows: ["M-07"],
        meaning: Text(
            zh: "趋势雷达上的一个点：来自数据库、协会报告或权威媒体，带日期与判断。",
            en: "A point on the trend radar: from a database, an association's report or the press, dated and judged."),
        title: Text(zh: "信号", en: "Signal"),
        fields: [
            RecordField(
                "kind", Text(zh: "领域", en: "Field"),
                .choice([
                    Choice("technology", Text(zh: "技术", en: "Technology")),
                    Choice("policy", Text(zh: "政策", en: "Policy")),
                    Choice("consumption", Text(zh: "消费", en: "Consumption")),
                    Choice("business_model", Text(zh: "商业模式", en: "Business model")),
                    Choice("industry", Text(zh: "行业规模", en: "Industry")),
                ]), required: true),
            RecordField("seen_on", Text(zh: "日期", en: "Seen on"), .day, required: true),
            RecordField("summary", Text(zh: "摘要", en: "Summary"), .longText),
            RecordField(
                "distance", Text(zh: "影响时间", en: "Time to effect"),
                .choice([
                    Choice("now", Text(zh: "一年内", en: "Within a year"), .danger),
                    Choice("soon", Text(zh: "1–3 年", en: "1–3 years"), .warning),
                    Choice("later", Text(zh: "3 年以上", en: "Over 3 years")),
                ])),
            .score("strength", Text(zh: "影响强度", en: "Strength")),
            RecordField("effect", Text(zh: "性质", en: "Effect"), .choice(.effects)),
            RecordField(
                "industry_figures", Text(zh: "行业数据", en: "Industry figures"), .longText,
                help: Text(
                    zh: "发展阶段、市场规模、增速、利润水平及口径", en: "Stage, market size, growth and profit, and how they are counted")),
            .source, .sourceLink,
            RecordField("confidence", Text(zh: "可信度", en: "Confidence"), .choice(.confidence)),
            RecordField("cards", Text(zh: "相关 PEST 因素", en: "PEST cards"), .links(to: "pest_card")), .owner,
        ],
        states: .watch,
        views: [
            .radar(rings: "distance", sectors: "kind", weight: "strength", tone: "effect"),
            .matrix(across: "distance", down: "strength"), .board(by: "kind"), .calendar(on: "seen_on"),
        ],
        starter: [
            StarterRecord(
                Text(zh: "社交种草改变决策路径", en: "Seeding changes how people decide"),
                [
                    "kind": "consumption", "seen_on": .day(0), "distance": "now", "strength": 4,
                    "effect": "opportunity",
                    "summary": .text(
                        zh: "由“品牌认知—门店体验—线上复购”转为“社交种草—即时比价—全渠道履约”。",
                        en:
                            "From brand, shop and repurchase online to seeding, instant price comparison and fulfilment in any channel."
                    ),
                ]),
            StarterRecord(
                Text(zh: "即时零售加速渗透", en: "Quick commerce spreads"),
                [
                    "kind": "business_model", "seen_on": .day(0), "distance": "now", "strength": 3,
                    "effect": "opportunity",
                    "summary": .text(
                        zh: "半小时达改变囤货习惯，小规格与门店库存共享成为关键。",
                        en: "Delivery within half an hour ends stocking up: small sizes and shared shop stock matter."),
                ]),
        ])
}
