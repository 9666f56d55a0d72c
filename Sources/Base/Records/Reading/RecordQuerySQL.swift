import GRDB
import Kernel
import Store

/// A query as SQL: names come from the declaration, values are bound.
struct RecordQuerySQL: Sendable {
    private(set) var condition = "TRUE"
    private(set) var arguments: [DatabaseValue] = []
    let order: String
    let table: String

    /// Problem: `record.unknown_filter`.
    init(_ query: RecordQuery, _ type: RecordType, for reader: RecordAuthor) throws {
        table = RecordSchema.table(type)
        order = try Self.order(query.sort, type, reader)
        if !query.showsArchived { condition = "archived_at IS NULL" }
        for part in query.conditions { try add(part, type, reader) }
        if let expression = SearchText.expression(query.search) {
            condition += " AND record_id IN (SELECT rowid FROM record_search WHERE record_search MATCH ? AND type = ?)"
            arguments += [expression.databaseValue, type.id.databaseValue]
        } else if query.search.contains(where: { !$0.isWhitespace }) {
            condition += " AND FALSE"
        }
        if let field = type.regionField, let regions = reader.regions(type) {
            condition += " AND (\(field) IS NULL OR \(field) IN (\(RecordStore.marks(regions.count))))"
            arguments += regions.sorted().map(\.databaseValue)
        }
    }

    private static func order(_ sort: RecordSort, _ type: RecordType, _ reader: RecordAuthor) throws -> String {
        let own = ["number", "state", "changed_at", "created_at"]
        let isField = RecordSchema.stored(type).contains { $0.id == sort.field && reader.may(.view, type, $0) }
        guard own.contains(sort.field) || isField else { throw RecordProblem.unknownFilter(sort.field) }
        let direction = sort.ascending ? "ASC" : "DESC"
        // What is empty stands last either way; the id makes the order the same on every page.
        return isField
            ? "\(sort.field) IS NULL, \(sort.field) \(direction), record_id"
            : "\(sort.field) \(direction), record_id \(direction)"
    }

    private mutating func add(_ part: RecordCondition, _ type: RecordType, _ reader: RecordAuthor) throws {
        switch part {
        case .state(let states): add("state IN (\(RecordStore.marks(states.count)))", states)
        case .anyOf(let id, let values): try addAny(try Self.field(id, type, reader), values)
        case .isEmpty(let id):
            let field = try Self.field(id, type, reader)
            if case .links = field.kind {
                add("record_id NOT IN (SELECT record_id FROM record_link WHERE field = ?)", [id])
            } else {
                add("\(id) IS NULL", [])
            }
        case .between(let id, let from, let to):
            let field = try Self.field(id, type, reader)
            if case .links = field.kind { throw RecordProblem.unknownFilter(id) }
            if let from { add("\(id) >= ?", [try RecordRow.database(from)]) }
            if let to { add("\(id) <= ?", [try RecordRow.database(to)]) }
        }
    }

    private mutating func addAny(_ field: RecordField, _ values: [RecordValue]) throws {
        switch field.kind {
        case .choices:
            add(
                "EXISTS (SELECT 1 FROM json_each(\(field.id)) WHERE value IN (\(RecordStore.marks(values.count))))",
                try values.map(RecordRow.database))
        case .people:
            let ids = values.flatMap { if case .people(let ids) = $0 { ids } else { [Int64]() } }
            add("EXISTS (SELECT 1 FROM json_each(\(field.id)) WHERE value IN (\(RecordStore.marks(ids.count))))", ids)
        case .links:
            let ids = values.flatMap { value -> [Int64] in
                switch value {
                case .whole(let id): [id]
                case .records(let ids): ids
                default: []
                }
            }
            add(
                "record_id IN (SELECT record_id FROM record_link WHERE field = ? AND target_id IN (\(RecordStore.marks(ids.count))))",
                [field.id] as [any DatabaseValueConvertible] + ids)
        default:
            add("\(field.id) IN (\(RecordStore.marks(values.count)))", try values.map(RecordRow.database))
        }
    }

    private mutating func add(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) {
        condition += " AND \(sql)"
        arguments += values.map { $0?.databaseValue ?? .null }
    }

    private static func field(_ id: String, _ type: RecordType, _ reader: RecordAuthor) throws -> RecordField {
        guard let field = type.field(id), reader.may(.view, type, field) else { throw RecordProblem.unknownFilter(id) }
        return field
    }
}

extension RecordStore {
    /// Problems: `access.forbidden`, `record.unknown_filter`.
    package func list(
        _ type: RecordType, _ query: RecordQuery, from offset: Int = 0, limit: Int = 50, for reader: RecordAuthor
    ) async throws -> RecordSlice {
        try reader.require(.view, type)
        let sql = try RecordQuerySQL(query, type, for: reader)
        return try await store.read { db in
            let arguments = StatementArguments(sql.arguments)
            let total =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM \(sql.table) WHERE \(sql.condition)", arguments: arguments) ?? 0
            // Only numbers are sorted and passed over; the rows themselves are read for one page.
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM \(sql.table) WHERE record_id IN (
                        SELECT record_id FROM \(sql.table) WHERE \(sql.condition) ORDER BY \(sql.order) LIMIT ? OFFSET ?)
                    ORDER BY \(sql.order)
                    """, arguments: arguments + [limit, offset])
            let records = try RecordRow(type: type).records(db, rows).map(reader.shown)
            return RecordSlice(records: records, total: total, names: try names(db, of: records))
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
                    "SELECT coalesce(\(column), '') AS value, count(*) AS n FROM \(sql.table) WHERE \(sql.condition) GROUP BY 1",
                arguments: StatementArguments(sql.arguments))
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["value"] as String, $0["n"] as Int) })
        }
    }
}
