import Kernel
import Records

extension [StarterRecord] {
    /// Samples of how an advantage is stated; each begins as a claim that wants its own evidence.
    static let competitiveAdvantages = [
        advantage(
            Text(zh: "核心专利", en: "Core patents"), "technology", 27, Text(zh: "项", en: "patents"),
            Text(zh: "同品类主要对手", en: "Main rivals"), 18),
        advantage(
            Text(zh: "研发投入占比", en: "R&D share"), "technology", 8.2, Text(zh: "%", en: "%"),
            Text(zh: "请注明分母：营收或费用", en: "State the base: revenue or cost"), nil),
        advantage(
            Text(zh: "供应响应时间", en: "Supply response"), "supply", 72, Text(zh: "小时", en: "hours"),
            Text(zh: "行业平均响应时间", en: "The industry's mean"), 12),
        advantage(
            Text(zh: "单位成本低于行业", en: "Unit cost below the industry"), "cost", 12, Text(zh: "%", en: "%"),
            Text(zh: "行业平均单位成本", en: "The industry's mean unit cost"), nil),
        advantage(
            Text(zh: "转化率高于行业", en: "Conversion above the industry"), "data", 40, Text(zh: "%", en: "%"),
            Text(zh: "行业平均转化率", en: "The industry's mean conversion"), 12),
        advantage(
            Text(zh: "Z 世代首选率", en: "First choice among Gen Z"), "brand", 43, Text(zh: "%", en: "%"),
            Text(zh: "品牌追踪调研，18–28 岁", en: "Brand tracking, ages 18–28"), nil),
    ]

    private static func advantage(
        _ title: Text, _ kind: String, _ value: Double, _ unit: Text, _ base: Text, _ months: Double?
    ) -> StarterRecord {
        var values: [String: StarterValue] = [
            "kind": .code(kind), "value": .number(value), "unit": .text(unit), "compared_with": .text(base),
            "review_on": .day(180),
        ]
        values["copy_months"] = months.map { .number($0) }
        return StarterRecord(title, values)
    }
}
