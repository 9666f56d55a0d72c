import Foundation
import GRDB
import Kernel
package import Store

/// What was deleted, and putting it back.
extension KeptMappingStore {
    /// The mappings that were deleted and not put back since, the latest first.
    package func removed(limit: Int = 50) async throws -> [RemovedMapping] {
        try await store.read { db in
            try Row.fetchAll(db, sql: "\(Self.removals) ORDER BY gone.audit_entry_id DESC LIMIT ?", arguments: [limit])
                .compactMap(Self.removed)
        }
    }

    /// Puts a deleted mapping back under its number and name; under a free name like it where the name is taken.
    ///
    /// - Parameter entry: the audit entry of the removal.
    /// Problem: `mapping.not_removed`.
    @discardableResult
    package func restore(_ entry: Int64, by author: Author) async throws -> KeptMapping {
        let now = store.clock.now()
        let audit = store.audit
        return try await store.write { db in
            let row = try Row.fetchOne(
                db, sql: "\(Self.removals) AND gone.audit_entry_id = ?", arguments: [entry])
            guard let found = try row.flatMap(Self.removed) else { throw MappingProblem.notRemoved(entry) }
            var mapping = found.mapping
            mapping.name = try Self.freeName(db, like: mapping.name)
            let isFree =
                try Int64.fetchOne(
                    db, sql: "SELECT id FROM import_mapping WHERE id = ?", arguments: [found.number]) == nil
            let number = isFree ? found.number : try Self.unusedNumber(db)
            try Self.insert(db, number, mapping, found.headings, at: now, by: author)
            var detail = ["name": mapping.name, "entry": String(entry)]
            if mapping.name != found.mapping.name { detail["from"] = found.mapping.name }
            try audit.append(
                db, author: author, action: "mapping.restore", subject: Self.subject(number), detail: detail)
            return try Self.find(db, number)
        }
    }

    /// Removals without a later restoration that names them. The range of subjects is found by their index.
    private static let removals = """
        SELECT gone.* FROM audit_entry AS gone
        WHERE gone.subject >= 'mapping:' AND gone.subject < 'mapping;' AND gone.action = 'mapping.remove'
            AND gone.audit_entry_id NOT IN (
                SELECT CAST(json_extract(detail, '$.entry') AS INTEGER) FROM audit_entry
                WHERE subject >= 'mapping:' AND subject < 'mapping;' AND action = 'mapping.restore'
            )
        """

    /// `nil` for an entry that does not hold the mapping.
    private static func removed(_ row: Row) throws -> RemovedMapping? {
        let entry = try AuditEntry(row: row)
        let detail = try JSONDecoder().decode([String: String].self, from: Data(entry.detail.utf8))
        guard let id = entry.id, let number = Int64(entry.subject.dropFirst("mapping:".count)),
            let body = detail["mapping"]
        else { return nil }
        return RemovedMapping(
            id: id, number: number, mapping: try mapping(body),
            headings: try detail["headings"].map { try headings($0) } ?? [],
            removedAt: Instant(iso8601: entry.at), removedBy: entry.author)
    }
}
