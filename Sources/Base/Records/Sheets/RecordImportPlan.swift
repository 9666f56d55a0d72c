package import Kernel

/// What importing a sheet would do, row by row; nothing is written to find out.
package struct RecordImportPlan: Sendable {
    package let type: RecordType
    package let headings: [String]
    /// Headings that mean nothing here: their content is left out.
    package let unknown: [String]
    package let rows: [Row]
    /// What the values of changed rows point at.
    package let names: RecordNames

    package struct Row: Sendable {
        /// As the sender counts.
        package let number: Int
        package let cells: [String]
        package let outcome: Outcome
    }

    package enum Outcome: Sendable {
        case new(RecordValues)
        /// The record as it stands, and what is to change in it.
        case changed(Record, [String: RecordValue?])
        case unchanged(Record)
        /// All that is wrong, each with the heading it stands under.
        case refused([FieldTrouble])
    }

    package var made: [(row: Row, values: RecordValues)] {
        rows.compactMap { row in if case .new(let values) = row.outcome { (row, values) } else { nil } }
    }

    package var changed: [(row: Row, record: Record, changes: [FieldChange])] {
        rows.compactMap { row in
            guard case .changed(let record, let new) = row.outcome else { return nil }
            var after = record.values
            for (id, value) in new { after[id] = value }
            return (row, record, FieldChange.between(record.values, after, type))
        }
    }

    package var unchanged: Int { rows.count { if case .unchanged = $0.outcome { true } else { false } } }

    package var refused: [(row: Row, troubles: [FieldTrouble])] {
        rows.compactMap { row in if case .refused(let troubles) = row.outcome { (row, troubles) } else { nil } }
    }

    /// The refused rows under their headings, with the reasons in a column of their own: to be mended and sent in again.
    package func refusedSheet(in language: Language, for reader: RecordAuthor) -> [[String]] {
        let known = RecordColumns(type, for: reader)
        let kept = headings.indices.filter { known.column(under: headings[$0]) != .reason }
        func line(_ cells: [String], _ reason: String) -> [String] {
            let extra = cells.count > headings.count ? Array(cells[headings.count...]) : []
            return kept.map { cells.indices.contains($0) ? cells[$0] : "" } + [reason] + extra
        }
        return [line(headings, known.name(of: .reason)[language])]
            + refused.map { row, troubles in
                line(row.cells, troubles.map { "\($0.name[language]): \($0.text[language])" }.joined(separator: " "))
            }
    }
}
