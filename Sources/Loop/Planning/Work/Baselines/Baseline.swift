package import Kernel

/// What a plan promised on a day: the dates of its tasks, never changed afterwards.
package struct Baseline: Sendable, Identifiable {
    package let id: Int64
    package let name: String
    package let takenAt: Instant
    package let takenBy: String
    /// By task number.
    package let spans: [Int64: Span]

    package struct Span: Sendable, Hashable {
        package let title: String
        package let starts: Day
        package let ends: Day
    }

    /// What has moved since, the worst first: tasks that are there now, then those that were promised and are gone.
    package func drift(_ schedule: PlanSchedule) -> [BaselineDrift] {
        let now = Dictionary(schedule.leaves.map { ($0.task.number, $0) }, uniquingKeysWith: { first, _ in first })
        var found = schedule.leaves.compactMap { scheduled -> BaselineDrift? in
            let number = scheduled.task.number
            guard let span = spans[number] else {
                return BaselineDrift(task: number, title: scheduled.task.title, kind: .added(ends: scheduled.ends))
            }
            let days = schedule.calendar.count(from: span.ends, to: scheduled.ends)
            if span.ends == scheduled.ends, span.starts == scheduled.starts { return nil }
            return BaselineDrift(
                task: number, title: scheduled.task.title,
                kind: .moved(before: span, starts: scheduled.starts, ends: scheduled.ends, days: days))
        }
        let groups = Set(schedule.tasks.filter(\.isGroup).map(\.task.number))
        for (number, span) in spans where now[number] == nil && !groups.contains(number) {
            found.append(BaselineDrift(task: number, title: span.title, kind: .gone(span)))
        }
        return found.sorted { ($1.weight, $0.task) < ($0.weight, $1.task) }
    }
}

/// How one task differs from what a baseline promised.
package struct BaselineDrift: Sendable, Identifiable {
    package enum Kind: Sendable, Hashable {
        /// `days`: working days, later is positive.
        case moved(before: Baseline.Span, starts: Day, ends: Day, days: Int)
        case added(ends: Day)
        case gone(Baseline.Span)
    }

    package var id: Int64 { task }
    package let task: Int64
    package let title: String
    package let kind: Kind

    fileprivate var weight: Int { if case .moved(_, _, _, let days) = kind { abs(days) } else { 0 } }
}
