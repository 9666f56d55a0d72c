import Foundation
import GRDB
package import Kernel
package import Store

/// Makes, recognises and revokes API tokens.
package struct TokenStore: Sendable {
    private let store: Store

    package init(_ store: Store) { self.store = store }

    /// The secret is shown once and not kept. A token never has more rights than its account has at the moment of use.
    package func create(
        named name: String, for account: Account, scopes: Set<TokenScope>, expiresAt: Instant? = nil, by author: Author
    ) async throws -> (secret: Secret, token: APIToken) {
        guard (1...64).contains(name.count) else { throw AccessProblem.tokenNameUnfit }
        if scopes.isEmpty { throw AccessProblem.noScope }
        let secret = Secret.fresh(prefix: "yc_")
        let token = try await store.write { db in
            try self.insert(db, name, account, scopes, expiresAt, secret, by: author)
        }
        return (secret, token)
    }

    /// Whose token this is. `AccessProblem.tokenInvalid` when it is unknown, expired, revoked, or its account disabled.
    package func signedIn(_ secret: Secret) async throws -> SignedIn {
        let now = store.clock.now()
        let found = try await store.read { db -> (APIToken, Account)? in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT * FROM api_token WHERE token_hash = ?", arguments: [secret.hash]),
                let account = try AccountRow.find(db, row["account_id"])?.account
            else { return nil }
            return (try APIToken(row: row), account)
        }
        guard let (token, account) = found, token.isAlive(at: now), !account.isDisabled else {
            throw AccessProblem.tokenInvalid
        }
        if token.usedAt.map({ now - $0 >= .seconds(60) }) ?? true { try await touch(token.id, now) }
        return SignedIn(account: account, by: .token(token))
    }

    /// Tokens of one account or of all, revoked ones too, the latest first.
    package func tokens(of accountID: Int64? = nil) async throws -> [APIToken] {
        try await store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM api_token WHERE account_id = ?1 OR ?1 IS NULL ORDER BY api_token_id DESC",
                arguments: [accountID]
            ).map(APIToken.init(row:))
        }
    }

    package func revoke(_ id: Int64, by author: Author) async throws {
        try await store.write { db in
            try db.execute(
                sql: "UPDATE api_token SET revoked_at = ? WHERE api_token_id = ? AND revoked_at IS NULL",
                arguments: [store.clock.now(), id])
            if db.changesCount == 0 { return }
            try store.audit.append(db, author: author, action: "token.revoke", subject: "token:\(id)")
        }
    }

    private func insert(
        _ db: Database, _ name: String, _ account: Account, _ scopes: Set<TokenScope>, _ expiresAt: Instant?,
        _ secret: Secret, by author: Author
    ) throws -> APIToken {
        let taken = try Row.fetchOne(
            db, sql: "SELECT 1 FROM api_token WHERE account_id = ? AND name = ?", arguments: [account.id, name])
        if taken != nil { throw AccessProblem.tokenNameTaken(name) }
        let now = store.clock.now()
        let list = scopes.map(\.description).sorted()
        try db.execute(
            sql: """
                INSERT INTO api_token (token_hash, account_id, name, scopes, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                secret.hash, account.id, name, String(decoding: try JSONEncoder().encode(list), as: UTF8.self), now,
                expiresAt,
            ])
        let id = db.lastInsertedRowID
        try store.audit.append(
            db, author: author, action: "token.create", subject: "token:\(id)",
            detail: ["account": account.name, "name": name, "scopes": list.joined(separator: " ")])
        return APIToken(
            id: id, accountID: account.id, name: name, scopes: scopes, createdAt: now, expiresAt: expiresAt,
            usedAt: nil,
            revokedAt: nil)
    }

    private func touch(_ id: Int64, _ now: Instant) async throws {
        try await store.write { db in
            try db.execute(sql: "UPDATE api_token SET used_at = ? WHERE api_token_id = ?", arguments: [now, id])
        }
    }
}

extension APIToken {
    fileprivate init(row: Row) throws {
        let list = try JSONDecoder().decode([String].self, from: Data((row["scopes"] as String).utf8))
        self.init(
            id: row["api_token_id"], accountID: row["account_id"], name: row["name"],
            scopes: Set(list.compactMap { TokenScope($0) }), createdAt: row["created_at"], expiresAt: row["expires_at"],
            usedAt: row["used_at"], revokedAt: row["revoked_at"])
    }
}
