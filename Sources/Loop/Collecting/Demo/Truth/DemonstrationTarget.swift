package import Kernel

/// What the demonstration company wanted a metric to be in a month.
package struct DemonstrationTarget: Sendable, Codable, Hashable {
    /// Id in the metric registry.
    package let metric: String
    /// The month's first day, as `2026-11-01`.
    package let month: String
    /// In the metric's unit: fen for money, a share (0.35) for percentages, points for NPS, turns a year for stock.
    package let value: Double

    package var period: Period? { Day(month).map { Period(.month, holding: $0) } }

    static func all(_ company: Company, _ tally: Tally) -> [DemonstrationTarget] {
        let months = company.calendar.months
        var targets: [DemonstrationTarget] = []
        for (index, month) in months.enumerated() {
            let first = "\(month.year)-\(padded(month.month, 2))-01"
            let progress = Double(index) / Double(max(1, months.count - 1))
            if let revenue = revenue(index, company, tally) {
                targets.append(DemonstrationTarget(metric: "revenue", month: first, value: revenue))
            }
            for path in paths {
                let value = path.start + (path.end - path.start) * progress
                targets.append(
                    DemonstrationTarget(metric: path.metric, month: first, value: (value * 10_000).rounded() / 10_000))
            }
        }
        return targets
    }

    /// Straight lines from the first month to the last.
    private static let paths: [(metric: String, start: Double, end: Double)] = [
        ("nps", 35, 50), ("private_share", 0.20, 0.32), ("gross_margin_rate", 0.63, 0.65),
        ("refund_rate", 0.034, 0.030),
        ("discount_rate", 0.10, 0.10), ("checkout_completion", 0.80, 0.84), ("conversion_rate", 0.16, 0.19),
        ("ad_cost_rate", 0.14, 0.085), ("positive_share", 0.58, 0.62), ("average_order_value", 14_500, 15_600),
        ("store_conversion", 0.28, 0.33), ("message_click_rate", 0.22, 0.26), ("sell_through", 0.95, 1.0),
    ]

    /// A fifth more than in the same month of the year before; in the first year what was reached, as the founders remember it.
    private static func revenue(_ month: Int, _ company: Company, _ tally: Tally) -> Double? {
        func taken(_ month: Int) -> Int64 {
            (0..<Place.regions.count).reduce(0) { $0 + tally.revenueFen[month * Place.regions.count + $1] }
        }
        let basis = month < 12 ? Double(taken(month)) : Double(taken(month - 12)) * 1.2
        return basis > 0 ? (basis / 1_000_000).rounded() * 1_000_000 : nil
    }
}
