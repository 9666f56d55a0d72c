package import Kernel

/// A table of what is counted: the names and types that imports fill, metrics read and exports write.
/// Tables keep no keys or indexes (they would slow down bulk loads); load procedures keep rows unique.
package struct CanonicalTable: Sendable, Hashable, Identifiable {
    /// The name in SQL, singular, snake_case.
    package let id: String
    package let name: Text
    /// The day column by which rows fall into periods, `nil` for tables that describe things rather than happenings.
    package let day: String?
    package let columns: [Column]

    package init(_ id: String, _ name: Text, day: String? = nil, _ columns: [Column]) {
        self.id = id
        self.name = name
        self.day = day
        self.columns = columns + [Column("load_id", .integer)]
    }

    package struct Column: Sendable, Hashable {
        package let name: String
        package let kind: ColumnKind

        package init(_ name: String, _ kind: ColumnKind) {
            self.name = name
            self.kind = kind
        }
    }

    package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// `CREATE TABLE` in the dialect that both engines share.
    package var definition: String {
        let lines = columns.map { "    \($0.name) \($0.kind.rawValue)" }.joined(separator: ",\n")
        return "CREATE TABLE IF NOT EXISTS \(id) (\n\(lines)\n)"
    }
}

/// What a column holds, spelled as its SQL type. Money is a BIGINT of minor units, its name ends in `_fen`.
package enum ColumnKind: String, Sendable, CaseIterable {
    case integer = "BIGINT"
    case int = "INTEGER"
    case small = "SMALLINT"
    case text = "VARCHAR"
    case flag = "BOOLEAN"
    case day = "DATE"
    case moment = "TIMESTAMP"
    case real = "DOUBLE"
}
