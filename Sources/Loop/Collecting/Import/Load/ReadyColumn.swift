import Kernel
import Warehouse

/// A column of the rows about to be written: its name, its value over `good g` and the tables that codes name, and whether
/// the file gives it (only given columns are compared with what is there, and replace it).
struct ReadyColumn: Sendable {
    let name: String
    let sql: SQLText
    let isGiven: Bool

    /// All columns of the target except its generated number and the load.
    static func all(_ work: LoadWork) -> [ReadyColumn] {
        let derived = DerivedColumns(work: work).all
        return work.table.columns.compactMap { column in
            if column.name == work.target.surrogate || column.name == "load_id" { return nil }
            let plain = plain(column.name, work)
            if let rule = derived[column.name] {
                return ReadyColumn(name: column.name, sql: rule, isGiven: plain != nil || work.target == .customer)
            }
            return plain
        }
    }

    /// The value as the file gives it.
    private static func plain(_ column: String, _ work: LoadWork) -> ReadyColumn? {
        for field in work.typed.fields {
            if case .reference(let reference) = field.field.kind, column == reference.rawValue + "_id" {
                return ReadyColumn(name: column, sql: "\(reference.alias).\(reference.id)", isGiven: true)
            }
            if field.values.contains(where: { $0.name == column }), !isCode(field.field) {
                return ReadyColumn(name: column, sql: "g.\(name: column)", isGiven: true)
            }
        }
        return nil
    }

    private static func isCode(_ field: TargetField) -> Bool {
        if case .reference = field.kind { true } else { false }
    }

    /// The tables that codes name, joined to `good g`.
    static func joins(_ work: LoadWork) -> SQLText {
        work.references.map { reference in
            " LEFT JOIN \(reference.table) \(reference.alias) ON \(reference.alias).\(reference.code) = g.\(name: reference.field)"
                as SQLText
        }.joined("")
    }

    /// The column that a key field fills.
    static func keyColumn(_ field: String, _ work: LoadWork) -> String {
        guard let kind = work.target.field(field)?.kind, case .reference(let reference) = kind else { return field }
        return reference.rawValue + "_id"
    }
}

extension Reference {
    var alias: SQLText { .name("of_" + rawValue) }
}
