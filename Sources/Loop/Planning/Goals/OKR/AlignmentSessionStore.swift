import GRDB
package import Kernel
import Records
package import Store

/// The two-weekly alignment of objectives (S-04): the scheduler opens each session, exactly once, also over restarts.
package struct AlignmentSessionStore: Sendable {
    private let store: Store

    package init(_ store: Store) { self.store = store }

    /// One session.
    package struct Session: Sendable, Identifiable, Hashable {
        package let id: Int64
        package let heldOn: Day
        package let openedAt: Instant
    }

    /// Every second Monday at nine, counted from 5 January 2026. Without an open objective there is nothing to align.
    package static func opening(_ store: Store) -> ScheduledTask {
        ScheduledTask(
            "okr.alignment", name: Text(zh: "OKR 双周对齐", en: "OKR alignment every two weeks"),
            .everyTwoWeeks(from: firstMonday, at: .hour(9)), missed: .runOnce
        ) { db, slot in
            let objectives =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM r_objective WHERE archived_at IS NULL AND state <> 'closed'") ?? 0
            guard objectives > 0 else { return }
            try db.execute(
                sql: "INSERT OR IGNORE INTO alignment_session (held_on, opened_at) VALUES (?, ?)",
                arguments: [slot.day, store.clock.now()])
            guard db.changesCount > 0 else { return }
            try store.audit.append(
                db, author: .system, action: "okr.session_open", subject: "alignment_session:\(slot.day)")
        }
    }

    /// A check-in is late from the Saturday after its session.
    static let daysToCheckIn = 5
    private static let firstMonday = Day(daysSince1970: 20_458)

    /// The latest sessions, the newest first.
    package func latest(_ count: Int = 12) async throws -> [Session] {
        try await store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM alignment_session ORDER BY held_on DESC LIMIT ?", arguments: [count]
            ).map { Session(id: $0["alignment_session_id"], heldOn: $0["held_on"], openedAt: $0["opened_at"]) }
        }
    }
}
