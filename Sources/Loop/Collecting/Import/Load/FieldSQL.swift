import Kernel

/// How one mapped field is read in SQL, in three layers: the trimmed text, the value in steps, and what may be wrong with it.
/// Every expression reads columns of the layer below; `t_…` is the text.
struct FieldSQL: Sendable {
    let field: TargetField
    /// The trimmed text of the source.
    let text: SQLText
    /// Intermediate columns, each layer over the one before. What is used more than once must stand in a layer below: the
    /// engine writes an alias out wherever it is used, and works out parts that occur twice for every row (60 µs instead of 0.2).
    var layers: [[(name: String, sql: SQLText)]] = []
    /// The columns that the typed table gets: name and expression over texts and steps.
    var values: [(name: String, sql: SQLText)]
    /// True where the value could not be read although something was written.
    var isUnread: SQLText
    /// True where a value that was read may not be.
    var isRefused: SQLText?
    /// The reason of an unread or refused value, as a SQL text.
    var reason: SQLText
    /// True where digits beyond the smallest unit were rounded away.
    var isRounded: SQLText?

    static func textName(_ field: TargetField) -> SQLText { .name("t_" + field.id) }

    /// Words that people and programs write where there is nothing. Not as `IN`: the engine makes a join of a long list, and
    /// a table that is made through a join no longer has its rows in the file's order.
    static func isNothing(_ text: SQLText) -> SQLText {
        "list_contains(['NULL', 'N/A', 'NA', '#N/A', 'NAN', 'NONE', 'NIL', '-', '--', '—', '/', '无', '空'], upper(\(text)))"
    }

    /// Something is wrong with this field of the row.
    var isBad: SQLText {
        let name = SQLText.name(values[0].name)
        let unread: SQLText = "CASE WHEN \(name) IS NULL THEN \(isUnread) ELSE FALSE END"
        let refused = isRefused.map { $0 }
        let parts = [unread] + (refused.map { [$0] } ?? [])
        return "(\(parts.joined(" OR ")))"
    }

    /// The reason's code, NULL where all is well.
    var badReason: SQLText {
        "CASE WHEN \(isBad) THEN \(reason) END"
    }
}

extension FieldSQL {
    /// For kinds where a text is there or not: empty is bad only where the field is required.
    static func unreadRule(_ field: TargetField, nothingCounts: Bool) -> (isUnread: SQLText, missing: SQLText) {
        let text = textName(field)
        let missing: SQLText = nothingCounts ? "(\(text) IS NULL OR \(isNothing(text)))" : "\(text) IS NULL"
        return field.isRequired ? ("TRUE", missing) : ("NOT \(missing)", missing)
    }
}
