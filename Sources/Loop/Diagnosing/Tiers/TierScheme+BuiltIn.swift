import Kernel

extension TierScheme {
    /// The two schemes of the requirements (CU-02).
    package static let builtIn: [TierScheme] = [value, behaviour]

    /// Scheme 1, four tiers by value: what a customer is worth, and whether she is slipping away.
    package static let value = TierScheme(
        "value", Text(zh: "价值分层", en: "Value tiers"),
        tiers: [
            Tier(
                "high_value", Text(zh: "高价值", en: "High value"),
                meaning: Text(
                    zh: "近期仍在购买，频次和金额都处于前列", en: "Bought lately, and among the best in both frequency and amount")),
            Tier(
                "potential", Text(zh: "潜力", en: "Potential"),
                meaning: Text(
                    zh: "近期活跃，频次或金额达到中等以上，有提升空间",
                    en: "Active lately, with middling or better frequency or amount: room to grow")),
            Tier(
                "ordinary", Text(zh: "一般", en: "Ordinary"),
                meaning: Text(zh: "购买少、金额低，尚未形成习惯", en: "Few and small purchases, no habit yet")),
            Tier(
                "churn_risk", Text(zh: "流失风险", en: "Churn risk"),
                meaning: Text(
                    zh: "曾有价值但久未购买，或已很久没有任何购买",
                    en: "Was worth something but has gone quiet, or has not bought for very long")),
        ],
        rules: [
            TierRule("high_value", recency: 4...5, frequency: 4...5, monetary: 4...5),
            TierRule("churn_risk", recency: 1...1),
            TierRule("churn_risk", recency: 2...2, frequency: 3...5),
            TierRule("churn_risk", recency: 2...2, monetary: 3...5),
            TierRule("potential", recency: 3...5, frequency: 3...5),
            TierRule("potential", recency: 3...5, monetary: 3...5),
            TierRule("ordinary"),
        ])

    /// Scheme 2, three types by behaviour: what to do next with a customer.
    package static let behaviour = TierScheme(
        "behaviour", Text(zh: "行为分型", en: "Behaviour types"),
        tiers: [
            Tier(
                "core_loyal", Text(zh: "核心忠诚", en: "Core loyal"),
                meaning: Text(
                    zh: "持续且高频购买，适合共创与专属服务", en: "Buys often and still does: for co-creation and personal service")),
            Tier(
                "to_nurture", Text(zh: "潜力培育", en: "Potential to nurture"),
                meaning: Text(
                    zh: "近期有购买但频次不高，适合场景组合与成长激励", en: "Bought lately but not often: for bundles and growth incentives")),
            Tier(
                "to_wake", Text(zh: "沉睡唤醒", en: "Dormant to wake"),
                meaning: Text(
                    zh: "较长时间没有购买，适合限时唤醒", en: "Has not bought for some time: for a time-limited offer to come back")),
        ],
        rules: [
            TierRule("to_wake", recency: 1...2),
            TierRule("core_loyal", frequency: 4...5, monetary: 3...5),
            TierRule("to_nurture"),
        ])
}
