internal import Kernel

extension Batch {
    /// Whole numbers. 64-bit columns are read in place; narrower ones and decimals without a fraction (what DuckDB's `sum` of
    /// integers gives) are converted once.
    package func int64s(_ name: String) throws -> Column<Int64> {
        let column = try column(name)
        switch column.type {
        case .int(bits: 64): return view(column)
        case .int, .unsigned:
            return try converted(column, zero: 0) { row in
                guard let value = column.integer(row) else {
                    throw EngineProblem.unfitValue(column: name, reason: "\(column.unsigned(row))")
                }
                return value
            }
        case .decimal(_, 0, _):
            return try converted(column, zero: 0) { row in
                let value = try column.scaled(row)
                guard let fitting = Int64(exactly: value) else {
                    throw EngineProblem.unfitValue(column: name, reason: "\(value)")
                }
                return fitting
            }
        default: throw mismatch(name, column, "integer")
        }
    }

    /// 32-bit whole numbers, in place.
    package func int32s(_ name: String) throws -> Column<Int32> {
        try view(name, wanted: "int32") { $0 == .int(bits: 32) }
    }
    /// 16-bit whole numbers, in place.
    package func int16s(_ name: String) throws -> Column<Int16> {
        try view(name, wanted: "int16") { $0 == .int(bits: 16) }
    }

    /// Numbers. Double columns are read in place, all other numbers converted once.
    package func doubles(_ name: String) throws -> Column<Double> {
        let column = try column(name)
        switch column.type {
        case .double: return view(column)
        case .float: return try converted(column, zero: 0) { Double(column.number($0, Float.self)) }
        case .int, .unsigned:
            return try converted(column, zero: 0) { column.integer($0).map(Double.init) ?? Double(column.unsigned($0)) }
        case .decimal(_, let scale, _):
            let unit = ArrowColumn.powerOfTen(scale)
            return try converted(column, zero: 0) { Double(try column.scaled($0)) / unit }
        default: throw mismatch(name, column, "number")
        }
    }

    /// Calendar days, as days since 1970.
    package func days(_ name: String) throws -> Column<Int32> {
        let column = try column(name)
        switch column.type {
        case .day: return view(column)
        case .dayInMilliseconds: return try converted(column, zero: 0) { try column.day($0).daysSince1970 }
        default: throw mismatch(name, column, "day")
        }
    }

    /// Moments, as microseconds since 1970. Microsecond columns are read in place.
    package func instants(_ name: String) throws -> Column<Int64> {
        let column = try column(name)
        guard case .timestamp(let unit, _) = column.type else { throw mismatch(name, column, "timestamp") }
        if unit == .microseconds { return view(column) }
        return try converted(column, zero: 0) { try column.instant($0).microseconds }
    }

    /// Truth values.
    package func bools(_ name: String) throws -> Column<Bool> {
        let column = try column(name)
        guard column.type == .bool else { throw mismatch(name, column, "bool") }
        return try converted(column, zero: false) { column.bit($0) }
    }

    /// Exact numbers, as whole numbers of their last digit; `scale` digits stand after the point.
    package func decimals(_ name: String) throws -> (values: Column<Int128>, scale: Int) {
        let column = try column(name)
        guard case .decimal(_, let scale, _) = column.type else { throw mismatch(name, column, "decimal") }
        return (try converted(column, zero: 0) { try column.scaled($0) }, scale)
    }

    /// Texts.
    package func texts(_ name: String) throws -> TextsOfBatch {
        let column = try column(name)
        switch column.type {
        case .text, .dictionary(_, values: .text):
            return TextsOfBatch(column: column, start: start, count: rowCount, storage: storage)
        default: throw mismatch(name, column, "text")
        }
    }

    /// Lists, one array of values per row; NULL rows are `nil`.
    package func lists(_ name: String) throws -> [[EngineValue]?] {
        let column = try column(name)
        switch column.type {
        case .list, .fixedList: break
        default: throw mismatch(name, column, "list")
        }
        return try (0..<rowCount).map { row in
            guard case .list(let items) = try column.value(start + row) else { return nil }
            return items
        }
    }

    /// Whether the row's value is NULL.
    package func isNull(_ name: String, _ row: Int) throws -> Bool { try column(name).isNull(start + row) }

    private func mismatch(_ name: String, _ column: ArrowColumn, _ wanted: String) -> EngineProblem {
        .columnType(name: name, found: column.type.description, wanted: wanted)
    }

    private func view<T>(_ name: String, wanted: String, _ fits: (EngineType) -> Bool) throws -> Column<T> {
        let column = try column(name)
        guard fits(column.type) else { throw mismatch(name, column, wanted) }
        return view(column)
    }

    private func view<T>(_ column: ArrowColumn) -> Column<T> {
        let first = column.offset + start
        return Column(
            owner: storage, base: column.buffer(1, as: T.self) + first, validity: column.validity, bitOffset: first,
            rows: rowCount)
    }

    private func converted<T>(_ column: ArrowColumn, zero: T, _ value: (Int) throws -> T) throws -> Column<T> {
        let values = try ConvertedValues<T>(count: rowCount, storage: storage) { row in
            column.isNull(start + row) ? zero : try value(start + row)
        }
        return Column(
            owner: values, base: UnsafePointer(values.base), validity: column.validity,
            bitOffset: column.offset + start, rows: rowCount)
    }
}

extension ArrowColumn {
    static func powerOfTen(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<min(abs(exponent), 76) { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }
}
