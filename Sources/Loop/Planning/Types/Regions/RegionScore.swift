import Kernel
import Records

extension RecordType {
    static let regionScore = RecordType(
        "region_score", Text(zh: "区域评分", en: "Region score"), prefix: "RSC", rows: ["RG-01"],
        meaning: Text(
            zh: "候选区域的四组打分依据：市场规模、竞争、政策与基础设施，据此排序并做敏感性分析。",
            en:
                "What is known of a candidate region in four groups: market, competition, policy, infrastructure; ranked, with sensitivity."
        ),
        title: Text(zh: "区域名称", en: "Region"),
        fields: [
            RecordField("region", Text(zh: "对应销售区域", en: "Sales region"), .region),
            RecordField(
                "year", Text(zh: "数据年份", en: "Year of the data"), .number(NumberForm(in: 2_000...2_060, decimals: 0))),
            RecordField(
                "population", Text(zh: "人口", en: "Population"),
                .number(NumberForm(unit: Text(zh: "万人", en: "10,000"), in: 0...200_000)), section: market),
            RecordField(
                "gdp", Text(zh: "地区生产总值", en: "GDP"),
                .number(NumberForm(unit: Text(zh: "亿元", en: "100 million yuan"), in: 0...1_000_000)), section: market),
            RecordField("income", Text(zh: "人均可支配收入", en: "Disposable income per head"), .money, section: market),
            .score("market_score", Text(zh: "市场规模得分", en: "Market"), section: market),
            .score(
                "rival_density", Text(zh: "竞争激烈程度", en: "Density of rivals"),
                help: Text(zh: "5 = 红海，评分时反向计入", en: "5 = red sea; it counts against"), section: competition),
            RecordField("rivals", Text(zh: "主要对手", en: "Rivals"), .links(to: "competitor"), section: competition),
            .score("policy_score", Text(zh: "政策匹配", en: "Policy fit"), section: ground),
            .score("logistics_score", Text(zh: "物流", en: "Logistics"), section: ground),
            .score("digital_score", Text(zh: "电商与数字化", en: "Commerce and digital"), section: ground),
            RecordField("evidence", Text(zh: "依据与来源", en: "Evidence and sources"), .longText),
            RecordField(
                "verdict", Text(zh: "结论", en: "Verdict"),
                .choice([
                    Choice("enter", Text(zh: "优先进入", en: "Enter first"), .good),
                    Choice("prepare", Text(zh: "储备", en: "Prepare"), .info), Choice("wait", Text(zh: "暂缓", en: "Wait")),
                ])), .owner,
        ],
        states: .watch, views: [.matrix(across: "rival_density", down: "market_score"), .board(by: "verdict")])

    private static let market = Text(zh: "市场规模", en: "Market")
    private static let competition = Text(zh: "竞争", en: "Competition")
    private static let ground = Text(zh: "政策与基础设施", en: "Policy and infrastructure")
}
