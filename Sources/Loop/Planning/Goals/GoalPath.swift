package import Kernel
package import Warehouse

/// What a goal should have reached on a day on its way from baseline to target.
package struct GoalPath: Sendable {
    private let goal: Goal
    /// Daily sums, from which the season is read; `nil` where there are none.
    private let sums: DailySums?

    package init(_ goal: Goal, _ sums: DailySums?) {
        self.goal = goal
        self.sums = sums
    }

    /// At the end of `day`. What adds up: the target times the share of last year's same days that lay up to this day; evenly
    /// by days where the year before is not known. Others go straight from baseline to target. `nil` before the first day.
    package func expected(on day: Day) -> Double? {
        guard let days = goal.days, let target = goal.target, let metric = goal.metric, day >= days.start else {
            return nil
        }
        let passed = min(day, days.lastDay) - days.start + 1
        let even = Double(passed) / Double(days.dayCount)
        guard metric.shape != .sum else {
            return target * (seasonal(days, Period(from: days.start, upTo: days.start + passed)) ?? even)
        }
        return goal.baseline.map { $0 + (target - $0) * even }
    }

    /// Whether the path of a sum follows the season of the year before.
    package var isSeasonal: Bool {
        goal.days.map { seasonal($0, $0) != nil } ?? false
    }

    private func seasonal(_ days: Period, _ passed: Period) -> Double? {
        guard let sums else { return nil }
        return Season(sums).share(of: passed, in: days)
    }
}
