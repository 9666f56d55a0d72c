package import Kernel
package import Records
import Store

extension WorkStore {
    /// Plans in which work is to be expected, as they stand.
    package func openSchedules() async throws -> [PlanSchedule] {
        try await records.store.read { db in
            let exceptions = try exceptions(db)
            return try schedules(db, plans(db).filter { $0.state != "closed" }, exceptions: exceptions)
        }
    }

    /// Takes over the shifts chosen, all or none. Problem: `record.stale` when a task was changed since the proposal was made.
    package func apply(_ shifts: [(task: Int64, version: Int64, day: Day)], by author: RecordAuthor) async throws {
        try await records.store.write { db in
            for shift in shifts {
                let task = try records.find(db, .task, number: shift.task, for: author)
                try records.change(db, task, from: shift.version, ["starts_on": .day(shift.day)], by: author)
            }
        }
    }
}
