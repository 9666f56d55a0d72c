package import GRDB
package import Kernel
import Store

/// Something said about a record.
package struct RecordComment: Sendable, Identifiable {
    package let id: Int64
    package let accountID: Int64
    package let author: String
    package let text: String
    package let at: Instant
    /// Who was spoken to with `@name`.
    package let mentions: [String]
}

/// That somebody was spoken to in a comment.
package struct RecordMention: Sendable, Identifiable {
    package var id: Int64 { comment.id }
    package let comment: RecordComment
    package let record: RecordName
    package let isRead: Bool
}

extension RecordStore {
    /// Problems: `record.comment_empty`, `record.unknown_record`, `access.forbidden`. Whoever may see a record may speak about it.
    package func comment(_ text: String, on record: Record, by author: RecordAuthor) async throws {
        guard let account = author.account else { throw AccessProblem.forbidden(.edit, record.type.resource) }
        guard !text.isEmpty, text.count <= 5_000 else { throw RecordProblem.commentEmpty }
        try await store.write { db in
            let record = try find(db, record.type, number: record.number, for: author)
            try db.execute(
                sql: "INSERT INTO record_comment (record_id, account_id, text, at) VALUES (?, ?, ?, ?)",
                arguments: [record.id, account.id, text, store.clock.now()])
            let comment = db.lastInsertedRowID
            for id in try mentioned(db, in: text) where id != account.id {
                try db.execute(
                    sql: "INSERT INTO record_mention (record_comment_id, account_id) VALUES (?, ?)",
                    arguments: [comment, id])
            }
            try store.audit.append(
                db, author: author.author, action: "record.comment", subject: "\(record.type.id):\(record.number)",
                detail: ["comment": String(comment)])
        }
    }

    /// `@name`: the longest account name that follows the sign, so that names may hold blanks.
    private func mentioned(_ db: Database, in text: String) throws -> Set<Int64> {
        guard text.contains("@") else { return [] }
        let accounts = try Row.fetchAll(
            db, sql: "SELECT account_id, name_key FROM account WHERE disabled_at IS NULL ORDER BY length(name_key) DESC"
        )
        var found: Set<Int64> = []
        for part in text.split(separator: "@", omittingEmptySubsequences: false).dropFirst() {
            let key = AccountDraft.key(String(part.prefix(64)))
            if let match = accounts.first(where: { key.hasPrefix($0["name_key"] as String) }) {
                found.insert(match["account_id"])
            }
        }
        return found
    }

    /// The oldest first.
    package func comments(_ db: Database, on record: Record) throws -> [RecordComment] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT c.*, a.name, (SELECT group_concat(m.name, char(31)) FROM record_mention JOIN account m USING (account_id)
                    WHERE record_comment_id = c.record_comment_id) AS mentions
                FROM record_comment c JOIN account a USING (account_id)
                WHERE record_id = ? AND removed_at IS NULL ORDER BY record_comment_id
                """, arguments: [record.id]
        ).map(Self.comment)
    }

    static func comment(_ row: Row) -> RecordComment {
        RecordComment(
            id: row["record_comment_id"], accountID: row["account_id"], author: row["name"], text: row["text"],
            at: row["at"],
            mentions: (row["mentions"] as String?)?.split(separator: "\u{1F}").map(String.init) ?? [])
    }

    /// Where somebody was spoken to, the newest first, in records that she may see.
    package func mentions(of reader: RecordAuthor, limit: Int = 50) async throws -> [RecordMention] {
        guard let account = reader.account else { return [] }
        return try await store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT c.*, a.name, NULL AS mentions, m.read_at, r.type, r.number
                    FROM record_mention m JOIN record_comment c USING (record_comment_id) JOIN account a ON a.account_id = c.account_id
                    JOIN record r USING (record_id) WHERE m.account_id = ? AND c.removed_at IS NULL
                    ORDER BY c.record_comment_id DESC LIMIT ?
                    """, arguments: [account.id, limit])
            return try rows.compactMap { row in
                let type = try catalog.require(row["type"])
                guard reader.may(.view, type), let record = try RecordRow(type: type).find(db, row["record_id"]),
                    reader.reaches(record)
                else { return nil }
                let name = RecordName(record)
                return RecordMention(comment: Self.comment(row), record: name, isRead: row["read_at"] as String? != nil)
            }
        }
    }

    /// Everything up to now counts as read.
    package func readMentions(of account: Account) async throws {
        try await store.write { db in
            try db.execute(
                sql: "UPDATE record_mention SET read_at = ? WHERE account_id = ? AND read_at IS NULL",
                arguments: [store.clock.now(), account.id])
        }
    }
}
