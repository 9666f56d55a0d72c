import Foundation
import GRDB
import Kernel
import Store

/// An account as it is kept, its password's hash included: never leaves this room.
struct AccountRow {
    let account: Account
    /// `nil`: nobody can sign in with it yet.
    let passwordHash: String?
    static let noPassword = ""

    /// Case and width of a name don't matter.
    static func named(_ db: Database, _ name: String) throws -> AccountRow? {
        try fetch(db, sql: "SELECT * FROM account WHERE name_key = ?", arguments: [AccountDraft.key(name)]).first
    }

    static func find(_ db: Database, _ id: Int64) throws -> AccountRow? {
        try fetch(db, sql: "SELECT * FROM account WHERE account_id = ?", arguments: [id]).first
    }

    static func all(_ db: Database) throws -> [AccountRow] {
        try fetch(db, sql: "SELECT * FROM account ORDER BY name_key", arguments: [])
    }

    static func anyHasPassword(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE password_hash <> ?)", arguments: [noPassword]) ?? false
    }

    /// Active administrators other than this account.
    static func otherAdministrators(_ db: Database, than id: Int64) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) FROM account JOIN account_role USING (account_id)
                WHERE role = ? AND disabled_at IS NULL AND account_id <> ?
                """, arguments: [Role.administrator.rawValue, id]) ?? 0
    }

    private static func fetch(_ db: Database, sql: String, arguments: StatementArguments) throws -> [AccountRow] {
        try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            let roles = try String.fetchAll(
                db, sql: "SELECT role FROM account_role WHERE account_id = ?", arguments: [row["account_id"] as Int64])
            return try AccountRow(row: row, roles: Set(roles.compactMap(Role.init(rawValue:))))
        }
    }

    private init(row: Row, roles: Set<Role>) throws {
        let hash: String = row["password_hash"]
        passwordHash = hash == Self.noPassword ? nil : hash
        account = Account(
            id: row["account_id"], name: row["name"], roles: roles, regions: try AccountRow.codes(row["regions"]),
            dealers: try AccountRow.codes(row["dealers"]),
            language: (row["language"] as String?).flatMap(Language.init(rawValue:)), createdAt: row["created_at"],
            disabledAt: row["disabled_at"], hasPassword: passwordHash != nil)
    }

    private static func codes(_ json: String) throws -> Set<String> {
        Set(try JSONDecoder().decode([String].self, from: Data(json.utf8)))
    }

    /// Codes as a JSON list, sorted so that the same set is always the same text.
    static func json(_ codes: Set<String>) throws -> String {
        String(decoding: try JSONEncoder().encode(codes.sorted()), as: UTF8.self)
    }
}
