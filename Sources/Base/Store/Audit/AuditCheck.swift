package import GRDB

/// What a walk along the whole audit chain found.
package enum AuditCheck: Sendable, Hashable {
    case intact(entries: Int64)
    /// The first entry that is altered, missing, or does not follow its predecessor.
    case broken(at: Int64, why: Break)

    package enum Break: String, Sendable {
        /// The fields are no longer those that were hashed.
        case altered
        /// The entry before it is not the one it was written after.
        case detached
        /// There is no such entry although later ones were written.
        case missing
    }
}

extension AuditLog {
    /// Walks the chain from its first entry and stops at the first broken link. Reads one entry at a time.
    package func verify(_ db: Database) throws -> AuditCheck {
        var previous = AuditEntry.origin
        var expected: Int64 = 1
        let entries = try AuditEntry.order(AuditEntry.Columns.id).fetchCursor(db)
        while let entry = try entries.next() {
            if entry.id != expected { return .broken(at: expected, why: .missing) }
            if !entry.isIntact { return .broken(at: expected, why: .altered) }
            if entry.previousHash != previous { return .broken(at: expected, why: .detached) }
            previous = entry.hash
            expected += 1
        }
        let written = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'audit_entry'") ?? 0
        return written >= expected ? .broken(at: expected, why: .missing) : .intact(entries: expected - 1)
    }
}
