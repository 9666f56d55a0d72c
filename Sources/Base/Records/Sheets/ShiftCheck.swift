import Foundation
import Kernel

/// Finds content that slid away from its headings (a cell was inserted or deleted in a spreadsheet): cells that make no
/// sense where they stand, or differ from what the record holds, and are just what belongs some columns further.
struct ShiftCheck {
    let sheet: RecordSheet
    let store: RecordStore
    let type: RecordType

    struct Shift { let by: Int, heading: String, example: String }

    private static let steps = [1, -1, 2, -2, 3, -3]

    /// Problem: `sheet.shifted`, where at least half of the rows slid the same way.
    func require(_ shifts: [Shift?]) throws {
        var found: [Int: (count: Int, row: Int, shift: Shift)] = [:]
        for (row, shift) in zip(sheet.rows, shifts) {
            guard let shift else { continue }
            found[shift.by, default: (0, row.number, shift)].count += 1
        }
        guard let most = found.values.max(by: { $0.count < $1.count }), most.count * 2 >= sheet.rows.count else {
            return
        }
        throw SheetProblem.shifted(
            by: most.shift.by, row: most.row, heading: most.shift.heading,
            example: String(most.shift.example.prefix(40)))
    }

    /// Two cells or more, and most of those that are wrong where they stand, would be right that many columns further.
    /// `held`: what is written for the fields of the record that the row names, in either language.
    func shift(of row: RecordGrid.Row, _ held: [String: Set<String>]) -> Shift? {
        let width = max(sheet.columns.count, row.cells.count)
        let wrong = (0..<width).filter { isWrong(sheet.cell(row, $0), at: $0, held) }
        guard wrong.count >= 2 else { return nil }
        for step in Self.steps {
            let explained = wrong.filter { suits(sheet.cell(row, $0), at: $0 - step, held) }
            if explained.count >= 2, explained.count * 10 >= wrong.count * 6, let place = explained.first {
                let heading = sheet.headings.indices.contains(place) ? sheet.headings[place] : "(\(place + 1))"
                return Shift(by: step, heading: heading, example: sheet.cell(row, place))
            }
        }
        return nil
    }

    private func column(_ place: Int) -> RecordColumn? {
        sheet.columns.indices.contains(place) ? sheet.columns[place] : nil
    }

    private func isWrong(_ text: String, at place: Int, _ held: [String: Set<String>]) -> Bool {
        if RecordSheet.isBlank(text) { return false }
        guard let column = column(place) else { return !sheet.headings.indices.contains(place) }
        if let reads = reads(text, column) { return !reads }
        guard case .field(let id) = column, !held.isEmpty, text.count >= 4 else { return false }
        return !(held[id]?.contains(RecordStore.sameText(text)) ?? false)
    }

    private func suits(_ text: String, at place: Int, _ held: [String: Set<String>]) -> Bool {
        guard let column = column(place) else { return false }
        if let reads = reads(text, column) { return reads }
        guard case .field(let id) = column, text.count >= 4 else { return false }
        return held[id]?.contains(RecordStore.sameText(text)) ?? false
    }

    /// Whether the text can be what the column holds; `nil` where any text can.
    private func reads(_ text: String, _ column: RecordColumn) -> Bool? {
        switch column {
        case .code: return RecordStore.number(ofCode: text, type) != nil
        case .version: return Int64(text).map { $0 > 0 } ?? false
        case .state: return type.states.states.contains { [$0.id, $0.name.zh, $0.name.en].contains(text) }
        case .reason: return nil
        case .field(let id): return type.field(id).flatMap { reads(text, $0) }
        }
    }

    private func reads(_ text: String, _ field: RecordField) -> Bool? {
        switch field.kind {
        case .text, .longText, .person, .people, .link, .links: return nil
        case .metric: return store.metrics(text)
        case .region: return store.regions(text)
        default:
            do throws(FieldTrouble) {
                return try FieldText(field, currency: store.currency).value(of: text) { _ in nil } != nil
            } catch { return false }
        }
    }
}
