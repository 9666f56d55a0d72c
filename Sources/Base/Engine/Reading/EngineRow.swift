package import Kernel

/// One row of a result. The plain readers throw at NULL; the `optional…` ones return `nil`.
package struct EngineRow: Sendable {
    let batch: Batch
    let index: Int

    /// The value as it is.
    package func value(_ name: String) throws -> EngineValue { try batch.value(name, index) }

    package func isNull(_ name: String) throws -> Bool { try batch.isNull(name, index) }

    package func int(_ name: String) throws -> Int64 { try present(name, optionalInt(name)) }
    package func double(_ name: String) throws -> Double { try present(name, optionalDouble(name)) }
    package func text(_ name: String) throws -> String { try present(name, optionalText(name)) }
    package func bool(_ name: String) throws -> Bool { try present(name, optionalBool(name)) }
    package func day(_ name: String) throws -> Day { try present(name, optionalDay(name)) }
    package func instant(_ name: String) throws -> Instant { try present(name, optionalInstant(name)) }
    /// Exact digits of a decimal, `-12.30`.
    package func decimal(_ name: String) throws -> String { try present(name, optionalDecimal(name)) }
    package func list(_ name: String) throws -> [EngineValue] { try present(name, optionalList(name)) }

    package func optionalInt(_ name: String) throws -> Int64? {
        try read(name, "integer") { column, row in
            switch column.type {
            case .int: return column.integer(row)
            case .unsigned, .decimal(_, 0, _):
                let value =
                    if case .decimal = column.type { try column.scaled(row) } else { Int128(column.unsigned(row)) }
                guard let fitting = Int64(exactly: value) else {
                    throw EngineProblem.unfitValue(column: name, reason: "\(value)")
                }
                return fitting
            default: return nil
            }
        }
    }

    package func optionalDouble(_ name: String) throws -> Double? {
        try read(name, "number") { column, row in
            switch column.type {
            case .double: column.number(row, Double.self)
            case .float: Double(column.number(row, Float.self))
            case .int: column.integer(row).map(Double.init)
            case .unsigned: Double(column.unsigned(row))
            case .decimal(_, let scale, _): Double(try column.scaled(row)) / ArrowColumn.powerOfTen(scale)
            default: nil
            }
        }
    }

    package func optionalText(_ name: String) throws -> String? {
        try read(name, "text") { column, row in
            switch column.type {
            case .text, .dictionary(_, values: .text): try column.text(row)
            default: nil
            }
        }
    }

    package func optionalBool(_ name: String) throws -> Bool? {
        try read(name, "bool") { column, row in column.type == .bool ? column.bit(row) : nil }
    }

    package func optionalDay(_ name: String) throws -> Day? {
        try read(name, "day") { column, row in
            column.type == .day || column.type == .dayInMilliseconds ? try column.day(row) : nil
        }
    }

    package func optionalInstant(_ name: String) throws -> Instant? {
        try read(name, "timestamp") { column, row in
            if case .timestamp = column.type { try column.instant(row) } else { nil }
        }
    }

    package func optionalDecimal(_ name: String) throws -> String? {
        try read(name, "decimal") { column, row in
            if case .decimal(_, let scale, _) = column.type {
                ArrowColumn.digits(try column.scaled(row), scale: scale)
            } else {
                nil
            }
        }
    }

    package func optionalList(_ name: String) throws -> [EngineValue]? {
        try read(name, "list") { column, row in
            if case .list(let items) = try column.value(row) { items } else { nil }
        }
    }

    /// `nil` for NULL; `body` gives `nil` when the type does not fit.
    private func read<T>(_ name: String, _ wanted: String, _ body: (ArrowColumn, Int) throws -> T?) throws -> T? {
        let column = try batch.column(name)
        let row = batch.start + index
        if column.isNull(row) { return nil }
        guard let value = try body(column, row) else {
            throw EngineProblem.columnType(name: name, found: column.type.description, wanted: wanted)
        }
        return value
    }

    private func present<T>(_ name: String, _ value: T?) throws -> T {
        guard let value else { throw EngineProblem.unfitValue(column: name, reason: "NULL") }
        return value
    }
}
