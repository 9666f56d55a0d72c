import Kernel
package import Records
package import Warehouse

/// A risk with what its indicator says now (RK-01).
package struct RiskStanding: Sendable, Identifiable {
    package let record: Record
    package let indicator: Indicator?
    package var id: Int64 { record.id }

    /// The indicator of a risk, read over the last 30 days with data.
    package struct Indicator: Sendable {
        package let metric: Metric
        /// In the unit of the metric; `nil` where it cannot be computed.
        package let value: Double?
        package let reason: NotComputable?
        /// In the unit of the metric.
        package let threshold: Double
        /// Beyond is above the threshold, or below it.
        package let isUpper: Bool
        package var isBeyond: Bool? { value.map { isUpper ? $0 > threshold : $0 < threshold } }
    }

    package var likelihood: Int { Int(record.whole("likelihood") ?? 0) }
    package var impact: Int { Int(record.whole("impact") ?? 0) }
    package var weight: Int { likelihood * impact }

    /// What a risk wants to be measured by; `nil` while metric or threshold are missing.
    static func wanted(_ record: Record, _ currency: Currency) -> (metric: Metric, threshold: Double, isUpper: Bool)? {
        guard let metric = record.text("indicator").flatMap(Metric.named), let typed = record.number("threshold") else {
            return nil
        }
        return (metric, unit(typed, metric, currency), record.text("comparison") != "below")
    }

    /// Thresholds are typed in the unit in which the metric is shown: whole units of money, shares in per cent.
    private static func unit(_ typed: Double, _ metric: Metric, _ currency: Currency) -> Double {
        switch metric.unit {
        case .percent: typed / 100
        case .money: (0..<currency.decimals).reduce(typed) { value, _ in value * 10 }
        case .count, .ratio, .days, .points: typed
        }
    }
}
