package import Kernel
package import Records
import Warehouse

/// Where a share is to go: a goal or a strategy measure on a segment, with its path (S-01, S-02). Shares of one.
package struct ShareAim: Sendable, Identifiable {
    /// The goal, or the measure.
    package let record: Record
    package let segment: Int64
    package let target: Double
    package let due: Day
    private let path: @Sendable (Day) -> Double?

    package var id: Int64 { record.id }
    /// At the end of a day; `nil` before the path begins.
    package func expected(on day: Day) -> Double? { path(day) }

    init?(_ goal: Goal) {
        guard let segment = goal.segment, goal.metric?.isBySegment == true, goal.gap == nil, let days = goal.days,
            let target = goal.target
        else { return nil }
        record = goal.record
        self.segment = segment
        self.target = target
        due = days.lastDay
        path = { GoalPath(goal, nil).expected(on: $0) }
    }

    init?(_ measure: Record, plans: [Record], checkpoints: [Record]) {
        guard let segment = measure.whole("segment"), measure.text("metric") == "market_share",
            let plan = plans.first(where: { $0.id == measure.whole("plan") }),
            let path = MeasurePath(measure, plan: plan, checkpoints: checkpoints)
        else { return nil }
        record = measure
        self.segment = segment
        target = path.target / 100
        due = path.due
        self.path = { $0 < path.start ? nil : path.expected(on: $0) / 100 }
    }
}
