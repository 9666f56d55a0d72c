package import Kernel

/// A proposal that thins out over-booked days: tasks that are not critical and have not begun wait a little, within their
/// float, so that no plan ends later. Day by day, the task with the most room gives way (minimum-slack rule; Wiest 1964).
/// It need not be the best of all proposals; each step makes the excess smaller, so it is never worse than doing nothing.
package struct Levelling: Sendable {
    package struct Shift: Sendable {
        package let plan: WorkPlan
        package let task: WorkTask
        package let from: Day
        package let to: Day
    }

    package let shifts: [Shift]
    /// Over-booked person-days before and after.
    package let before: Int
    package let after: Int
    package let left: [WorkClash]

    /// The whole proposal looks at so many trials at most.
    private static let trials = 300

    package init(_ schedules: [PlanSchedule]) {
        var now = schedules
        var load = WorkLoad(now)
        before = load.overbooked.count
        var moved: [Int64: Shift] = [:]
        var hopeless: Set<WorkLoad.Slot> = []
        var budget = Self.trials
        while budget > 0, let slot = load.overbooked.first(where: { !hopeless.contains($0) }) {
            guard let step = Self.step(slot, now, load, &budget) else {
                hopeless.insert(slot)
                continue
            }
            let number = step.task.task.number
            moved[number] = Shift(
                plan: now[step.plan].plan,
                task: schedules[step.plan].leaves.first { $0.id == number }?.task ?? step.task.task,
                from: moved[number]?.from ?? step.task.starts, to: step.day)
            now[step.plan] = step.schedule
            load = step.load
        }
        shifts = moved.values.sorted { ($0.to, $0.task.number) < ($1.to, $1.task.number) }
        after = load.overbooked.count
        left = load.clashes
    }

    private struct Step {
        let plan: Int
        let task: TimedTask
        let day: Day
        let schedule: PlanSchedule
        let load: WorkLoad
    }

    /// The smallest delay of the task with the most room that makes the excess smaller.
    private static func step(
        _ slot: WorkLoad.Slot, _ schedules: [PlanSchedule], _ load: WorkLoad, _ budget: inout Int
    ) -> Step? {
        let shares = load.slots[slot] ?? []
        let movable = shares.filter { $0.task.float > 0 && !$0.task.task.hasBegun }
            .sorted { ($1.task.float, $0.task.id) < ($0.task.float, $1.task.id) }
        for share in movable {
            let calendar = schedules[share.plan].calendar
            let start = calendar.position(of: share.task.starts)
            let ends = shares.filter { $0.task.id != share.task.id }.map { calendar.position(of: $0.task.ends) + 1 }
            let wanted = Set(ends + [start + share.task.float]).filter { $0 > start && $0 <= start + share.task.float }
            for position in wanted.sorted() where budget > 0 {
                budget -= 1
                let day = calendar.day(at: position)
                let moved = schedules[share.plan].releasing(share.task.id, on: day)
                var all = schedules
                all[share.plan] = moved
                let now = WorkLoad(all)
                let ends = schedules[share.plan].ends
                if now.excess < load.excess - 1e-9, moved.ends == ends {
                    return Step(plan: share.plan, task: share.task, day: day, schedule: moved, load: now)
                }
            }
        }
        return nil
    }
}

extension PlanSchedule {
    /// The same plan with one task not beginning before a day.
    func releasing(_ number: Int64, on day: Day) -> PlanSchedule {
        let changed = tasks.map { scheduled in
            var task = scheduled.task
            if task.number == number { task.release = day }
            return task
        }
        return PlanSchedule(plan, changed, calendar: calendar, today: today)
    }
}
