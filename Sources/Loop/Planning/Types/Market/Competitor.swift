import Kernel
import Records

extension RecordType {
    static let competitor = RecordType(
        "competitor", Text(zh: "竞争对手", en: "Competitor"), prefix: "COMP", rows: ["M-05", "M-06"],
        meaning: Text(
            zh: "竞品矩阵的一行：定位、渠道、促销打法与优劣势评分；价格与动态另行关联。",
            en:
                "One line of the competitor matrix: position, channels, promotions and scored strengths; products and signs are linked to it."
        ),
        title: Text(zh: "品牌或企业", en: "Brand or company"),
        fields: [
            RecordField(
                "kind", Text(zh: "竞争关系", en: "Kind of rival"),
                .choice([
                    Choice("core", Text(zh: "核心竞品", en: "Core rival"), .danger),
                    Choice("direct", Text(zh: "直接竞品", en: "Direct rival"), .warning),
                    Choice("indirect", Text(zh: "间接竞品", en: "Indirect rival")),
                    Choice("potential", Text(zh: "潜在进入者", en: "Possible entrant"), .info),
                ]), required: true,
                help: Text(
                    zh: "核心竞品保持 3–5 家，持续跟踪价格。",
                    en: "Keep three to five core rivals and follow their prices all the time.")),
            RecordField("positioning", Text(zh: "品牌定位与目标人群", en: "Position and audience"), .longText),
            RecordField("price_band", Text(zh: "主力价格带", en: "Main price band"), .text(limit: 80)),
            RecordField("share", Text(zh: "市场份额", en: "Market share"), .share),
            RecordField("website", Text(zh: "官网或旗舰店", en: "Site or flagship shop"), .web),
            RecordField(
                "channels", Text(zh: "渠道覆盖", en: "Channels"), .longText,
                help: Text(
                    zh: "直营与分销占比、电商平台、体验店覆盖城市", en: "Share of direct sales and dealers, platforms, cities with shops"),
                section: play),
            RecordField("promotions", Text(zh: "促销打法", en: "Promotions"), .longText, section: play),
            RecordField("cost_position", Text(zh: "成本与供应链", en: "Cost and supply"), .longText, section: play),
            .score("product_score", Text(zh: "产品力", en: "Product strength"), section: scores),
            .score("brand_score", Text(zh: "品牌力", en: "Brand strength"), section: scores),
            .score("channel_score", Text(zh: "渠道力", en: "Distribution"), section: scores),
            .score("digital_score", Text(zh: "数字化能力", en: "Digital skills"), section: scores),
            RecordField("strengths", Text(zh: "优势与我方应对", en: "Strengths, and our answer"), .longText, section: scores),
            RecordField("openings", Text(zh: "弱点与我方机会", en: "Weaknesses, and our opening"), .longText, section: scores),
            .owner,
        ],
        states: .watch,
        views: [
            .spider(
                of: ["product_score", "brand_score", "channel_score", "digital_score"],
                total: Text(zh: "综合实力", en: "Overall strength"), isReversed: false), .board(by: "kind"),
            .matrix(across: "brand_score", down: "product_score"),
        ])

    private static let play = Text(zh: "打法", en: "How they play")
    private static let scores = Text(zh: "优劣势评分（5 为最强）", en: "Strengths and weaknesses (5 is strongest)")
}
