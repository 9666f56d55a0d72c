import GRDB
import Kernel
import Store

extension RecordStore {
    /// Problems: `access.forbidden`, `record.unknown_filter`.
    package func list(
        _ type: RecordType, _ query: RecordQuery, from offset: Int = 0, limit: Int = 50, for reader: RecordAuthor
    ) async throws -> RecordSlice {
        try reader.require(.view, type)
        let sql = try RecordQuerySQL(query, type, for: reader)
        return try await store.read { db in
            let isLong = try RecordSchema.hasOrders(db, type)
            let page =
                if isLong { try LongList(db: db, sql: sql).page(from: offset, limit: limit) } else {
                    try sql.page(db, from: offset, limit: limit)
                }
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM \(sql.table) WHERE record_id IN (SELECT value FROM json_each(?))",
                arguments: [Self.json(page.ids)])
            let places = Dictionary(uniqueKeysWithValues: zip(page.ids, 0...))
            let records = try RecordRow(type: type).records(db, rows).map(reader.shown)
                .sorted { places[$0.id, default: 0] < places[$1.id, default: 0] }
            return RecordSlice(records: records, total: page.total, names: try names(db, of: records))
        }
    }

    /// How many records of the query fall to each value of a choice field, or to each state where `field` is `nil`.
    package func counts(_ type: RecordType, _ query: RecordQuery, by field: String?, for reader: RecordAuthor)
        async throws -> [String: Int]
    {
        try reader.require(.view, type)
        if let field, type.field(field).map({ reader.may(.view, type, $0) }) != true {
            throw RecordProblem.unknownFilter(field)
        }
        let sql = try RecordQuerySQL(query, type, for: reader)
        let column = field ?? "state"
        return try await store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql:
                    "SELECT coalesce(\(column), '') AS value, count(*) AS n FROM \(sql.source) WHERE \(sql.condition) GROUP BY 1",
                arguments: StatementArguments(sql.arguments))
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["value"] as String, $0["n"] as Int) })
        }
    }
}
