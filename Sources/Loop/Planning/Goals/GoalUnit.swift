package import Kernel
package import Warehouse

/// How a number beside a metric is typed and kept: goals stand in whole units of money and in per cent, metrics count in fen
/// and in shares of one.
package struct GoalUnit: Sendable, Hashable {
    package let unit: MetricUnit
    package let currency: Currency

    package init(_ unit: MetricUnit, _ currency: Currency) {
        self.unit = unit
        self.currency = currency
    }

    /// The metric's own number of a typed one. Money comes out in whole fen.
    package func own(_ typed: Double) -> Double {
        switch unit {
        case .money: (typed * scale).rounded()
        case .percent: typed / 100
        case .count, .ratio, .days, .points: typed
        }
    }

    /// The typed number of a metric's own.
    package func typed(_ own: Double) -> Double {
        switch unit {
        case .money: own.rounded() / scale
        case .percent: own * 100
        case .count, .ratio, .days, .points: own
        }
    }

    /// The smallest step of a typed number: what a split gives out unit by unit. A fen, one thing, a hundredth.
    package var decimals: Int {
        switch unit {
        case .money: currency.decimals
        case .count: 0
        case .percent, .ratio, .days, .points: 2
        }
    }

    /// How many of the smallest steps a typed number holds, and back.
    package func steps(_ typed: Double) -> Int64 { Int64((typed * stepScale).rounded()) }
    package func typed(steps: Int64) -> Double { Double(steps) / stepScale }

    private var scale: Double { Self.tens(currency.decimals) }
    private var stepScale: Double { Self.tens(decimals) }
    private static func tens(_ count: Int) -> Double { (0..<count).reduce(1.0) { product, _ in product * 10 } }
}
