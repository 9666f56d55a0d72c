import Kernel

extension Metric {
    /// What goals and strategy measures may be measured by besides the registry: it has a value only for a segment whose size
    /// somebody enters, and so stands on no board (S-02).
    package static let marketShare = Metric(
        "market_share", Text(zh: "市场份额", en: "Market share"), .brand, .percent, owner: .marketing,
        .ratio(.measure(.netSales), .measure(.marketSales)),
        meaning: Text(
            zh: "我方净销售额除以同一细分、同一期间的市场销售额；市场销售额由人录入或导入。",
            en: "Our net sales by those of the market in the same segment and period, which people enter or import."))

    package var isBySegment: Bool { self == .marketShare }

    /// All that a goal may be measured by.
    package static let measurable = all + [marketShare]
}
