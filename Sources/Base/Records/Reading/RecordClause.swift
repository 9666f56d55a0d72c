import GRDB

/// One part of what a list asks for, as SQL.
struct RecordClause: Sendable {
    /// What must be read to decide it.
    enum Place: Sendable, Hashable {
        /// One column, which has an index of its own in long lists.
        case column(String)
        /// Columns of the sieve.
        case anyColumn
        /// The beginning of a long text.
        case longText
        /// Whole rows.
        case table
        /// Other tables.
        case ids(Ids)
    }

    /// Ids that another table names.
    struct Ids: Sendable, Hashable {
        let statement: String
        /// The condition is to be none of them.
        var isInverted = false
        /// No records of other types are among them.
        var isOfType = false

        var condition: String { "record_id \(isInverted ? "NOT " : "")IN (\(statement))" }
    }

    let sql: String
    let arguments: [DatabaseValue]
    let place: Place
}
