package import Kernel

/// A plan with the dates of its tasks: as planned (from durations, links and working days alone) and as expected (what began
/// keeps its day, what is open cannot lie in the past, what is left of a task begun follows from its progress).
package struct PlanSchedule: Sendable {
    /// So many days before the plan's first one are counted too: work may have begun early.
    package static let margin = 366

    package let plan: WorkPlan
    package let calendar: WorkCalendar
    package let today: Day
    /// In the order of the tree: a group before its parts.
    package let tasks: [TimedTask]
    /// Tasks that wait for each other in a circle: nothing is linked then, and the plan has to be mended.
    package let cycle: [WorkTask]
    /// One longest chain, from the first task to the end; where tasks of other plans decide, it begins among them.
    package internal(set) var criticalPath: [Int64]
    /// What its first task waits for in another plan.
    let pathOutside: Int64?
    /// What other plans see of it.
    let seen: OutsideDates
    private let course: Course?

    private struct Course: Sendable {
        let reckoning: WorkReckoning
        let network: Network
        let schedule: NetworkSchedule
    }

    package init(
        _ plan: WorkPlan, _ tasks: [WorkTask], calendar: WorkCalendar, today: Day, outside: OutsideDates = .none
    ) {
        self.plan = plan
        self.calendar = calendar
        self.today = today
        let graph = WorkGraph(tasks)
        let reckoning = WorkReckoning(
            graph: graph, calendar: calendar, origin: calendar.position(of: plan.startsOn), outside: outside)
        let planned = graph.network { reckoning.planned($0) }
        do throws(Network.Cycle) {
            let schedule = try planned.schedule()
            let expected = try graph.network { reckoning.expected($0, schedule, today) }.schedule()
            self.tasks = reckoning.tasks(schedule, expected)
            cycle = []
            let chain = reckoning.chain(planned, schedule)
            (criticalPath, pathOutside) = (chain.path, chain.outside)
            seen = OutsideDates(planned: reckoning.seen(schedule), expected: reckoning.seen(expected))
            course = Course(reckoning: reckoning, network: planned, schedule: schedule)
        } catch {
            cycle = graph.named(error)
            (criticalPath, pathOutside, seen, course) = ([], nil, .none, nil)
            self.tasks = Self.unlinked(reckoning, today)
        }
    }

    /// As it stands without any link, because tasks of several plans wait for each other.
    init(_ plan: WorkPlan, _ tasks: [WorkTask], calendar: WorkCalendar, today: Day, circle: [WorkTask]) {
        self.plan = plan
        self.calendar = calendar
        self.today = today
        let reckoning = WorkReckoning(
            graph: WorkGraph(tasks), calendar: calendar, origin: calendar.position(of: plan.startsOn))
        cycle = circle
        (criticalPath, pathOutside, seen, course) = ([], nil, .none, nil)
        self.tasks = Self.unlinked(reckoning, today)
    }

    /// The chain that decides when a task of this plan begins, with that task at its end.
    func chain(to task: Int64) -> (path: [Int64], outside: Int64?) {
        guard let course else { return ([], nil) }
        return course.reckoning.chain(course.network, course.schedule, to: task)
    }

    /// Without any link there is no circle.
    private static func unlinked(_ reckoning: WorkReckoning, _ today: Day) -> [TimedTask] {
        do throws(Network.Cycle) {
            let loose = try reckoning.graph.network(linked: false) { reckoning.planned($0) }.schedule()
            let expected = try reckoning.graph.network(linked: false) { reckoning.expected($0, loose, today) }
                .schedule()
            return reckoning.tasks(loose, expected)
        } catch { return [] }
    }

    package var starts: Day? { tasks.map(\.starts).min() }
    package var ends: Day? { tasks.map(\.ends).max() }
    package var expectedEnd: Day? { tasks.map(\.expectedEnd).max() }
    /// Leaves only.
    package var leaves: [TimedTask] { tasks.filter { !$0.isGroup } }
    package var late: [TimedTask] { leaves.filter(\.isLate) }

    /// Working days by which the whole is expected later than planned.
    package var slip: Int {
        guard let ends, let expectedEnd else { return 0 }
        return calendar.count(from: ends, to: expectedEnd)
    }
}
