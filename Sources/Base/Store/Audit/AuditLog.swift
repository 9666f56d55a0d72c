import Foundation
package import GRDB
import Kernel

/// The append-only log of changes. Each entry is written in the transaction of the change it tells of, and carries the
/// SHA-256 of its predecessor's hash and its own fields, so that no entry can be altered, removed or put in between unnoticed.
package struct AuditLog: Sendable {
    private let clock: Clock

    init(clock: Clock) { self.clock = clock }

    /// - Parameters:
    ///   - action: what was done, dotted: `account.add`, `setting.change`.
    ///   - subject: to what: `account:7`, `setting:zone`.
    ///   - detail: what a reader needs to understand it later; never a password, token or contact address.
    package func append(
        _ db: Database, author: Author, action: String, subject: String, detail: [String: String] = [:]
    ) throws {
        let previous = try AuditEntry.last(db)?.hash ?? AuditEntry.origin
        try AuditEntry(
            following: previous, at: clock.now(), author: author.description, action: action, subject: subject,
            detail: try AuditLog.encoded(detail)
        ).insert(db)
    }

    /// Keys sorted, so that the same detail is always the same text.
    private static func encoded(_ detail: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(detail), as: UTF8.self)
    }

    /// How many entries there are, of one subject or of all.
    package func count(_ db: Database, subject: String? = nil) throws -> Int64 {
        let count =
            if let subject {
                try AuditEntry.filter(AuditEntry.Columns.subject == subject).fetchCount(db)
            } else { try AuditEntry.fetchCount(db) }
        return Int64(count)
    }

    /// The newest entries first, of one subject or of all.
    package func entries(
        _ db: Database, subject: String? = nil, before: Int64? = nil, limit: Int = 100
    ) throws -> [AuditEntry] {
        var request = AuditEntry.order(AuditEntry.Columns.id.desc).limit(limit)
        if let subject { request = request.filter(AuditEntry.Columns.subject == subject) }
        if let before { request = request.filter(AuditEntry.Columns.id < before) }
        return try request.fetchAll(db)
    }
}
