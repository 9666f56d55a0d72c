import Kernel
package import Records

extension RecordType {
    package static let budget: RecordType = RecordType(
        "budget", Text(zh: "预算", en: "Budget"), prefix: "BUD", resource: .budget, rows: ["BU-01", "BU-06", "AD-07"],
        meaning: Text(
            zh: "一个期间的营销预算：总额、编制方法与上级预算。预算行合计不超过总额，总额不超过上级预算；经财务审批后生效并冻结。",
            en:
                "A marketing budget for a period: total, way of building and parent. Its lines never exceed the total, nor the total its parent; finance approves it, and then it is frozen."
        ),
        fields: [
            RecordField(
                "kind", Text(zh: "预算类型", en: "Kind"),
                .choice([
                    Choice("annual", Text(zh: "年度预算", en: "Yearly")),
                    Choice("adjustment", Text(zh: "调整方案预算", en: "Of an adjustment"), .info),
                ]), required: true),
            RecordField("starts_on", Text(zh: "开始日期", en: "Starts on"), .day, required: true),
            RecordField("ends_on", Text(zh: "结束日期", en: "Ends on"), .day, required: true),
            RecordField("total", Text(zh: "预算总额", en: "Total"), .money, required: true),
            RecordField(
                "method", Text(zh: "编制方法", en: "Built"),
                .choice([
                    Choice("zero_based", Text(zh: "零基", en: "Zero-based"), .info),
                    Choice("incremental", Text(zh: "增量", en: "Incremental")),
                ]), required: true,
                help: Text(
                    zh: "零基：每一行从零论证；增量：以上期为基数乘以增长率",
                    en: "Zero-based: every line argued from nothing. Incremental: the period before, times growth")),
            RecordField("growth", Text(zh: "增长率", en: "Growth"), .share),
            RecordField(
                "parent", Text(zh: "上级预算", en: "Parent"), .link(to: "budget"),
                help: Text(zh: "同级预算合计不得超过上级总额", en: "Budgets beside each other never exceed their parent")),
            .region, .owner, .note,
        ],
        states: .approved(), views: [.timeline(from: "starts_on", to: "ends_on")], rules: [.budgetTotals])
}
