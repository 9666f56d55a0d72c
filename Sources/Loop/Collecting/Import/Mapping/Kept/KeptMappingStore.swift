import Foundation
import GRDB
import Kernel
package import Store

/// Keeps mappings by name, and which mapping was last used for which headings. Changes are in the audit log; uses are not.
package struct KeptMappingStore: Sendable {
    let store: Store

    package init(_ store: Store) { self.store = store }

    /// By name.
    package func all() async throws -> [KeptMapping] {
        try await store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM import_mapping ORDER BY name").map(Self.kept)
        }
    }

    /// Problem: `mapping.missing`.
    package func find(_ id: Int64) async throws -> KeptMapping {
        try await store.read { db in try Self.find(db, id) }
    }

    package func named(_ name: String) async throws -> KeptMapping? {
        try await store.read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM import_mapping WHERE name = ?", arguments: [name]).map(Self.kept)
        }
    }

    /// Problems: those of `Mapping.checked`, `mapping.name_taken`.
    @discardableResult
    package func add(_ mapping: Mapping, headings: [String] = [], from origin: String? = nil, by author: Author)
        async throws -> KeptMapping
    {
        let mapping = try mapping.checked()
        let now = store.clock.now()
        let audit = store.audit
        return try await store.write { db in
            try Self.requireFree(db, mapping.name, but: nil)
            let id = try Self.unusedNumber(db)
            try Self.insert(db, id, mapping, headings, at: now, by: author)
            var detail = ["name": mapping.name, "target": mapping.target.rawValue]
            if let origin { detail["from"] = origin }
            try audit.append(db, author: author, action: "mapping.add", subject: Self.subject(id), detail: detail)
            return try Self.find(db, id)
        }
    }

    /// Puts another content under the same name. Nothing is written where nothing differs.
    /// - Parameter revision: the one the author had before her; `nil` overwrites whatever is there.
    /// Problems: those of `Mapping.checked`, `mapping.missing`, `mapping.changed_meanwhile`.
    @discardableResult
    package func update(
        _ id: Int64, to changed: Mapping, revision: Int64?, headings: [String] = [], by author: Author
    ) async throws -> KeptMapping {
        let now = store.clock.now()
        let audit = store.audit
        return try await store.write { db in
            let kept = try Self.find(db, id)
            var mapping = changed
            mapping.name = kept.name
            mapping = try mapping.checked()
            if let revision, revision != kept.revision { throw MappingProblem.changedMeanwhile(kept.name) }
            let difference = MappingDifference(from: kept.mapping, to: mapping)
            guard !difference.isEmpty else { return kept }
            try db.execute(
                sql: """
                    UPDATE import_mapping SET target = ?, body = ?, headings = ?, revision = revision + 1, changed_at = ?, changed_by = ?
                    WHERE id = ?
                    """,
                arguments: [
                    mapping.target.rawValue, try Self.body(mapping),
                    try Self.list(headings.isEmpty ? kept.headings : headings), now,
                    author.description, id,
                ])
            try audit.append(
                db, author: author, action: "mapping.change", subject: Self.subject(id), detail: difference.detail)
            return try Self.find(db, id)
        }
    }

    /// Updates the mapping of that name, or adds it.
    @discardableResult
    package func keep(_ mapping: Mapping, headings: [String] = [], by author: Author) async throws -> KeptMapping {
        let name = try Mapping.checkedName(mapping.name)
        guard let kept = try await named(name) else { return try await add(mapping, headings: headings, by: author) }
        return try await update(kept.id, to: mapping, revision: nil, headings: headings, by: author)
    }

    /// Problems: `mapping.missing`, `mapping.name_unfit`, `mapping.name_taken`.
    package func rename(_ id: Int64, to name: String, by author: Author) async throws {
        let name = try Mapping.checkedName(name)
        let audit = store.audit
        try await store.write { db in
            let kept = try Self.find(db, id)
            guard name != kept.name else { return }
            try Self.requireFree(db, name, but: id)
            var mapping = kept.mapping
            mapping.name = name
            try db.execute(
                sql: "UPDATE import_mapping SET name = ?, body = ?, revision = revision + 1 WHERE id = ?",
                arguments: [name, try Self.body(mapping), id])
            try audit.append(
                db, author: author, action: "mapping.rename", subject: Self.subject(id),
                detail: ["from": kept.name, "to": name])
        }
    }

    /// Problem: `mapping.missing`.
    package func remove(_ id: Int64, by author: Author) async throws {
        let audit = store.audit
        try await store.write { db in
            let kept = try Self.find(db, id)
            try db.execute(sql: "DELETE FROM import_mapping WHERE id = ?", arguments: [id])
            // What was removed stays readable in the log: it can be put back from there.
            try audit.append(
                db, author: author, action: "mapping.remove", subject: Self.subject(id),
                detail: [
                    "name": kept.name, "mapping": try Self.body(kept.mapping),
                    "headings": try Self.list(kept.headings),
                ])
        }
    }

    /// A name like this one that is free: `订单`, `订单 (2)`.
    package func freeName(like name: String) async throws -> String {
        try await store.read { try Self.freeName($0, like: name) }
    }

    static func freeName(_ db: Database, like name: String) throws -> String {
        let kept = try String.fetchAll(db, sql: "SELECT name FROM import_mapping")
        let taken = Set(kept).union(ShippedMappings.all.map(\.name))
        if !taken.contains(name) { return name }
        let stem = String(name.prefix(Mapping.longestName - 6))
        if !taken.contains(stem) { return stem }
        return (2...).lazy.map { "\(stem) (\($0))" }.first { !taken.contains($0) } ?? stem
    }

    /// Notes that a mapping was used for a file with these headings.
    package func used(_ mapping: Mapping, for headings: [String], by author: Author) async throws {
        let now = store.clock.now()
        try await store.write { db in
            let kept = try Row.fetchOne(
                db, sql: "SELECT * FROM import_mapping WHERE name = ?", arguments: [mapping.name]
            )
            .map(Self.kept)
            let id = kept?.mapping == mapping ? kept?.id : nil
            if let id {
                try db.execute(
                    sql:
                        "UPDATE import_mapping SET used_at = ?, used_by = ?, uses = uses + 1, headings = ? WHERE id = ?",
                    arguments: [now, author.description, try Self.list(HeadingPrint.own(headings)), id])
            }
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO import_mapping_use (headings, target, mapping, body, used_at, used_by)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    HeadingPrint.of(headings), mapping.target.rawValue, id, try Self.body(mapping), now,
                    author.description,
                ])
        }
    }

    /// What was last used for these headings, for one table or for whichever was last.
    package func lastUse(for headings: [String], into target: ImportTarget?) async throws -> MappingUse? {
        try await store.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT mapping, body, used_at, used_by FROM import_mapping_use
                    WHERE headings = ?1 AND (?2 IS NULL OR target = ?2) ORDER BY used_at DESC LIMIT 1
                    """, arguments: [HeadingPrint.of(headings), target?.rawValue]
            ).map { row in
                MappingUse(
                    kept: row["mapping"], mapping: try Self.mapping(row["body"]), at: row["used_at"], by: row["used_by"]
                )
            }
        }
    }

    /// Who did what to it, the newest first; also of one that is gone.
    package func history(of id: Int64) async throws -> [AuditEntry] {
        let audit = store.audit
        return try await store.read { db in try audit.entries(db, subject: Self.subject(id)) }
    }

    static func subject(_ id: Int64) -> String { "mapping:\(id)" }

    static func insert(
        _ db: Database, _ id: Int64, _ mapping: Mapping, _ headings: [String], at now: Instant, by author: Author
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO import_mapping (id, name, target, body, headings, created_at, created_by, changed_at, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, mapping.name, mapping.target.rawValue, try body(mapping), try list(headings), now,
                author.description, now, author.description,
            ])
    }

    /// A number that no mapping ever had, so that the history of a removed one is never taken for another's.
    static func unusedNumber(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT 1 + max(
                    coalesce((SELECT max(id) FROM import_mapping), 0),
                    coalesce((
                        SELECT max(CAST(substr(subject, 9) AS INTEGER)) FROM audit_entry
                        WHERE subject >= 'mapping:' AND subject < 'mapping;'
                    ), 0))
                """) ?? 1
    }

    static func find(_ db: Database, _ id: Int64) throws -> KeptMapping {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM import_mapping WHERE id = ?", arguments: [id]) else {
            throw MappingProblem.missing(String(id))
        }
        return try kept(row)
    }

    static func requireFree(_ db: Database, _ name: String, but id: Int64?) throws {
        let holder = try Int64.fetchOne(db, sql: "SELECT id FROM import_mapping WHERE name = ?", arguments: [name])
        if let holder, holder != id { throw MappingProblem.nameTaken(name) }
    }

    static func kept(_ row: Row) throws -> KeptMapping {
        KeptMapping(
            id: row["id"], mapping: try mapping(row["body"]),
            headings: try headings(row["headings"]),
            revision: row["revision"], changedAt: row["changed_at"], changedBy: row["changed_by"],
            usedAt: row["used_at"],
            usedBy: row["used_by"], uses: row["uses"])
    }

    static func mapping(_ body: String) throws -> Mapping {
        try Mapping(json: Data(body.utf8), file: "import_mapping")
    }
    static func body(_ mapping: Mapping) throws -> String {
        String(decoding: try mapping.json(), as: UTF8.self)
    }
    static func headings(_ list: String) throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(list.utf8))
    }
    static func list(_ texts: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    }
}
