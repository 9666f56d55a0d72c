import Kernel
import Records

extension RecordType {
    static let fiveForcesIndicator = RecordType(
        "five_forces_indicator", Text(zh: "五力指标", en: "Five-forces indicator"), prefix: "FFI", rows: ["M-03"],
        meaning: Text(
            zh: "五力评分背后的单项指标：得分、数值、依据与走势。", en: "One indicator behind a force's score: value, evidence and trend."),
        title: Text(zh: "指标", en: "Indicator"),
        fields: [
            RecordField("sheet", Text(zh: "所属分析表", en: "Sheet"), .link(to: "five_forces_sheet"), required: true),
            RecordField(
                "force", Text(zh: "力量", en: "Force"),
                .choice([
                    Choice("suppliers", Text(zh: "供应商", en: "Suppliers")),
                    Choice("buyers", Text(zh: "买方", en: "Buyers")),
                    Choice("entrants", Text(zh: "潜在进入者", en: "New entrants")),
                    Choice("substitutes", Text(zh: "替代品", en: "Substitutes")),
                    Choice("rivalry", Text(zh: "同业竞争", en: "Rivalry")),
                ]), required: true),
            .score(
                "strength", Text(zh: "得分", en: "Score"),
                help: Text(zh: "1 = 对我们很有利，5 = 对我们很不利", en: "1 = very good for us, 5 = very bad for us")),
            RecordField("value", Text(zh: "当前数值", en: "Value"), .line),
            RecordField("trend", Text(zh: "走势", en: "Trend"), .choice(.trends)),
            RecordField("question", Text(zh: "判断要点", en: "How to judge"), .longText), .evidence, .source,
        ],
        views: [.board(by: "force"), .matrix(across: "force", down: "strength")],
        starter: .fiveForcesIndicators)
}
