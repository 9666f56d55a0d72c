package import Kernel
package import Warehouse

/// One number of a board with all that is needed to judge it.
package struct BoardCard: Sendable {
    package let metric: Metric
    package let value: MetricValue
    /// The target of the whole period.
    package let target: Double?
    /// What should be reached by now: of a running period, the elapsed share of what adds up day by day.
    package let expected: Double?
    package let attainment: Double?
    package let light: Light
    /// From which attainment on it is green, and from which amber.
    package let limits: LightLimits
    /// 环比 and 同比.
    package let onPrevious: Change?
    package let onLastYear: Change?
    /// Thirteen periods, the current one last; `nil` where not computable.
    package let history: [Double?]
    package let freshness: Freshness
    /// The data do not cover the whole of the period shown.
    package let isPartial: Bool

    /// A change against another period.
    package struct Change: Sendable, Hashable {
        /// Relative, but in the metric's own unit for shares and points.
        package let amount: Double
        package let kind: Kind
        package let isGood: Bool?

        package enum Kind: Sendable { case relative, percentagePoints, points }
    }

    /// How far the data reach and when they came.
    package struct Freshness: Sendable, Hashable {
        /// The last day on which all sources have rows.
        package let lastDay: Day?
        package let loadedAt: Instant?
    }
}

extension BoardCard.Change {
    /// `nil` where either side is missing, or a relative change has no base.
    init?(from base: MetricValue, to value: MetricValue, of metric: Metric) {
        guard let before = base.number, let now = value.number else { return nil }
        switch metric.unit {
        case .percent:
            amount = now - before
            kind = .percentagePoints
        case .points:
            amount = now - before
            kind = .points
        case .money, .count, .ratio, .days:
            guard before != 0 else { return nil }
            amount = (now - before) / abs(before)
            kind = .relative
        }
        isGood = abs(amount) < 0.000_05 ? nil : (amount > 0) == (metric.direction == .higherIsBetter)
    }
}
