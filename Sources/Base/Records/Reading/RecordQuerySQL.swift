import GRDB
import Kernel
import Store

/// A query as SQL: names come from the declaration, values are bound.
struct RecordQuerySQL: Sendable {
    private(set) var condition = "TRUE"
    private(set) var arguments: [DatabaseValue] = []
    let order: String
    /// The other way round, for pages nearer to the end.
    let reversedOrder: String
    let table: String
    private var readsLongTexts: Bool
    private let isUsual: Bool
    private let sieve: String

    /// The table, and the index that holds all that is asked of it. SQLite would choose the one of a single field, and then read row by
    /// row; for the usual list there is an index in its order.
    var source: String { readsLongTexts || isUsual ? table : "\(table) INDEXED BY \(sieve)" }

    /// Problem: `record.unknown_filter`.
    init(_ query: RecordQuery, _ type: RecordType, for reader: RecordAuthor) throws {
        table = RecordSchema.table(type)
        sieve = RecordSchema.sieve(type)
        isUsual = query == RecordQuery() && reader.regions(type) == nil
        let sort = try Self.sort(query.sort, type, reader)
        readsLongTexts = sort.isLong
        order = Self.order(sort.column, isField: sort.isField, ascending: query.sort.ascending)
        reversedOrder = Self.order(
            sort.column, isField: sort.isField, ascending: !query.sort.ascending, isReversed: true)
        if !query.showsArchived { condition = "archived_at IS NULL" }
        for part in query.conditions { try add(part, type, reader) }
        if let expression = SearchText.expression(query.search) {
            // Numbers of records are one row for all types: the table itself leaves out the others.
            add("record_id IN (SELECT rowid FROM record_search WHERE record_search MATCH ?)", [expression])
        } else if query.search.contains(where: { !$0.isWhitespace }) {
            condition += " AND FALSE"
        }
        if let field = type.regionField, let regions = reader.regions(type) {
            add("(\(field) IS NULL OR \(field) IN (\(RecordStore.marks(regions.count))))", regions.sorted())
        }
    }

    private static func sort(_ sort: RecordSort, _ type: RecordType, _ reader: RecordAuthor) throws
        -> (column: String, isField: Bool, isLong: Bool)
    {
        if ["number", "state", "changed_at", "created_at"].contains(sort.field) { return (sort.field, false, false) }
        guard
            let field = RecordSchema.stored(type).first(where: { $0.id == sort.field && reader.may(.view, type, $0) })
        else { throw RecordProblem.unknownFilter(sort.field) }
        let isLong = field.kind == .longText
        // Long texts stand in the order of their beginnings.
        return (isLong ? "substr(\(field.id), 1, 40)" : field.id, true, isLong)
    }

    /// What is empty stands last either way; the id makes the order the same on every page.
    private static func order(_ column: String, isField: Bool, ascending: Bool, isReversed: Bool = false) -> String {
        let direction = ascending ? "ASC" : "DESC"
        if !isField { return "\(column) \(direction), record_id \(direction)" }
        let other = isReversed ? "DESC" : "ASC"
        return "\(column) IS NULL \(other), \(column) \(direction), record_id \(other)"
    }

    private mutating func add(_ part: RecordCondition, _ type: RecordType, _ reader: RecordAuthor) throws {
        switch part {
        case .state(let states): add("state IN (\(RecordStore.marks(states.count)))", states)
        case .anyOf(let id, let values): try addAny(try Self.field(id, type, reader), values)
        case .isEmpty(let id):
            let field = try Self.field(id, type, reader)
            if field.kind == .longText { readsLongTexts = true }
            if case .links = field.kind {
                add(
                    "NOT EXISTS (SELECT 1 FROM record_link WHERE record_link.record_id = \(table).record_id AND field = ?)",
                    [id])
            } else {
                add("\(id) IS NULL", [])
            }
        case .between(let id, let from, let to):
            let field = try Self.field(id, type, reader)
            if case .links = field.kind { throw RecordProblem.unknownFilter(id) }
            if field.kind == .longText { readsLongTexts = true }
            if let from { add("\(id) >= ?", [try RecordRow.database(from)]) }
            if let to { add("\(id) <= ?", [try RecordRow.database(to)]) }
        }
    }

    private mutating func addAny(_ field: RecordField, _ values: [RecordValue]) throws {
        switch field.kind {
        case .choices:
            // Lists are kept as JSON texts of codes; looking for a quoted code takes a quarter of taking each list apart.
            addOne(
                of: "instr(\(field.id), ?) > 0",
                field.kind.choiceList.map(\.id).filter { values.contains(.text($0)) }.map { "\"\($0)\"" })
        case .people:
            let ids = values.flatMap { if case .people(let ids) = $0 { ids } else { [Int64]() } }
            addOne(of: "instr(',' || trim(\(field.id), '[]') || ',', ?) > 0", ids.map { ",\($0)," })
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
            if field.kind == .longText { readsLongTexts = true }
            add("\(field.id) IN (\(RecordStore.marks(values.count)))", try values.map(RecordRow.database))
        }
    }

    private mutating func addOne(of condition: String, _ values: [String]) {
        add(values.isEmpty ? "FALSE" : "(" + values.map { _ in condition }.joined(separator: " OR ") + ")", values)
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
                    db, sql: "SELECT count(*) FROM \(sql.source) WHERE \(sql.condition)", arguments: arguments) ?? 0
            // Only numbers are sorted and passed over, from the nearer end; the rows themselves are read for one page.
            let isNearEnd = offset > total / 2
            let left = max(0, min(limit, total - offset))
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM \(sql.table) WHERE record_id IN (
                        SELECT record_id FROM \(sql.source) WHERE \(sql.condition)
                        ORDER BY \(isNearEnd ? sql.reversedOrder : sql.order) LIMIT ? OFFSET ?)
                    ORDER BY \(sql.order)
                    """, arguments: arguments + [left, isNearEnd ? total - offset - left : offset])
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
                    "SELECT coalesce(\(column), '') AS value, count(*) AS n FROM \(sql.source) WHERE \(sql.condition) GROUP BY 1",
                arguments: StatementArguments(sql.arguments))
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["value"] as String, $0["n"] as Int) })
        }
    }
}
