package import Kernel

/// How much of each person's day is planned, over all plans. What is finished needs nobody any more; days past are past.
package struct WorkLoad: Sendable {
    package struct Slot: Sendable, Hashable {
        package let owner: Int64
        package let day: Day
    }

    package struct Share: Sendable {
        package let plan: Int
        package let task: TimedTask
    }

    /// Tolerance: three tasks of a third of a day each are a full day, not more.
    static let full = 1.0 + 1e-6

    private(set) package var slots: [Slot: [Share]] = [:]

    package init(_ schedules: [PlanSchedule]) {
        for (plan, schedule) in schedules.enumerated() {
            for scheduled in schedule.leaves where !scheduled.task.isDone && !scheduled.task.isMilestone {
                guard let owner = scheduled.task.owner, scheduled.task.load > 0 else { continue }
                let first = max(scheduled.starts, schedule.today)
                guard first <= scheduled.ends else { continue }
                for day in stride(from: first, through: scheduled.ends, by: 1) where schedule.calendar.isWorking(day) {
                    slots[Slot(owner: owner, day: day), default: []].append(Share(plan: plan, task: scheduled))
                }
            }
        }
    }

    static func load(_ shares: [Share]) -> Double { shares.reduce(0) { $0 + $1.task.task.load } }

    /// Person-days beyond a full day, summed.
    package var excess: Double { slots.values.reduce(0) { $0 + max(0, Self.load($1) - 1) } }
    /// Days of people on which more than a full day is planned.
    package var overbooked: [Slot] {
        slots.filter { Self.load($0.value) > Self.full }.map(\.key).sorted { ($0.day, $0.owner) < ($1.day, $1.owner) }
    }

    /// Over-booked days that lie side by side with the same tasks, as one.
    package var clashes: [WorkClash] {
        var found: [WorkClash] = []
        for slot in overbooked.sorted(by: { ($0.owner, $0.day) < ($1.owner, $1.day) }) {
            let shares = slots[slot] ?? []
            let tasks = shares.map(\.task).sorted { $0.task.number < $1.task.number }
            let numbers = tasks.map(\.task.number)
            if let last = found.last, last.owner == slot.owner, slot.day - last.until <= 3,
                last.tasks.map(\.task.number) == numbers
            {
                found[found.count - 1].until = slot.day
                found[found.count - 1].days += 1
            } else {
                found.append(
                    WorkClash(
                        owner: slot.owner, name: tasks.first?.task.ownerName ?? "", from: slot.day, until: slot.day,
                        days: 1, load: Self.load(shares), tasks: tasks))
            }
        }
        return found.sorted { ($0.from, $0.owner) < ($1.from, $1.owner) }
    }
}

/// Somebody is planned for more than a full day.
package struct WorkClash: Sendable {
    package let owner: Int64
    package let name: String
    package let from: Day
    package fileprivate(set) var until: Day
    /// Working days.
    package fileprivate(set) var days: Int
    /// 1 is a full day.
    package let load: Double
    package let tasks: [TimedTask]
}
