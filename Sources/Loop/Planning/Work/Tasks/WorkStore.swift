package import GRDB
package import Kernel
package import Records
import Store

/// Reads plans and their tasks in one question each; what is written goes through the declared records.
package struct WorkStore: Sendable {
    package let records: RecordStore
    package let zone: BusinessZone

    package init(_ records: RecordStore, zone: BusinessZone) {
        self.records = records
        self.zone = zone
    }

    /// Plans that are not archived, those under way first.
    package func plans(_ db: Database) throws -> [WorkPlan] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT p.*, s.number AS template_number FROM r_work_plan p
                LEFT JOIN r_sop_template s ON s.record_id = p.template
                WHERE p.archived_at IS NULL
                ORDER BY CASE p.state WHEN 'active' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, p.starts_on, p.number
                """
        ).compactMap(Self.plan)
    }

    /// Problem: `record.unknown_record`.
    package func plan(_ db: Database, number: Int64) throws -> WorkPlan {
        guard let plan = try plans(db).first(where: { $0.number == number }) else {
            throw RecordProblem.unknownRecord(RecordType.workPlan.number(number))
        }
        return plan
    }

    /// The tasks of a plan that are neither archived nor dropped, in the order in which people put them.
    package func tasks(_ db: Database, of plan: Int64) throws -> [WorkTask] { try Self.tasks(db, of: plan) }

    static func tasks(_ db: Database, of plan: Int64) throws -> [WorkTask] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT t.record_id, t.number, t.version, t.plan, t.title, t.owner, t.department, t.days, t.is_milestone,
                    t.starts_on, t.follows, t.load, t.progress, t.began_on, t.finished_on, t.state,
                    p.number AS parent_number, a.name AS owner_name,
                    g.number AS gate_number, g.title AS gate_title, g.state AS gate_state
                FROM r_task t
                LEFT JOIN r_task p ON p.record_id = t.parent AND p.archived_at IS NULL
                LEFT JOIN account a ON a.account_id = t.owner
                LEFT JOIN r_stage_gate g ON g.record_id = t.gate
                WHERE t.plan = ? AND t.archived_at IS NULL AND t.state <> 'dropped'
                ORDER BY coalesce(t.place, t.number), t.number
                """, arguments: [plan]
        ).map(task)
    }

    private static func plan(_ row: Row) -> WorkPlan? {
        guard let start = row["starts_on"] as Day? else { return nil }
        return WorkPlan(
            record: row["record_id"], number: row["number"], title: row["title"] as String? ?? "", startsOn: start,
            dueOn: row["due_on"], calendar: (row["calendar"] as String?).flatMap(WorkCalendarKind.init) ?? .china,
            state: row["state"], template: row["template_number"], owner: row["owner"])
    }

    private static func task(_ row: Row) -> WorkTask {
        let follows = Dependency.list(row["follows"] as String? ?? "")
        let isMilestone = row["is_milestone"] as Bool? ?? false
        let gate = (row["gate_number"] as Int64?).map {
            WorkGate(number: $0, title: row["gate_title"] as String? ?? "", isPassed: row["gate_state"] == "passed")
        }
        return WorkTask(
            record: row["record_id"], number: row["number"], version: row["version"], plan: row["plan"] as Int64? ?? 0,
            parent: row["parent_number"], title: row["title"] as String? ?? "", owner: row["owner"],
            ownerName: row["owner_name"] as String? ?? "", department: row["department"],
            days: isMilestone ? 0 : Int((row["days"] as Double? ?? 1).rounded()), release: row["starts_on"],
            follows: follows.read, unread: follows.unread, load: row["load"] as Double? ?? 1,
            progress: row["progress"] as Double? ?? 0, began: row["began_on"], finished: row["finished_on"],
            state: row["state"], gate: gate)
    }

    /// Days that differ from the calendar, by day: `true` is worked. What was entered last counts.
    package func exceptions(_ db: Database) throws -> [Day: Bool] {
        var days: [Day: Bool] = [:]
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT from_on, until_on, kind FROM r_workday_exception
                WHERE archived_at IS NULL AND state <> 'retired' ORDER BY number
                """)
        for row in rows {
            guard let first = row["from_on"] as Day? else { continue }
            let last = min(max(row["until_on"] as Day? ?? first, first), first + 366)
            for day in stride(from: first, through: last, by: 1) { days[day] = row["kind"] == "working" }
        }
        return days
    }

    /// A plan as it stands today, with what it waits for in others.
    package func schedule(_ db: Database, _ plan: WorkPlan, exceptions: [Day: Bool]? = nil) throws -> PlanSchedule {
        try schedules(db, [plan], exceptions: exceptions)[0]
    }

    /// Plans as they stand today, in their order, with what they wait for in these and in others.
    package func schedules(_ db: Database, _ plans: [WorkPlan], exceptions: [Day: Bool]? = nil) throws -> [PlanSchedule]
    {
        let exceptions = try exceptions ?? self.exceptions(db)
        var members = try plans.map { try member(db, $0, exceptions) }
        var known = Set(plans.map(\.record))
        var next = 0
        while next < members.count {
            let more = try Self.plans(db, of: members[next].outside).subtracting(known)
            for plan in try self.plans(db) where more.contains(plan.record) {
                members.append(try member(db, plan, exceptions))
            }
            known.formUnion(more)
            next += 1
        }
        return Array(PlanSet(members, today: today).schedules.prefix(plans.count))
    }

    private func member(_ db: Database, _ plan: WorkPlan, _ exceptions: [Day: Bool]) throws -> PlanSet.Member {
        let calendar = WorkCalendar(plan.calendar, from: plan.startsOn - PlanSchedule.margin, exceptions: exceptions)
        return PlanSet.Member(plan, try tasks(db, of: plan.record), calendar)
    }

    /// The plans of these tasks.
    private static func plans(_ db: Database, of tasks: Set<Int64>) throws -> Set<Int64> {
        if tasks.isEmpty { return [] }
        return try Int64.fetchSet(
            db,
            sql: """
                SELECT DISTINCT plan FROM r_task WHERE archived_at IS NULL AND state <> 'dropped'
                    AND number IN (\(tasks.map { _ in "?" }.joined(separator: ", ")))
                """, arguments: StatementArguments(tasks.sorted()))
    }

    /// The tasks of a plan and of all plans that it waits for, however far back.
    static func tasksUpstream(_ db: Database, of plan: Int64) throws -> [WorkTask] {
        var tasks = try Self.tasks(db, of: plan)
        var known: Set<Int64> = [plan]
        while true {
            let own = Set(tasks.map(\.number))
            let missing = Set(tasks.flatMap { $0.follows.map(\.task) }).subtracting(own)
            let more = try plans(db, of: missing).subtracting(known)
            if more.isEmpty { return tasks }
            for plan in more.sorted() { tasks += try Self.tasks(db, of: plan) }
            known.formUnion(more)
        }
    }

    package var today: Day { zone.day(of: records.store.clock.now()) }
}
