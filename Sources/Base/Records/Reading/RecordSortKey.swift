import Kernel

/// What a list is sorted by, as SQL.
struct RecordSortKey: Sendable {
    /// A field, or a column that every record has.
    let name: String
    let isLongText: Bool
    private let column: String
    private let isField: Bool
    private let ascending: Bool

    /// Problem: `record.unknown_filter`.
    init(_ sort: RecordSort, _ type: RecordType, for reader: RecordAuthor) throws {
        name = sort.field
        ascending = sort.ascending
        isField = !RecordSchema.sortedColumns.contains(sort.field)
        let field = RecordSchema.stored(type).first { $0.id == sort.field && reader.may(.view, type, $0) }
        if isField, field == nil { throw RecordProblem.unknownFilter(sort.field) }
        isLongText = isField && field?.kind == .longText
        // Long texts stand in the order of their beginnings.
        column = isLongText ? RecordSchema.beginning(sort.field) : sort.field
    }

    /// What is empty stands last either way; the id makes the order the same on every page. Written so that an index gives it.
    func order(reversed: Bool = false) -> String {
        let direction = ascending != reversed ? "ASC" : "DESC"
        let empty = isField ? " NULLS \(reversed ? "FIRST" : "LAST")" : ""
        return "\(column) \(direction)\(empty), record_id \(direction)"
    }
}
