package import GRDB
import Kernel
package import Records
import Store

extension WorkStore {
    /// All baselines of a plan, the newest first.
    package func baselines(_ db: Database, of plan: WorkPlan) throws -> [Baseline] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM work_baseline WHERE plan_id = ? ORDER BY work_baseline_id DESC",
            arguments: [plan.record]
        ).map { row in
            let id: Int64 = row["work_baseline_id"]
            let tasks = try Row.fetchAll(
                db, sql: "SELECT * FROM work_baseline_task WHERE work_baseline_id = ?", arguments: [id])
            let spans = tasks.map { task -> (Int64, Baseline.Span) in
                (
                    task["task_number"],
                    Baseline.Span(title: task["title"], starts: task["starts_on"], ends: task["ends_on"])
                )
            }
            return Baseline(
                id: id, name: row["name"], takenAt: row["taken_at"], takenBy: row["taken_by"],
                spans: Dictionary(spans) { first, _ in first })
        }
    }

    /// Keeps the dates as they are planned now. Problems: `work.baseline_name`, `work.baseline_taken`, `work.no_tasks`.
    package func takeBaseline(of number: Int64, name: String, by author: RecordAuthor) async throws {
        guard (1...80).contains(name.count) else { throw WorkProblem.baselineName }
        try await records.store.write { db in
            let plan = try plan(db, number: number)
            let schedule = try schedule(db, plan)
            if schedule.tasks.isEmpty { throw WorkProblem.noTasks(plan.code) }
            let taken = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM work_baseline WHERE plan_id = ? AND name = ?)",
                arguments: [plan.record, name])
            if taken == true { throw WorkProblem.baselineTaken(name) }
            try db.execute(
                sql: "INSERT INTO work_baseline (plan_id, name, taken_at, taken_by) VALUES (?, ?, ?, ?)",
                arguments: [plan.record, name, records.store.clock.now(), author.author.description])
            let id = db.lastInsertedRowID
            for scheduled in schedule.tasks {
                try db.execute(
                    sql: """
                        INSERT INTO work_baseline_task (work_baseline_id, task_number, title, starts_on, ends_on)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [id, scheduled.task.number, scheduled.task.title, scheduled.starts, scheduled.ends])
            }
            try records.store.audit.append(
                db, author: author.author, action: "work.baseline", subject: "work_plan:\(plan.number)",
                detail: ["name": name, "tasks": String(schedule.tasks.count)])
        }
    }
}
