import GRDB
import Kernel
import Store

/// Full-text search over the titles and texts of all records (FTS5; `SearchPairs` says how Chinese is cut).
enum RecordSearch {
    static func index(_ db: Database, _ record: Record) throws {
        try db.execute(sql: "DELETE FROM record_search WHERE rowid = ?", arguments: [record.id])
        let texts = record.type.fields.dropFirst().compactMap { field -> String? in
            // What only some may see is found by nobody.
            guard field.resource == nil, case .text(let text) = record[field.id] else { return nil }
            switch field.kind {
            case .text, .longText, .web: return text
            case .choice(let list): return list.first { $0.id == text }.map { "\($0.name.zh) \($0.name.en)" }
            default: return nil
            }
        }
        try db.execute(
            sql: "INSERT INTO record_search (rowid, title, body, kind) VALUES (?, ?, ?, ?)",
            arguments: [
                record.id, SearchPairs.spread("\(record.code) \(record.title)"),
                SearchPairs.spread(texts.joined(separator: "\n")), kind(record.type),
            ])
    }

    /// One word of the index for each type.
    static func kind(_ type: RecordType) -> String { type.id.replacing("_", with: "0") }

    /// Records that have the words; `nil` for nothing to search.
    /// - Parameters:
    ///   - types: only of these; `nil` for all.
    ///   - columns: where the words must stand.
    static func expression(_ text: String, of types: [RecordType]?, in columns: String = "title body") -> String? {
        SearchPairs.expression(text).map { words in
            let kinds = types.map { "kind : (\($0.map(kind).joined(separator: " OR "))) AND " } ?? ""
            return "\(kinds){\(columns)} : (\(words))"
        }
    }

    /// An index that came empty with an update is filled with what is there.
    static func fill(_ db: Database, _ catalog: RecordCatalog) throws {
        if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM record_search)") ?? false { return }
        for type in catalog.types {
            var last: Int64 = 0
            while true {
                let rows = try Row.fetchAll(
                    db,
                    sql: "SELECT * FROM \(RecordSchema.table(type)) WHERE record_id > ? ORDER BY record_id LIMIT 1000",
                    arguments: [last])
                guard let end = rows.last else { break }
                for record in try RecordRow(type: type).records(db, rows) { try index(db, record) }
                last = end["record_id"]
            }
        }
    }
}

extension RecordStore {
    /// The best matches among the types that the reader may see: titles count ten times as much as texts. Where thousands match,
    /// the latest of those with the words in their titles stand first, then the latest of the others: to weigh them all would take
    /// longer than a reader waits, and say little.
    package func search(_ text: String, for reader: RecordAuthor, limit: Int = 30) async throws -> [Record] {
        let types = catalog.types.filter { reader.may(.view, $0) }
        let kinds = types.count < catalog.types.count ? types : nil
        guard !types.isEmpty, let all = RecordSearch.expression(text, of: kinds),
            let titled = RecordSearch.expression(text, of: kinds, in: "title")
        else { return [] }
        return try await store.read { db in
            if try latest(db, all, Self.weighed + 1).count <= Self.weighed {
                return try shown(db, best(db, all), limit, for: reader)
            }
            let ids = try latest(db, titled, Self.weighed) + latest(db, all, Self.weighed)
            return try shown(db, ids, limit, for: reader)
        }
    }

    /// So many matches are weighed against each other.
    private static let weighed = 2_000

    private func latest(_ db: Database, _ expression: String, _ limit: Int) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT rowid FROM record_search WHERE record_search MATCH ? ORDER BY rowid DESC LIMIT ?",
            arguments: [expression, limit])
    }

    private func best(_ db: Database, _ expression: String) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT rowid FROM record_search WHERE record_search MATCH ? ORDER BY bm25(record_search, 10.0, 1.0, 0.0)
                """, arguments: [expression])
    }

    /// The first of these that the reader may see.
    private func shown(_ db: Database, _ ids: [Int64], _ limit: Int, for reader: RecordAuthor) throws -> [Record] {
        var found: [Record] = []
        var seen: Set<Int64> = []
        for id in ids where seen.insert(id).inserted {
            if found.count == limit { break }
            let name = try String.fetchOne(db, sql: "SELECT type FROM record WHERE record_id = ?", arguments: [id])
            guard let type = name.flatMap(catalog.type), let record = try RecordRow(type: type).find(db, id),
                reader.reaches(record)
            else { continue }
            found.append(reader.shown(record))
        }
        return found
    }
}
