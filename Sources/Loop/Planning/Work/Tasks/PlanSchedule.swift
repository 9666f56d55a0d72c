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
    /// One longest chain, from the first task to the end.
    package let criticalPath: [Int64]

    package init(_ plan: WorkPlan, _ tasks: [WorkTask], calendar: WorkCalendar, today: Day) {
        self.plan = plan
        self.calendar = calendar
        self.today = today
        let graph = WorkGraph(tasks)
        let reckoning = WorkReckoning(graph: graph, calendar: calendar, origin: calendar.position(of: plan.startsOn))
        let planned = graph.network { reckoning.planned($0) }
        do throws(Network.Cycle) {
            let schedule = try planned.schedule()
            let expected = try graph.network { reckoning.expected($0, schedule, today) }.schedule()
            self.tasks = reckoning.tasks(schedule, expected)
            cycle = []
            criticalPath = reckoning.chain(planned, schedule)
        } catch {
            cycle = graph.named(error)
            criticalPath = []
            self.tasks = Self.unlinked(reckoning, today)
        }
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
