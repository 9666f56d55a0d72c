import Kernel
import Records

extension RecordType {
    static let buyerConcentrationNote = RecordType(
        "buyer_concentration_note", Text(zh: "大客户集中度研判", en: "Buyer concentration note"), prefix: "BUY", rows: ["M-04"],
        meaning: Text(
            zh: "大客户占比超限时，记录是哪些客户造成、对定价权的影响和应对。",
            en: "When large accounts pass the limit: which ones, what it does to our say in prices, and what we do."),
        title: Text(zh: "研判主题", en: "Subject"),
        fields: [
            RecordField(
                "period", Text(zh: "统计期间", en: "Period"), .text(limit: 40), required: true,
                help: Text(zh: "例如 2026 年第三季度", en: "Such as Q3 2026")),
            RecordField("measured_share", Text(zh: "大客户销售占比", en: "Share of large accounts"), .share),
            RecordField(
                "limit_share", Text(zh: "预警上限", en: "Limit"), .share,
                help: Text(zh: "默认 30%：超过即削弱定价权", en: "30 % by default: above it our say in prices weakens")),
            RecordField("accounts", Text(zh: "主要客户及占比", en: "Accounts and their shares"), .longText),
            RecordField("pricing_effect", Text(zh: "对定价权的影响", en: "Effect on pricing"), .longText),
            RecordField(
                "response", Text(zh: "应对措施", en: "What we do"), .longText,
                help: Text(
                    zh: "例如：分散客户、阶梯返利封顶、专供规格、长约锁价",
                    en: "Such as winning other accounts, capped rebates, exclusive sizes, long contracts")),
            RecordField(
                "indicator", Text(zh: "对应五力指标", en: "Five-forces indicator"), .link(to: "five_forces_indicator")),
            .owner, .reviewOn,
        ],
        states: .watch, views: [.calendar(on: "review_on")])
}
