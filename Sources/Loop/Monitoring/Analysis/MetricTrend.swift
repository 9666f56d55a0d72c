package import Kernel
package import Warehouse

/// A metric over time: its values, those of the year before, and the targets.
package struct MetricTrend: Sendable {
    package let metric: Metric
    package let grain: Grain
    package let points: [Point]

    /// One period of the line.
    package struct Point: Sendable {
        package let period: Period
        package let value: MetricValue
        package let lastYear: MetricValue
        /// The target of the whole period.
        package let target: Double?
        package let isRunning: Bool
    }

    /// How many periods of a grain make a readable line.
    package static func length(_ grain: Grain) -> Int {
        switch grain {
        case .day: 35
        case .week: 26
        case .month: 24
        case .quarter: 12
        case .year: 5
        }
    }
}

/// A metric split by a dimension: who makes the number, and who moved it.
package struct MetricBreakdown: Sendable {
    package let metric: Metric
    package let dimension: Dimension
    /// The largest first.
    package let rows: [Row]
    /// Whether the members' values add up to the whole.
    package let addsUp: Bool

    /// One member.
    package struct Row: Sendable {
        package let member: String
        package let name: Text
        package let value: MetricValue
        /// Of the whole, where members add up to it.
        package let share: Double?
        package let onPrevious: BoardCard.Change?
        package let onLastYear: BoardCard.Change?
        /// How much of the whole's change on the previous period came from here, in the metric's unit.
        package let contribution: Double?
    }
}
