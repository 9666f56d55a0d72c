import Kernel
import Records

extension RecordType {
    static let portfolioReview = RecordType(
        "portfolio_review", Text(zh: "组合季度评审", en: "Portfolio review"), prefix: "PREV", rows: ["PP-04"],
        meaning: Text(
            zh: "每季度按产品线看毛利、周转、NPS、份额与协同，决定收尾产品并跟踪执行。",
            en:
                "Looks at margin, turnover, NPS, share and synergy of each product line every quarter, names the tail and follows it up."
        ),
        title: Text(zh: "产品线与季度", en: "Product line and quarter"),
        fields: [
            RecordField("held_on", Text(zh: "评审日期", en: "Held on"), .day, required: true),
            RecordField("product_line", Text(zh: "产品线", en: "Product line"), .text(limit: 80), required: true),
            RecordField("margin_rate", Text(zh: "毛利率", en: "Gross margin rate"), .share, section: figures),
            RecordField(
                "turnover", Text(zh: "存货周转", en: "Stock turnover"),
                .number(NumberForm(unit: Text(zh: "次/年", en: "a year"), in: 0...1_000)), section: figures),
            RecordField("nps", Text(zh: "净推荐值", en: "NPS"), .number(NumberForm(in: -100...100)), section: figures),
            RecordField("share_change", Text(zh: "份额变化", en: "Change of share"), .share, section: figures),
            .score("shared_technology", Text(zh: "技术共享", en: "Shared technology"), section: synergy),
            .score("shared_channels", Text(zh: "渠道复用", en: "Reused channels"), section: synergy),
            .score("linked_brands", Text(zh: "品牌联动", en: "Linked brands"), section: synergy),
            RecordField(
                "decision", Text(zh: "决定", en: "Decision"),
                .choice([
                    Choice("invest", Text(zh: "加投", en: "Invest"), .good), Choice("hold", Text(zh: "维持", en: "Hold")),
                    Choice("mend", Text(zh: "限期改善", en: "Mend"), .warning),
                    Choice("retire", Text(zh: "退出", en: "Retire"), .danger),
                ])),
            RecordField("exits", Text(zh: "相关退出评估", en: "Exit assessments"), .links(to: "exit_assessment")),
            RecordField("reasoning", Text(zh: "理由与后续", en: "Reasoning and follow-up"), .longText),
            RecordField("body", Text(zh: "评审机构", en: "Body"), .link(to: "governance_body")), .participants, .owner,
        ],
        states: .minutes, views: [.board(by: "decision"), .calendar(on: "held_on")])

    private static let figures = Text(zh: "经营数据", en: "Figures")
    private static let synergy = Text(zh: "协同得分（1–5）", en: "Synergy (1–5)")
}
