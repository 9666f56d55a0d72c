import GRDB
package import Kernel

/// A decided slot, for the page that shows what ran when.
package struct SlotRecord: Sendable, Hashable {
    package let task: String
    package let dueAt: Instant
    package let outcome: SlotOutcome
    package let decidedAt: Instant
}

extension Scheduler {
    /// The latest decided slots of a task.
    package func history(of task: String, limit: Int = 20) async throws -> [SlotRecord] {
        try await store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM slot WHERE task = ? ORDER BY due_at DESC LIMIT ?", arguments: [task, limit]
            ).map { row in
                SlotRecord(
                    task: row["task"], dueAt: row["due_at"], outcome: SlotOutcome(rawValue: row["outcome"]) ?? .skipped,
                    decidedAt: row["decided_at"])
            }
        }
    }
}
