import Kernel
import Records

extension RecordType {
    static let fiveForcesSheet = RecordType(
        "five_forces_sheet", Text(zh: "波特五力分析表", en: "Five-forces sheet"), prefix: "FFS", rows: ["M-03"],
        meaning: Text(
            zh: "按行业与期间给五种竞争力量打分，得出可跨行业、跨年度比较的吸引力。",
            en:
                "Scores the five forces of an industry in a period, so that attractiveness can be compared across industries and years."
        ),
        title: Text(zh: "行业与期间", en: "Industry and period"),
        fields: [
            RecordField("industry", Text(zh: "行业", en: "Industry"), .text(limit: 120), required: true),
            RecordField("assessed_on", Text(zh: "评估日期", en: "Assessed on"), .day),
            force("suppliers", Text(zh: "供应商议价能力", en: "Power of suppliers")),
            force("buyers", Text(zh: "买方议价能力", en: "Power of buyers")),
            force("entrants", Text(zh: "潜在进入者", en: "New entrants")),
            force("substitutes", Text(zh: "替代品", en: "Substitutes")),
            force(
                "rivalry", Text(zh: "同业竞争", en: "Rivalry"),
                help: Text(zh: "可参考竞品矩阵与价格战频次。", en: "See the competitor matrix and how often prices are fought over.")),
            RecordField(
                "conclusion", Text(zh: "综合判断", en: "Conclusion"), .longText,
                help: Text(
                    zh: "吸引力 = 6 − 五力均分：均分越高，利润越难留住。",
                    en:
                        "Attractiveness is 6 minus the mean of the five: the stronger the forces, the harder it is to keep a margin."
                )),
            RecordField("competitors", Text(zh: "主要竞争对手", en: "Main competitors"), .links(to: "competitor")), .owner,
            .reviewOn,
        ],
        states: .minutes,
        views: [
            .spider(
                of: ["suppliers", "buyers", "entrants", "substitutes", "rivalry"],
                total: Text(zh: "行业吸引力", en: "Attractiveness"), isReversed: true)
        ],
        starter: [
            StarterRecord(
                Text(zh: "本行业五力分析（年度）", en: "Our industry, this year"),
                [
                    "industry": .text(zh: "消费品（按主营品类填写）", en: "Consumer goods (name your category)"),
                    "assessed_on": .day(0), "review_on": .day(365),
                    "conclusion": .text(
                        zh: "先在“五力指标”中逐项打分并写明依据，再回到这里给出五力得分与结论。",
                        en:
                            "Score the indicators first, each with its evidence; then give the five scores and the conclusion here."
                    ),
                ])
        ])

    private static func force(_ id: String, _ name: Text, help: Text? = nil) -> RecordField {
        .score(
            id, name, help: help ?? Text(zh: "1 = 很弱，5 = 很强（对我们不利）", en: "1 = weak, 5 = strong (against us)"),
            section: Text(zh: "五力得分", en: "The five forces"))
    }
}
