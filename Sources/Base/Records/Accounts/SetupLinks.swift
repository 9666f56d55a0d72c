import GRDB
import Kernel
package import Store

/// The one-time link by which the first administrator is made. It ends when it is used, after a day, or with the next link.
package struct SetupLinks: Sendable {
    private let store: Store
    private let accounts: AccountStore
    private static let lifetime = Duration.seconds(86_400)

    package init(_ store: Store, accounts: AccountStore) {
        self.store = store
        self.accounts = accounts
    }

    /// A fresh secret to print as part of an address, or `nil` once somebody can sign in. Earlier links stop working.
    package func issue() async throws -> Secret? {
        let secret = Secret.fresh()
        return try await store.write { db in
            if try AccountRow.anyHasPassword(db) { return nil }
            let now = store.clock.now()
            try db.execute(sql: "DELETE FROM setup_link")
            try db.execute(
                sql: "INSERT INTO setup_link (token_hash, created_at, expires_at) VALUES (?, ?, ?)",
                arguments: [secret.hash, now, now + SetupLinks.lifetime])
            return secret
        }
    }

    /// Whether the link would work now: asked before the form is shown.
    package func check(_ secret: Secret) async throws {
        try await store.read { try self.check($0, secret) }
    }

    /// Makes the first administrator. The link is used up in the same transaction; when the name or password does not
    /// fit, it still works.
    package func redeem(_ secret: Secret, name: String, password: String) async throws -> Account {
        let draft = AccountDraft(name: name, roles: [.administrator])
        try draft.check()
        try PasswordRules.check(password, name: name)
        try await check(secret)
        let hash = try await accounts.hasher.hash(password)
        return try await store.write { db in
            try self.check(db, secret)
            try db.execute(sql: "DELETE FROM setup_link")
            return try accounts.insert(db, draft, hash, by: .system)
        }
    }

    private func check(_ db: Database, _ secret: Secret) throws {
        if try AccountRow.anyHasPassword(db) { throw AccessProblem.alreadySetUp }
        let expiry = try Instant.fetchOne(
            db, sql: "SELECT expires_at FROM setup_link WHERE token_hash = ?", arguments: [secret.hash])
        guard let expiry, store.clock.now() < expiry else { throw AccessProblem.setupLinkInvalid }
    }
}
