import GRDB
import Kernel
import Store

extension RecordStore {
    private static let part = 500

    /// Records of these numbers that the author may reach, whole.
    func records(_ db: Database, _ type: RecordType, numbers: Set<Int64>, for author: RecordAuthor) throws -> [Record] {
        try inParts(numbers.sorted()) { part in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM \(RecordSchema.table(type)) WHERE number IN (\(Self.marks(part.count)))",
                arguments: StatementArguments(part))
            return try RecordRow(type: type).records(db, rows).filter(author.reaches)
        }
    }

    /// The names of many records, in statements of a size that the database takes.
    func names(_ db: Database, inParts records: [Record]) throws -> RecordNames {
        var names = RecordNames()
        for part in try inParts(records, { [try self.names(db, of: $0)] }) {
            names.people.merge(part.people) { old, _ in old }
            names.records.merge(part.records) { old, _ in old }
        }
        return names
    }

    private func inParts<Element, Made>(_ all: [Element], _ make: ([Element]) throws -> [Made]) throws -> [Made] {
        try stride(from: 0, to: all.count, by: Self.part).flatMap { start in
            try make(Array(all[start..<min(start + Self.part, all.count)]))
        }
    }

    /// All records of a query in its order, in one consistent state: for exports and for what is done to all of them.
    /// Problems: `access.forbidden`, `record.unknown_filter`, `record.too_many`.
    package func all(_ type: RecordType, _ query: RecordQuery, most: Int = 100_000, for reader: RecordAuthor)
        async throws -> RecordSlice
    {
        try reader.require(.view, type)
        let sql = try RecordQuerySQL(query, type, for: reader)
        return try await store.read { db in
            let ids = try Int64.fetchAll(
                db,
                sql:
                    "SELECT record_id FROM \(sql.table) WHERE \(sql.condition) ORDER BY \(sql.order) LIMIT \(most + 1)",
                arguments: StatementArguments(sql.arguments))
            if ids.count > most {
                let count = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM \(sql.table) WHERE \(sql.condition)",
                    arguments: StatementArguments(sql.arguments))
                throw RecordProblem.tooMany(had: count ?? ids.count, limit: most)
            }
            let records = try inParts(ids) { part in
                let rows = try Row.fetchAll(
                    db,
                    sql: "SELECT * FROM \(sql.table) WHERE record_id IN (\(Self.marks(part.count)))",
                    arguments: StatementArguments(part))
                let found = try RecordRow(type: type).records(db, rows).map(reader.shown)
                let places = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
                return found.sorted { places[$0.id, default: 0] < places[$1.id, default: 0] }
            }
            return RecordSlice(records: records, total: records.count, names: try names(db, inParts: records))
        }
    }
}
