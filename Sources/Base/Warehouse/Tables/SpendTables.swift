import Kernel

extension CanonicalTable {
    /// What advertising cost and brought, by day, channel and campaign.
    package static let adSpend = CanonicalTable(
        "ad_spend", Text(zh: "广告投放", en: "Ad spend"), day: "spent_on",
        [
            Column("spent_on", .day), Column("channel", .text), Column("campaign", .text), Column("region", .text),
            Column("cost_fen", .integer), Column("impressions", .integer), Column("clicks", .integer),
            Column("new_leads", .integer),
        ])

    /// Booked budget lines.
    package static let budgetActual = CanonicalTable(
        "budget_actual", Text(zh: "预算执行", en: "Budget actuals"), day: "booked_on",
        [Column("booked_on", .day), Column("line", .text), Column("region", .text), Column("amount_fen", .integer)])
}
