import GRDB
package import Kernel
package import Store

/// Reads and writes accounts. Every change is logged in its own transaction.
package struct AccountStore: Sendable {
    let store: Store
    let hasher: PasswordHasher

    package init(_ store: Store, hasher: PasswordHasher = PasswordHasher()) {
        self.store = store
        self.hasher = hasher
    }

    /// Whether nobody can sign in yet: the moment for a set-up link.
    package func isEmpty() async throws -> Bool {
        try await store.read { try !AccountRow.anyHasPassword($0) }
    }

    package func all() async throws -> [Account] {
        try await store.read { try AccountRow.all($0).map(\.account) }
    }

    package func find(_ id: Int64) async throws -> Account? {
        try await store.read { try AccountRow.find($0, id)?.account }
    }

    /// The account of that name; `AccessProblem.unknownAccount` when there is none.
    package func named(_ name: String) async throws -> Account {
        let found = try await store.read { try AccountRow.named($0, name)?.account }
        guard let found else { throw AccessProblem.unknownAccount(name) }
        return found
    }

    /// Problems: name unfit or taken, password too weak, no role, a region manager without region, a dealer without dealer.
    @discardableResult
    package func add(_ draft: AccountDraft, password: String, by author: Author) async throws -> Account {
        try draft.check()
        try PasswordRules.check(password, name: draft.name)
        let hash = try await hasher.hash(password)
        return try await store.write { try self.insert($0, draft, hash, by: author) }
    }

    /// Somebody who can own goals and tasks, but not sign in until she is given a password. Problems: as above.
    @discardableResult
    package func addWithoutPassword(_ draft: AccountDraft, by author: Author) async throws -> Account {
        try draft.check()
        return try await store.write { try self.insert($0, draft, nil, by: author) }
    }

    /// The new password ends every session of the account but `keeping`, the one from which it was changed.
    package func setPassword(of id: Int64, to password: String, keeping session: Int64? = nil, by author: Author)
        async throws
    {
        let name = try await store.read { try self.require($0, id).account.name }
        try PasswordRules.check(password, name: name)
        let hash = try await hasher.hash(password)
        try await store.write { db in
            try db.execute(sql: "UPDATE account SET password_hash = ? WHERE account_id = ?", arguments: [hash, id])
            try SessionStore.revokeAll(db, of: id, keeping: session, at: store.clock.now())
            try store.audit.append(db, author: author, action: "account.password", subject: "account:\(id)")
        }
    }

    /// Whether this is the account's password: asked again before something grave.
    package func isPassword(_ password: String, of id: Int64) async throws -> Bool {
        let hash = try await store.read { try self.require($0, id).passwordHash }
        return try await hasher.verify(password, hash)
    }

    /// Replaces roles, regions and dealers.
    package func setRights(of id: Int64, to draft: AccountDraft, by author: Author) async throws {
        try draft.check()
        try await store.write { db in
            let before = try self.require(db, id).account
            if !draft.roles.contains(.administrator) { try self.keepAnAdministrator(db, without: before) }
            try db.execute(
                sql: "UPDATE account SET regions = ?, dealers = ? WHERE account_id = ?",
                arguments: [try AccountRow.json(draft.regions), try AccountRow.json(draft.dealers), id])
            try self.writeRoles(db, id, draft.roles)
            try store.audit.append(
                db, author: author, action: "account.rights", subject: "account:\(id)",
                detail: AccountStore.rights(draft).merging(["roles_before": AccountStore.list(before.roles)]) {
                    now, _ in now
                })
        }
    }

    package func setLanguage(of id: Int64, to language: Language) async throws {
        try await store.write { db in
            try db.execute(
                sql: "UPDATE account SET language = ? WHERE account_id = ?", arguments: [language.rawValue, id])
        }
    }

    /// A disabled account cannot sign in; its sessions end at once and its tokens stop working.
    package func disable(_ id: Int64, by author: Author) async throws {
        try await store.write { db in
            let account = try self.require(db, id).account
            if account.isDisabled { return }
            try self.keepAnAdministrator(db, without: account)
            let now = store.clock.now()
            try db.execute(sql: "UPDATE account SET disabled_at = ? WHERE account_id = ?", arguments: [now, id])
            try SessionStore.revokeAll(db, of: id, keeping: nil, at: now)
            try store.audit.append(db, author: author, action: "account.disable", subject: "account:\(id)")
        }
    }

    package func enable(_ id: Int64, by author: Author) async throws {
        try await store.write { db in
            _ = try self.require(db, id)
            try db.execute(sql: "UPDATE account SET disabled_at = NULL WHERE account_id = ?", arguments: [id])
            try store.audit.append(db, author: author, action: "account.enable", subject: "account:\(id)")
        }
    }
}

extension AccountStore {
    func insert(_ db: Database, _ draft: AccountDraft, _ hash: String?, by author: Author) throws -> Account {
        if try AccountRow.named(db, draft.name) != nil { throw AccessProblem.nameTaken(draft.name) }
        try db.execute(
            sql: """
                INSERT INTO account (name, name_key, password_hash, regions, dealers, created_at) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                draft.name, AccountDraft.key(draft.name), hash ?? AccountRow.noPassword,
                try AccountRow.json(draft.regions),
                try AccountRow.json(draft.dealers), store.clock.now(),
            ])
        let id = db.lastInsertedRowID
        try writeRoles(db, id, draft.roles)
        try store.audit.append(
            db, author: author, action: "account.add", subject: "account:\(id)",
            detail: AccountStore.rights(draft).merging(["name": draft.name]) { now, _ in now })
        return try require(db, id).account
    }

    func require(_ db: Database, _ id: Int64) throws -> AccountRow {
        guard let row = try AccountRow.find(db, id) else { throw AccessProblem.unknownAccount("#\(id)") }
        return row
    }

    private func writeRoles(_ db: Database, _ id: Int64, _ roles: Set<Role>) throws {
        try db.execute(sql: "DELETE FROM account_role WHERE account_id = ?", arguments: [id])
        for role in roles {
            try db.execute(
                sql: "INSERT INTO account_role (account_id, role) VALUES (?, ?)", arguments: [id, role.rawValue])
        }
    }

    private func keepAnAdministrator(_ db: Database, without account: Account) throws {
        guard account.roles.contains(.administrator), !account.isDisabled else { return }
        if try AccountRow.otherAdministrators(db, than: account.id) == 0 { throw AccessProblem.lastAdministrator }
    }

    private static func rights(_ draft: AccountDraft) -> [String: String] {
        var detail = ["roles": list(draft.roles)]
        if !draft.regions.isEmpty { detail["regions"] = draft.regions.sorted().joined(separator: " ") }
        if !draft.dealers.isEmpty { detail["dealers"] = draft.dealers.sorted().joined(separator: " ") }
        return detail
    }

    private static func list(_ roles: Set<Role>) -> String { roles.map(\.rawValue).sorted().joined(separator: " ") }
}
