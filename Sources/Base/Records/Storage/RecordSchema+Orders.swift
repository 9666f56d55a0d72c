import GRDB

/// Indexes in the order of each field, which only long lists have: a short one is sorted faster than they are kept.
extension RecordSchema {
    /// From how many records of a type on. Sorting fewer takes some milliseconds.
    static let longFrom: Int64 = 5_000

    /// Columns of every record that lists are sorted by, besides fields.
    static let sortedColumns: Set<String> = ["number", "state", "changed_at", "created_at"]

    /// What long texts are sorted by.
    static func beginning(_ field: String) -> String { "substr(\(field), 1, 40)" }

    static func order(_ type: RecordType, by column: String) -> String { "\(table(type))_by_\(column)" }

    /// By name. The id stands behind the field, as lists have it where values are the same.
    static func orders(_ type: RecordType) -> [String: String] {
        let fields = stored(type).map { ($0.id, $0.kind == .longText ? beginning($0.id) : $0.id) }
        let all = sortedColumns.map { ($0, $0) } + fields
        return Dictionary(
            uniqueKeysWithValues: all.map { column, key in
                let name = order(type, by: column)
                return (name, "CREATE INDEX \(name) ON \(table(type)) (\(key), record_id, archived_at)")
            })
    }

    static func isLong(_ db: Database, _ type: RecordType, from count: Int64) throws -> Bool {
        let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM record WHERE type = ?", arguments: [type.id])
        return last.map { $0 >= count } ?? false
    }

    /// Where a list has just become long: the indexes, in the transaction of the record that made it so.
    static func keepOrders(_ db: Database, _ type: RecordType, number: Int64, longFrom: Int64) throws {
        guard number == longFrom else { return }
        for index in orders(type).values.sorted() { try db.execute(sql: index) }
    }

    static func hasOrders(_ db: Database, _ type: RecordType) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM pragma_index_list(?) WHERE name = ?)",
            arguments: [table(type), order(type, by: "number")]) ?? false
    }
}
