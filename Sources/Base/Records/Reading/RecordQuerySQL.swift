import GRDB
import Kernel
import Store

/// A query as SQL: names come from the declaration, values are bound.
struct RecordQuerySQL: Sendable {
    private(set) var clauses: [RecordClause] = []
    let type: RecordType
    let sort: RecordSortKey
    let showsArchived: Bool
    let table: String
    private let isUsual: Bool

    var order: String { sort.order() }
    /// The other way round, for pages nearer to the end.
    var reversedOrder: String { sort.order(reversed: true) }
    var condition: String { (["TRUE"] + (showsArchived ? [] : [Self.live]) + clauses.map(\.sql)).joined(separator: " AND ") }
    var arguments: [DatabaseValue] { clauses.flatMap(\.arguments) }
    static let live = "archived_at IS NULL"

    /// The table, and the index that holds all that is asked of it. SQLite would choose the one of a single field, and then read row by
    /// row; for the usual list there is an index in its order.
    var source: String {
        let readsLongTexts = sort.isLongText || clauses.contains { $0.place == .longText || $0.place == .table }
        return readsLongTexts || isUsual ? table : "\(table) INDEXED BY \(RecordSchema.sieve(type))"
    }

    /// Problem: `record.unknown_filter`.
    init(_ query: RecordQuery, _ type: RecordType, for reader: RecordAuthor) throws {
        self.type = type
        table = RecordSchema.table(type)
        isUsual = query == RecordQuery() && reader.regions(type) == nil
        showsArchived = query.showsArchived
        sort = try RecordSortKey(query.sort, type, for: reader)
        for part in query.conditions { try add(part, reader) }
        if let expression = RecordSearch.expression(query.search, of: [type]) {
            add(
                .init(statement: "SELECT rowid FROM record_search WHERE record_search MATCH ?", isOfType: true),
                [expression])
        } else if query.search.contains(where: { !$0.isWhitespace }) {
            add("FALSE", [])
        }
        if let field = type.regionField, let regions = reader.regions(type) {
            add(
                "(\(field) IS NULL OR \(field) IN (\(RecordStore.marks(regions.count))))", regions.sorted(),
                .column(field))
        }
    }

    private mutating func add(_ part: RecordCondition, _ reader: RecordAuthor) throws {
        switch part {
        case .state(let states): add("state IN (\(RecordStore.marks(states.count)))", states, .column("state"))
        case .anyOf(let id, let values): try addAny(try Self.field(id, type, reader), values)
        case .isEmpty(let id):
            let field = try Self.field(id, type, reader)
            if case .links = field.kind {
                add(.init(statement: "SELECT record_id FROM record_link WHERE field = ?", isInverted: true), [id])
            } else if field.kind == .longText {
                add("\(RecordSchema.beginning(id)) IS NULL", [], .longText)
            } else {
                add("\(id) IS NULL", [], .column(id))
            }
        case .between(let id, let from, let to):
            let field = try Self.field(id, type, reader)
            if case .links = field.kind { throw RecordProblem.unknownFilter(id) }
            let ends = [(">=", from), ("<=", to)].compactMap { sign, end in end.map { ("\(id) \(sign) ?", $0) } }
            if ends.isEmpty { return }
            add(
                ends.map(\.0).joined(separator: " AND "), try ends.map { try RecordRow.database($0.1) },
                field.kind == .longText ? .table : .column(id))
        }
    }

    private mutating func addAny(_ field: RecordField, _ values: [RecordValue]) throws {
        switch field.kind {
        case .choices:
            // Lists are kept as JSON texts of codes; looking for a quoted code takes a quarter of taking each list apart.
            addOne(
                field, of: "instr(\(field.id), ?) > 0",
                field.kind.choiceList.map(\.id).filter { values.contains(.text($0)) }.map { "\"\($0)\"" })
        case .people:
            let ids = values.flatMap { if case .people(let ids) = $0 { ids } else { [Int64]() } }
            addOne(field, of: "instr(',' || trim(\(field.id), '[]') || ',', ?) > 0", ids.map { ",\($0)," })
        case .links:
            let ids = values.flatMap { value -> [Int64] in
                switch value {
                case .whole(let id): [id]
                case .records(let ids): ids
                default: []
                }
            }
            add(
                .init(
                    statement:
                        "SELECT record_id FROM record_link WHERE field = ? AND target_id IN (\(RecordStore.marks(ids.count)))"
                ), [field.id] as [any DatabaseValueConvertible] + ids)
        default:
            add(
                "\(field.id) IN (\(RecordStore.marks(values.count)))", try values.map(RecordRow.database),
                field.kind == .longText ? .table : .column(field.id))
        }
    }

    private mutating func add(_ ids: RecordClause.Ids, _ values: [(any DatabaseValueConvertible)?]) {
        add(ids.condition, values, .ids(ids))
    }

    private mutating func addOne(_ field: RecordField, of condition: String, _ values: [String]) {
        add(
            values.isEmpty ? "FALSE" : "(" + values.map { _ in condition }.joined(separator: " OR ") + ")", values,
            .column(field.id))
    }

    private mutating func add(
        _ sql: String, _ values: [(any DatabaseValueConvertible)?], _ place: RecordClause.Place = .anyColumn
    ) {
        clauses.append(
            RecordClause(sql: sql, arguments: values.map { $0?.databaseValue ?? .null }, place: place))
    }

    private static func field(_ id: String, _ type: RecordType, _ reader: RecordAuthor) throws -> RecordField {
        guard let field = type.field(id), reader.may(.view, type, field) else { throw RecordProblem.unknownFilter(id) }
        return field
    }
}

extension RecordQuerySQL {
    /// Ids of one page, and how many there are, of a list that is short enough to be sorted each time.
    func page(_ db: Database, from offset: Int, limit: Int) throws -> (ids: [Int64], total: Int) {
        let arguments = StatementArguments(arguments)
        let total =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM \(source) WHERE \(condition)", arguments: arguments) ?? 0
        let left = max(0, min(limit, total - offset))
        let ids = try Int64.fetchAll(
            db, sql: "SELECT record_id FROM \(source) WHERE \(condition) ORDER BY \(order) LIMIT ? OFFSET ?",
            arguments: arguments + [left, offset])
        return (ids, total)
    }
}
