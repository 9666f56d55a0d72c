import Foundation
package import GRDB
import Kernel

/// One line of the audit log.
package struct AuditEntry: Sendable, Hashable {
    /// 1, 2, 3 … without gaps; `nil` until written.
    package private(set) var id: Int64?
    /// As text, because a tampered entry may hold anything here and must still be readable.
    package let at: String
    package let author: String
    package let action: String
    package let subject: String
    /// A JSON object of texts.
    package let detail: String
    let previousHash: [UInt8]
    let hash: [UInt8]

    /// What the first entry follows.
    static let origin = [UInt8](repeating: 0, count: 32)

    init(following previous: [UInt8], at: Instant, author: String, action: String, subject: String, detail: String) {
        self.at = at.iso8601
        self.author = author
        self.action = action
        self.subject = subject
        self.detail = detail
        previousHash = previous
        hash = AuditEntry.hash(following: previous, fields: [self.at, author, action, subject, detail])
    }

    /// Each field goes in with its length before it, so that no two different entries read alike.
    static func hash(following previous: [UInt8], fields: [String]) -> [UInt8] {
        var bytes = previous
        for field in fields {
            let length = UInt64(field.utf8.count)
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
            }
            bytes.append(contentsOf: field.utf8)
        }
        return Digest.sha256(bytes)
    }

    /// Whether the hash is the one that the fields give.
    var isIntact: Bool {
        hash == AuditEntry.hash(following: previousHash, fields: [at, author, action, subject, detail])
    }
}

extension AuditEntry: FetchableRecord, PersistableRecord {
    package static let databaseTableName = "audit_entry"

    package enum Columns {
        package static let id = Column("audit_entry_id")
        package static let subject = Column("subject")
    }

    package init(row: Row) throws {
        id = row["audit_entry_id"]
        at = row["at"]
        author = row["author"]
        action = row["action"]
        subject = row["subject"]
        detail = row["detail"]
        previousHash = Array(row["previous_hash"] as Data)
        hash = Array(row["hash"] as Data)
    }

    package func encode(to container: inout PersistenceContainer) {
        container["audit_entry_id"] = id
        container["at"] = at
        container["author"] = author
        container["action"] = action
        container["subject"] = subject
        container["detail"] = detail
        container["previous_hash"] = Data(previousHash)
        container["hash"] = Data(hash)
    }

    static func last(_ db: Database) throws -> AuditEntry? {
        try AuditEntry.order(Columns.id.desc).fetchOne(db)
    }
}
