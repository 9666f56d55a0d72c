import Foundation
import Kernel

/// A grid whose headings have been found: which column holds what, and the rows below.
struct RecordSheet {
    let headings: [String]
    /// By place; `nil` where a heading says nothing to us.
    let columns: [RecordColumn?]
    let rows: [RecordGrid.Row]

    /// Titles may stand above the headings: they are the first of the first ten rows with two known headings, or with one
    /// that fills the only column. Problems: `sheet.empty`, `sheet.headings_unknown`, `sheet.heading_twice`, `sheet.too_many_rows`.
    init(_ grid: RecordGrid, _ known: RecordColumns) throws {
        let filled = grid.rows.filter { $0.cells.contains { !Self.isBlank($0) } }
        guard let first = filled.first else { throw SheetProblem.empty }
        let place = filled.prefix(10).firstIndex { Self.isHeading($0, known) } ?? 0
        let heading = filled.isEmpty ? first : filled[place]
        headings = heading.cells.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        columns = headings.map { known.column(under: $0) }
        rows = Array(filled.dropFirst(place + 1))
        let isTitled = columns.contains(.field("title")) || columns.contains(.code)
        guard isTitled else {
            throw SheetProblem.headingsUnknown(
                type: known.type.name, known: known.written.prefix(5).map { known.name(of: $0) })
        }
        for (index, column) in columns.enumerated() where column != nil && column != .reason {
            if columns[..<index].contains(column) { throw SheetProblem.headingTwice(headings[index]) }
        }
        if rows.isEmpty { throw SheetProblem.empty }
        if rows.count > RecordGrid.most { throw SheetProblem.tooManyRows(had: rows.count) }
    }

    private static func isHeading(_ row: RecordGrid.Row, _ known: RecordColumns) -> Bool {
        let found = row.cells.count { known.column(under: $0) != nil }
        return found >= min(2, row.cells.count { !isBlank($0) }) && found > 0
    }

    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// Headings that mean nothing here but have content below them.
    var unknown: [String] {
        headings.indices.filter { place in
            columns[place] == nil && rows.contains { !Self.isBlank(cell($0, place)) }
        }.map { headings[$0].isEmpty ? "(\($0 + 1))" : headings[$0] }
    }

    func cell(_ row: RecordGrid.Row, _ place: Int) -> String {
        row.cells.indices.contains(place) ? SheetGuard.bare(row.cells[place]) : ""
    }

    /// What the row has under that heading; `nil` where the sheet has no such column.
    func text(_ row: RecordGrid.Row, _ column: RecordColumn) -> String? {
        columns.firstIndex(of: column).map { cell(row, $0).trimmingCharacters(in: .whitespacesAndNewlines) }
    }
}
