import Kernel
import Planning
import Records
import Store

/// What the pages of work share: plans, tasks and the people who may be named.
struct WorkDesk: Sendable {
    let desk: RecordDesk
    let work: WorkStore

    /// `nil` where the kinds of work are not declared.
    init?(_ desk: RecordDesk, zone: BusinessZone) {
        guard desk.records.catalog.type("task") != nil, desk.records.catalog.type("work_plan") != nil else {
            return nil
        }
        self.desk = desk
        work = WorkStore(desk.records, zone: zone)
    }

    static let gantt = "/plan/gantt"
    static let see = Access.allowed(.view, .campaign)
    static let write = Access.allowed(.edit, .campaign)

    static func path(_ task: WorkTask) -> String { "\(RecordDesk.path(RecordType.task))/\(task.number)" }
    static func path(_ plan: WorkPlan) -> String { "\(RecordDesk.path(RecordType.workPlan))/\(plan.number)" }
    static func gantt(_ plans: [WorkPlan]) -> String {
        gantt + "?" + plans.map { "plan=\($0.number)" }.joined(separator: "&")
    }

    /// The plans named in the address, or all that are not closed; with their newest baseline or the one named.
    func chosen(_ visit: Visit) async throws -> Chosen {
        let numbers = Set(visit.query.all("plan").compactMap { Int64($0) })
        let wanted = visit.query.text("baseline")
        return try await desk.records.store.read { db in
            let all = try work.plans(db)
            let exceptions = try work.exceptions(db)
            let plans = all.filter { numbers.isEmpty ? $0.state != "closed" : numbers.contains($0.number) }
            return Chosen(
                all: all,
                plans: try work.schedules(db, plans, exceptions: exceptions).map { schedule in
                    let kept = try work.baselines(db, of: schedule.plan)
                    let base = kept.first { $0.name == wanted } ?? kept.first
                    return (schedule, kept, base)
                })
        }
    }

    struct Chosen: Sendable {
        let all: [WorkPlan]
        let plans: [(schedule: PlanSchedule, baselines: [Baseline], baseline: Baseline?)]

        func data(_ today: Day, canEdit: Bool) -> GanttData {
            GanttData(plans.map { ($0.schedule, $0.baseline) }, today: today, canEdit: canEdit)
        }
    }

    /// Names of those who can own a task.
    func people(_ visit: Visit) async throws -> [String] {
        try await visit.app.accounts.all().filter { !$0.isDisabled }.map(\.name)
    }
}
