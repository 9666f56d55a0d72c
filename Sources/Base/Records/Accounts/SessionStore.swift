import GRDB
import Kernel
package import Store

/// Begins, recognises and ends sessions. The browser holds a secret, the program only its hash.
package struct SessionStore: Sendable {
    private let store: Store
    package let limits: Session.Limits

    package init(_ store: Store, limits: Session.Limits = Session.Limits()) {
        self.store = store
        self.limits = limits
    }

    /// The secret goes into a cookie; it is not kept and cannot be shown again.
    package func begin(for account: Account, address: String) async throws -> (secret: Secret, session: Session) {
        let secret = Secret.fresh()
        let session = try await store.write { db in
            let now = store.clock.now()
            try db.execute(
                sql:
                    "INSERT INTO session (token_hash, account_id, address, created_at, seen_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [secret.hash, account.id, address, now, now])
            let id = db.lastInsertedRowID
            try store.audit.append(
                db, author: account.author, action: "session.begin", subject: "session:\(id)",
                detail: ["address": address])
            return Session(
                id: id, accountID: account.id, address: address, createdAt: now, seenAt: now, revokedAt: nil)
        }
        return (secret, session)
    }

    /// Who holds this secret. `AccessProblem.sessionEnded` when it is expired, revoked, unknown, or its account disabled.
    package func signedIn(_ secret: Secret) async throws -> SignedIn {
        let now = store.clock.now()
        let found = try await store.read { db -> (Session, Account)? in
            guard let session = try SessionStore.find(db, secret),
                let row = try AccountRow.find(db, session.accountID)
            else { return nil }
            return (session, row.account)
        }
        guard let (session, account) = found, session.isAlive(at: now, limits: limits), !account.isDisabled else {
            throw AccessProblem.sessionEnded
        }
        if now - session.seenAt >= .seconds(60) { try await touch(session.id, now) }
        return SignedIn(account: account, by: .session(session, formSecret: secret.derived("form")))
    }

    /// The account's living sessions, the latest first.
    package func sessions(of accountID: Int64) async throws -> [Session] {
        let now = store.clock.now()
        return try await store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM session WHERE account_id = ? AND revoked_at IS NULL ORDER BY session_id DESC",
                arguments: [accountID]
            ).map(Session.init(row:)).filter { $0.isAlive(at: now, limits: limits) }
        }
    }

    /// Ends one session: signing out, or from the list.
    package func revoke(_ id: Int64, by author: Author) async throws {
        try await store.write { db in
            try db.execute(
                sql: "UPDATE session SET revoked_at = ? WHERE session_id = ? AND revoked_at IS NULL",
                arguments: [store.clock.now(), id])
            if db.changesCount == 0 { return }
            try store.audit.append(db, author: author, action: "session.revoke", subject: "session:\(id)")
        }
    }

    /// Ends every session of an account.
    package func revokeAll(of accountID: Int64, keeping session: Int64? = nil, by author: Author) async throws {
        try await store.write { db in
            try SessionStore.revokeAll(db, of: accountID, keeping: session, at: store.clock.now())
            try store.audit.append(db, author: author, action: "session.revoke_all", subject: "account:\(accountID)")
        }
    }

    static func revokeAll(_ db: Database, of accountID: Int64, keeping session: Int64?, at now: Instant) throws {
        try db.execute(
            sql:
                "UPDATE session SET revoked_at = ? WHERE account_id = ? AND revoked_at IS NULL AND session_id IS NOT ?",
            arguments: [now, accountID, session])
    }

    private func touch(_ id: Int64, _ now: Instant) async throws {
        try await store.write { db in
            try db.execute(sql: "UPDATE session SET seen_at = ? WHERE session_id = ?", arguments: [now, id])
        }
    }

    private static func find(_ db: Database, _ secret: Secret) throws -> Session? {
        try Row.fetchOne(db, sql: "SELECT * FROM session WHERE token_hash = ?", arguments: [secret.hash])
            .map(Session.init(row:))
    }
}

extension Session {
    init(row: Row) {
        self.init(
            id: row["session_id"], accountID: row["account_id"], address: row["address"], createdAt: row["created_at"],
            seenAt: row["seen_at"], revokedAt: row["revoked_at"])
    }
}
