package import Kernel

/// Plans whose tasks wait for each other, each with its own calendar, dated together.
///
/// A link over the border of a plan fixes the earliest day of who waits. So every plan is dated with what it knows of the
/// others, and again with what they say then, until nothing moves. Dates only ever move later, and a chain crosses borders at
/// most as often as there are such links: that many rounds suffice, where no tasks wait for each other in a circle.
package struct PlanSet: Sendable {
    /// In the order in which the plans were given.
    package let schedules: [PlanSchedule]

    package struct Member: Sendable {
        package let plan: WorkPlan
        package let tasks: [WorkTask]
        package let calendar: WorkCalendar

        package init(_ plan: WorkPlan, _ tasks: [WorkTask], _ calendar: WorkCalendar) {
            self.plan = plan
            self.tasks = tasks
            self.calendar = calendar
        }

        /// Numbers of tasks of others that its own wait for.
        package var outside: Set<Int64> {
            let own = Set(tasks.map(\.number))
            return Set(tasks.flatMap { $0.follows.map(\.task) }).subtracting(own)
        }
    }

    package init(_ members: [Member], today: Day) {
        let wanted = members.map(\.outside)
        let crossing = wanted.reduce(0) { $0 + $1.count }
        let circle = crossing > 0 ? Self.circle(members) : []
        var outside = members.map { _ in OutsideDates.none }
        var schedules = members.map { Self.dated($0, today, .none, circle) }
        for _ in 0..<(circle.isEmpty ? crossing : 0) {
            let all = schedules.reduce(into: OutsideDates.none) { all, schedule in
                all.planned.merge(schedule.seen.planned) { first, _ in first }
                all.expected.merge(schedule.seen.expected) { first, _ in first }
            }
            let next = wanted.map(all.only)
            if next == outside { break }
            for place in members.indices where next[place] != outside[place] {
                schedules[place] = Self.dated(members[place], today, next[place], circle)
            }
            outside = next
        }
        for place in schedules.indices {
            let path = Self.path(schedules[place], schedules)
            schedules[place].criticalPath = path
        }
        self.schedules = schedules
    }

    /// A plan that has no part in the circle is dated as usual.
    private static func dated(_ member: Member, _ today: Day, _ outside: OutsideDates, _ circle: [WorkTask])
        -> PlanSchedule
    {
        if circle.contains(where: { $0.plan == member.plan.record }) {
            return PlanSchedule(
                member.plan, member.tasks, calendar: member.calendar, today: today, circle: circle)
        }
        return PlanSchedule(member.plan, member.tasks, calendar: member.calendar, today: today, outside: outside)
    }

    /// Tasks of several plans that wait for each other; empty where there are none.
    private static func circle(_ members: [Member]) -> [WorkTask] {
        let graph = WorkGraph(members.flatMap(\.tasks))
        do throws(Network.Cycle) {
            _ = try graph.network { Network.Activity(graph.isGroup($0) ? 0 : 1) }.schedule()
            return []
        } catch {
            let tasks = graph.named(error)
            return Set(tasks.map(\.plan)).count > 1 ? tasks : []
        }
    }

    /// The critical path of a plan with what decides in the plans before it.
    private static func path(_ schedule: PlanSchedule, _ all: [PlanSchedule]) -> [Int64] {
        var path = schedule.criticalPath
        var next = schedule.pathOutside
        var seen = Set(path)
        while let task = next, !seen.contains(task), let owner = all.first(where: { $0.seen.planned[task] != nil }) {
            let before = owner.chain(to: task)
            let new = before.path.filter { !seen.contains($0) }
            path = new + path
            seen.formUnion(new)
            next = before.outside
        }
        return path
    }
}
