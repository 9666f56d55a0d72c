import GRDB
import Kernel
import Store

/// Full-text search over the titles and texts of all records (FTS5; `SearchText` says how Chinese is cut).
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
            sql: "INSERT INTO record_search (rowid, title, body, type) VALUES (?, ?, ?, ?)",
            arguments: [
                record.id, SearchText.spread("\(record.code) \(record.title)"),
                SearchText.spread(texts.joined(separator: "\n")), record.type.id,
            ])
    }
}

extension RecordStore {
    /// The best matches among the types that the reader may see: titles count ten times as much as texts.
    package func search(_ text: String, for reader: RecordAuthor, limit: Int = 30) async throws -> [Record] {
        guard let expression = SearchText.expression(text) else { return [] }
        let types = catalog.types.filter { reader.may(.view, $0) }.map(\.id)
        return try await store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT rowid, type FROM record_search WHERE record_search MATCH ? AND type IN (\(Self.marks(types.count)))
                    ORDER BY bm25(record_search, 10.0, 1.0) LIMIT ?
                    """, arguments: StatementArguments([expression] + types) + [limit * 2])
            var found: [Record] = []
            for row in rows {
                let type = try catalog.require(row["type"])
                guard let record = try RecordRow(type: type).find(db, row["rowid"]), reader.reaches(record) else {
                    continue
                }
                found.append(reader.shown(record))
            }
            return Array(found.prefix(limit))
        }
    }
}
