import GRDB
import Kernel

/// The two tables behind the scheduler.
enum ScheduleRows {
    /// Up to when a task's slots are decided; `nil` for a task that is new.
    static func mark(_ db: Database, _ task: String) throws -> Instant? {
        try Instant.fetchOne(
            db, sql: "SELECT considered_until FROM scheduled_task WHERE task = ?", arguments: [task])
    }

    /// Never moves back: when the machine's clock is set back, nothing runs twice.
    static func setMark(_ db: Database, _ task: String, _ moment: Instant) throws {
        try db.execute(
            sql: """
                INSERT INTO scheduled_task (task, considered_until) VALUES (?, ?)
                ON CONFLICT (task) DO UPDATE SET considered_until = max(considered_until, excluded.considered_until)
                """, arguments: [task, moment])
    }

    /// Whether the slot was still undecided.
    static func insert(_ db: Database, _ slot: Slot, _ outcome: SlotOutcome, at now: Instant) throws -> Bool {
        try db.execute(
            sql: "INSERT OR IGNORE INTO slot (task, due_at, outcome, decided_at) VALUES (?, ?, ?, ?)",
            arguments: [slot.task, slot.dueAt, outcome.rawValue, now])
        return db.changesCount == 1
    }
}
