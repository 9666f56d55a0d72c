import Foundation
import GRDB
package import Kernel
package import Store

/// Makes, recognises and revokes private calendar addresses. Whoever knows one reads with the rights that its account has
/// at that moment, and can do nothing else with it.
package struct CalendarFeeds: Sendable {
    private let store: Store

    package init(_ store: Store) { self.store = store }

    /// The secret part of the address is shown once and not kept.
    package func create(for account: Account, in language: Language, by author: Author) async throws -> Secret {
        let secret = Secret.fresh()
        try await store.write { db in
            try db.execute(
                sql: "INSERT INTO calendar_feed (token_hash, account_id, language, created_at) VALUES (?, ?, ?, ?)",
                arguments: [secret.hash, account.id, language.rawValue, store.clock.now()])
            try store.audit.append(
                db, author: author, action: "calendar_feed.create", subject: "calendar_feed:\(db.lastInsertedRowID)")
        }
        return secret
    }

    /// An account's addresses that still work, the latest first.
    package func feeds(of account: Account) async throws -> [CalendarFeed] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM calendar_feed WHERE account_id = ? AND revoked_at IS NULL ORDER BY calendar_feed_id DESC
                    """, arguments: [account.id]
            ).map(CalendarFeed.init)
        }
    }

    /// Whose address this is; `nil` where it is unknown or revoked, or the account is disabled.
    package func open(_ secret: Secret) async throws -> (account: Account, feed: CalendarFeed)? {
        let now = store.clock.now()
        let found = try await store.read { db -> (Account, CalendarFeed)? in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT * FROM calendar_feed WHERE token_hash = ? AND revoked_at IS NULL",
                    arguments: [secret.hash]),
                let account = try AccountRow.find(db, row["account_id"])?.account, !account.isDisabled
            else { return nil }
            return (account, CalendarFeed(row))
        }
        guard let (account, feed) = found else { return nil }
        if feed.usedAt.map({ now - $0 >= .seconds(3_600) }) ?? true { try await touch(feed.id, now) }
        return (account, feed)
    }

    /// Ends one of the account's own addresses; whoever still has it reads nothing from now on.
    package func revoke(_ id: Int64, of account: Account, by author: Author) async throws {
        try await store.write { db in
            try db.execute(
                sql: """
                    UPDATE calendar_feed SET revoked_at = ?
                    WHERE calendar_feed_id = ? AND account_id = ? AND revoked_at IS NULL
                    """, arguments: [store.clock.now(), id, account.id])
            if db.changesCount == 0 { return }
            try store.audit.append(
                db, author: author, action: "calendar_feed.revoke", subject: "calendar_feed:\(id)")
        }
    }

    private func touch(_ id: Int64, _ now: Instant) async throws {
        try await store.write { db in
            try db.execute(
                sql: "UPDATE calendar_feed SET used_at = ? WHERE calendar_feed_id = ?", arguments: [now, id])
        }
    }
}

extension CalendarFeed {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["calendar_feed_id"], accountID: row["account_id"],
            language: Language(rawValue: row["language"]) ?? .zh, createdAt: row["created_at"],
            usedAt: row["used_at"])
    }
}
