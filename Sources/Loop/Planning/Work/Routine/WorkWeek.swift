package import Kernel

/// A week of work in figures: what was finished, what was due and is not, what comes next. Computed, nobody writes it.
package struct WorkWeek: Sendable {
    package struct Entry: Sendable {
        package let plan: WorkPlan
        package let task: TimedTask
    }

    package let period: Period
    package let finished: [Entry]
    /// Begun in the week and not finished.
    package let begun: [Entry]
    /// Planned to end by the last day of the week that counts, and still open.
    package let overdue: [Entry]
    /// Expected later than planned, the worst first.
    package let deviations: [Entry]
    /// Planned to begin or end in the week after.
    package let next: [Entry]

    package init(_ schedules: [PlanSchedule], holding day: Day, today: Day, owner: Int64? = nil) {
        let period = Period(.week, holding: day)
        let after = Period(.week, holding: period.end)
        self.period = period
        let all = schedules.flatMap { schedule in
            schedule.leaves.filter { owner == nil || $0.task.owner == owner }.map {
                Entry(plan: schedule.plan, task: $0)
            }
        }
        finished = all.filter { $0.task.task.finished.map(period.contains) ?? false }
        begun = all.filter { $0.task.task.began.map(period.contains) ?? false && !$0.task.task.isDone }
        let until = min(period.lastDay, today - 1)
        overdue = all.filter { !$0.task.task.isDone && $0.task.ends <= until }
            .sorted { ($0.task.ends, $0.task.id) < ($1.task.ends, $1.task.id) }
        deviations = all.filter { $0.task.isLate && !$0.task.task.isDone }
            .sorted { ($1.task.slip, $0.task.id) < ($0.task.slip, $1.task.id) }
        next = all.filter { !$0.task.task.isDone && (after.contains($0.task.starts) || after.contains($0.task.ends)) }
    }
}
