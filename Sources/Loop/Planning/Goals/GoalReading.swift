package import Kernel
import Warehouse

/// A goal at one moment: the path, what was reached, and what will probably come of it.
package struct GoalReading: Sendable {
    package let goal: Goal
    /// The last day that the data cover.
    package let asOf: Day
    /// What was reached: the goal's days so far, or the last whole month of a level.
    package let actual: Double?
    /// What should be reached by now.
    package let expected: Double?
    /// What was reached of what is expected by now.
    package let attainment: Double?
    package let prospect: Prospect
    package let light: GoalLight

    package enum Prospect: Sendable {
        case forecast(GoalForecast, probability: Double)
        /// The deadline has passed.
        case ended(isReached: Bool)
        /// Why nothing can be said.
        case unknown(Text)
    }

    package var forecast: GoalForecast? { if case .forecast(let forecast, _) = prospect { forecast } else { nil } }
    package var probability: Double? {
        switch prospect {
        case .forecast(_, let probability): probability
        case .ended(let isReached): isReached ? 1 : 0
        case .unknown: nil
        }
    }

    init(_ goal: Goal, asOf: Day, actual: Double?, expected: Double?, prospect: Prospect) {
        self.goal = goal
        self.asOf = asOf
        self.actual = actual
        self.expected = expected
        let direction = goal.metric?.direction ?? .higherIsBetter
        attainment = actual.flatMap { actual in expected.flatMap { attained(actual, of: $0, direction) } }
        self.prospect = prospect
        switch prospect {
        case .forecast(_, let probability): light = GoalLight(probability: probability)
        case .ended(let isReached): light = isReached ? .onTrack : .unlikely
        case .unknown: light = goal.gap == nil ? GoalLight(attainment: attainment) : .unknown
        }
    }
}
