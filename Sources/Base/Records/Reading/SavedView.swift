import GRDB
import Kernel
import Store

/// A list's filters kept under a name, for oneself or for everybody who may see the type.
package struct SavedView: Sendable, Identifiable {
    package let id: Int64
    package let type: String
    package let name: String
    package let owner: String
    package let isOwn: Bool
    package let isShared: Bool
    /// The query part of the list's address.
    package let query: String
}

extension RecordStore {
    /// One's own first, then those of others that are shared.
    package func views(_ type: RecordType, for reader: RecordAuthor) async throws -> [SavedView] {
        let own = reader.account?.id ?? 0
        return try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT v.*, a.name AS owner FROM record_view v JOIN account a USING (account_id)
                    WHERE type = ? AND (account_id = ? OR is_shared = 1) ORDER BY account_id <> ?, v.name
                    """, arguments: [type.id, own, own]
            ).map { row in
                SavedView(
                    id: row["record_view_id"], type: row["type"], name: row["name"], owner: row["owner"],
                    isOwn: row["account_id"] == own, isShared: row["is_shared"], query: row["query"])
            }
        }
    }

    /// Keeps a view; one of the same name is replaced. Problem: `record.view_name_unfit`.
    package func save(view name: String, query: String, shared: Bool, of type: RecordType, by author: RecordAuthor)
        async throws
    {
        guard let account = author.account, author.may(.view, type) else {
            throw AccessProblem.forbidden(.view, type.resource)
        }
        guard (1...80).contains(name.count), query.count <= 4_000 else { throw RecordProblem.viewNameUnfit }
        try await store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO record_view (type, name, account_id, is_shared, query) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (type, account_id, name) DO UPDATE SET is_shared = excluded.is_shared, query = excluded.query
                    """, arguments: [type.id, name, account.id, shared, query])
            try store.audit.append(db, author: author.author, action: "record.view_save", subject: "\(type.id):\(name)")
        }
    }

    /// Only one's own.
    package func remove(view id: Int64, by author: RecordAuthor) async throws {
        try await store.write { db in
            try db.execute(
                sql: "DELETE FROM record_view WHERE record_view_id = ? AND account_id = ?",
                arguments: [id, author.account?.id])
            if db.changesCount > 0 {
                try store.audit.append(
                    db, author: author.author, action: "record.view_remove", subject: "record_view:\(id)")
            }
        }
    }
}
