import GRDB
import Kernel

/// What the Store itself does by the calendar: it forgets what nobody will ask for again. The audit log is never touched.
package enum Upkeep {
    private static let slotDays = 400
    private static let jobDays = 400

    /// Daily, in the night of the business zone.
    package static let forgetting = ScheduledTask(
        "store.forget", name: Text(zh: "清理过期记录", en: "Clear old records"), .daily(at: .hour(3))
    ) { db, slot in
        try forget(db, at: slot.dueAt)
    }

    static func forget(_ db: Database, at now: Instant) throws {
        try db.execute(
            sql: "DELETE FROM slot WHERE due_at < ?", arguments: [now + .seconds(-86_400 * slotDays)])
        try db.execute(
            sql: "DELETE FROM job WHERE finished_at < ?", arguments: [now + .seconds(-86_400 * jobDays)])
        // What a session was is in the audit log; the row itself is of no use once it cannot be used any more.
        try db.execute(
            sql: "DELETE FROM session WHERE max(seen_at, created_at) < ?", arguments: [now + .seconds(-86_400 * 30)])
        try db.execute(sql: "DELETE FROM known_device WHERE expires_at < ?", arguments: [now])
    }
}
