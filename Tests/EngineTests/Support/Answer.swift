import Engine
import Foundation

/// A result in a form in which two engines can be compared: numbers as numbers whatever their type.
struct Answer: Equatable {
    var rows: [[Cell]]

    enum Cell: Equatable {
        case number(Double)
        case other(EngineValue)

        static func == (left: Cell, right: Cell) -> Bool {
            switch (left, right) {
            case (.number(let a), .number(let b)): abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
            case (.other(let a), .other(let b)): a == b
            default: false
            }
        }
    }

    init(_ table: EngineTable) throws {
        rows = try table.rows.map { row in
            try table.columns.map { column in
                let value = try row.value(column.name)
                switch value {
                case .int(let v): return .number(Double(v))
                case .double(let v): return .number(v)
                case .decimal(let v): return .number(Double(v) ?? .nan)
                default: return .other(value)
                }
            }
        }
    }

    /// The first row in which the two differ.
    func difference(from other: Answer) -> String? {
        if rows.count != other.rows.count { return "\(rows.count) rows against \(other.rows.count)" }
        for (index, (mine, theirs)) in zip(rows, other.rows).enumerated() where mine != theirs {
            return "row \(index): \(mine) against \(theirs)"
        }
        return nil
    }
}
