import Kernel
import Records

extension RecordType {
    static let macroRule = RecordType(
        "macro_rule", Text(zh: "宏观指标规则", en: "Macro rule"), prefix: "MAC", rows: ["M-02"],
        meaning: Text(
            zh: "规定宏观指标到什么程度要做什么：重审价格、提示融资成本，或开立机会卡。",
            en:
                "Says what happens when a macro indicator moves: a pricing review, a note on financing, or an opportunity card."
        ),
        title: Text(zh: "规则", en: "Rule"),
        fields: [
            RecordField(
                "indicator", Text(zh: "宏观指标", en: "Indicator"),
                .choice([
                    Choice("gdp_growth", Text(zh: "GDP 增速", en: "GDP growth")),
                    Choice("inflation", Text(zh: "通胀（CPI）", en: "Inflation (CPI)")),
                    Choice("consumption", Text(zh: "社零增速", en: "Retail sales growth")),
                    Choice("interest_rate", Text(zh: "利率（LPR）", en: "Interest rate (LPR)")),
                    Choice("income", Text(zh: "人均可支配收入增速", en: "Growth of disposable income")),
                    Choice("confidence", Text(zh: "消费者信心指数", en: "Consumer confidence")),
                    Choice("other", Text(zh: "其他（填写数据序列）", en: "Another (name its series)")),
                ]), required: true),
            RecordField(
                "series", Text(zh: "数据序列", en: "Series"), .text(limit: 120),
                help: Text(
                    zh: "宏观数据中的指标名称，须完全一致；空着按宏观指标自动匹配",
                    en: "The name of the series in the macro data, letter by letter; empty: found by the indicator")),
            RecordField(
                "comparison", Text(zh: "判断方式", en: "Test"),
                .choice([
                    Choice("below", Text(zh: "低于", en: "Falls below")),
                    Choice("above", Text(zh: "高于", en: "Rises above")),
                    Choice("change", Text(zh: "单期变动超过", en: "Moves in one period by more than")),
                ]), required: true),
            RecordField(
                "threshold", Text(zh: "门槛", en: "Threshold"),
                .number(NumberForm(in: -100...1_000_000)), required: true,
                help: Text(zh: "按数据序列的单位填写", en: "In the unit of the series")),
            RecordField(
                "periods", Text(zh: "连续期数", en: "Periods in a row"), .scale(1...12),
                help: Text(
                    zh: "连续几期满足才触发，避免单期波动。",
                    en: "How many periods in a row it must hold, so that one outlier does not count.")),
            RecordField(
                "response", Text(zh: "触发动作", en: "What it opens"),
                .choice([
                    Choice("pricing_review", Text(zh: "价格复核", en: "Pricing review")),
                    Choice("financing_note", Text(zh: "融资成本提示", en: "Note on financing cost")),
                    Choice("opportunity", Text(zh: "机会卡", en: "Opportunity card")),
                    Choice("risk", Text(zh: "风险登记", en: "Entry in the risk register")),
                ]), required: true),
            RecordField("reasoning", Text(zh: "理由", en: "Reasoning"), .longText),
            RecordField("cards", Text(zh: "相关 PEST 因素", en: "PEST cards"), .links(to: "pest_card")),
            .owner, .reviewOn,
        ],
        views: [.board(by: "response")],
        starter: [
            StarterRecord(
                Text(zh: "经济下行：重审价格", en: "Downturn: revisit prices"),
                [
                    "indicator": "gdp_growth", "comparison": "below", "threshold": 4, "periods": 2,
                    "response": "pricing_review",
                    "cards": .linked(["Spending splits between thrift and quality"]),
                    "reasoning": .text(
                        zh: "需求转弱时，检查价格弹性与入门规格，避免用全线降价换量。",
                        en:
                            "When demand weakens, look at elasticities and entry sizes before cutting prices across the range."
                    ),
                ]),
            StarterRecord(
                Text(zh: "利率变动：提示融资成本", en: "Rates move: financing cost"),
                [
                    "indicator": "interest_rate", "comparison": "change", "threshold": 0.25, "periods": 1,
                    "response": "financing_note",
                    "reasoning": .text(
                        zh: "备货与账期占用资金，利率变动改变经销商授信与备货深度。",
                        en: "Stock and credit terms tie up money: rates change how much dealers can carry."),
                ]),
            StarterRecord(
                Text(zh: "消费者信心连续低于 100：控制库存与提价", en: "Confidence below 100: hold stock and price rises"),
                [
                    "indicator": "confidence", "comparison": "below", "threshold": 100, "periods": 2,
                    "response": "risk", "cards": .linked(["Spending splits between thrift and quality"]),
                    "reasoning": .text(
                        zh: "信心指数以 100 为分界；连续两个月偏弱时，新品备货与提价计划先复核。",
                        en: "100 is the dividing line; after two weak months look at new stock and price rises again."),
                ]),
            StarterRecord(
                Text(zh: "中等收入群体扩大：推高端线", en: "Rising middle class: premium offer"),
                [
                    "indicator": "income", "comparison": "above", "threshold": 6, "periods": 2,
                    "response": "opportunity",
                    "reasoning": .text(
                        zh: "收入持续增长时评估高端线与服务化升级的空间。",
                        en: "While incomes keep growing, weigh a premium line and paid services."),
                ]),
        ])
}
