internal import CADBC
internal import Kernel

/// Bound values as a batch of one row.
struct ArrowExport {
    private let row: OutgoingColumn

    init(parameters: [EngineValue]) throws {
        let columns = try parameters.enumerated().map { try ArrowExport.column(String($0.offset), [$0.element]) }
        row = OutgoingColumn(name: "", format: "+s", length: 1, buffers: [nil], children: columns)
    }

    func take() -> (ArrowSchema, ArrowArray) { (row.schema(), row.array()) }

    /// A column of values of one kind, some of them NULL. All NULL: text, which every engine casts to what it needs.
    static func column(_ name: String, _ values: [EngineValue]) throws -> OutgoingColumn {
        var column = try filled(name, values, like: values.first { $0 != .null } ?? .text(""))
        column.setValidity(values.map { $0 != .null })
        return column
    }

    private static func filled(_ name: String, _ values: [EngineValue], like example: EngineValue) throws
        -> OutgoingColumn
    {
        switch example {
        case .bool:
            return plain(
                name, "b", values.count,
                OwnedBytes(
                    packing: try values.map { try read($0, false) { if case .bool(let v) = $0 { v } else { nil } } }))
        case .int:
            return plain(
                name, "l", values.count,
                OwnedBytes(try values.map { try read($0, Int64(0)) { if case .int(let v) = $0 { v } else { nil } } }))
        case .double:
            return plain(
                name, "g", values.count,
                OwnedBytes(
                    try values.map {
                        try read($0, 0.0) {
                            if case .double(let v) = $0 { v } else if case .int(let v) = $0 { Double(v) } else { nil }
                        }
                    }))
        case .day:
            return plain(
                name, "tdD", values.count,
                OwnedBytes(
                    try values.map {
                        try read($0, Int32(0)) { if case .day(let v) = $0 { v.daysSince1970 } else { nil } }
                    }))
        case .instant:
            return plain(
                name, "tsu:", values.count,
                OwnedBytes(
                    try values.map {
                        try read($0, Int64(0)) { if case .instant(let v) = $0 { v.microseconds } else { nil } }
                    }))
        case .text: return try texts(name, values)
        case .decimal: return try decimals(name, values)
        case .list: return try lists(name, values)
        case .null, .bytes, .fields: throw EngineProblem.unfitValue(column: name, reason: "\(example)")
        }
    }

    private static func plain(_ name: String, _ format: String, _ count: Int, _ bytes: OwnedBytes) -> OutgoingColumn {
        OutgoingColumn(
            name: name, format: format, length: count, buffers: [nil, UnsafeRawPointer(bytes.base)], owners: [bytes])
    }

    private static func read<T>(_ value: EngineValue, _ missing: T, _ body: (EngineValue) -> T?) throws -> T {
        if value == .null { return missing }
        guard let found = body(value) else { throw EngineProblem.unfitValue(column: "", reason: "\(value)") }
        return found
    }

    private static func texts(_ name: String, _ values: [EngineValue]) throws -> OutgoingColumn {
        var bytes: [UInt8] = []
        var ends: [Int32] = [0]
        for value in values {
            bytes += try read(value, "") { if case .text(let v) = $0 { v } else { nil } }.utf8
            guard let end = Int32(exactly: bytes.count) else {
                throw EngineProblem.unfitValue(column: name, reason: "\(bytes.count) bytes")
            }
            ends.append(end)
        }
        let owned = (OwnedBytes(ends), OwnedBytes(bytes))
        return OutgoingColumn(
            name: name, format: "u", length: values.count,
            buffers: [nil, UnsafeRawPointer(owned.0.base), UnsafeRawPointer(owned.1.base)], owners: [owned.0, owned.1])
    }

    private static func decimals(_ name: String, _ values: [EngineValue]) throws -> OutgoingColumn {
        let parsed = try values.map {
            try read($0, DecimalDigits.zero) { if case .decimal(let v) = $0 { DecimalDigits(v) } else { nil } }
        }
        let scale = parsed.reduce(0) { max($0, $1.scale) }
        let words = try parsed.flatMap { digits in
            guard let value = digits.rescaled(to: scale) else {
                throw EngineProblem.unfitValue(column: name, reason: "\(digits)")
            }
            return [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)]
        }
        return plain(name, "d:38,\(scale)", values.count, OwnedBytes(words))
    }

    private static func lists(_ name: String, _ values: [EngineValue]) throws -> OutgoingColumn {
        let rows = try values.map { try read($0, [EngineValue]()) { if case .list(let v) = $0 { v } else { nil } } }
        var ends: [Int32] = [0]
        for row in rows { ends.append(ends[ends.count - 1] + Int32(clamping: row.count)) }
        let owned = OwnedBytes(ends)
        return OutgoingColumn(
            name: name, format: "+l", length: values.count, buffers: [nil, UnsafeRawPointer(owned.base)],
            children: [try column("item", rows.flatMap { $0 })], owners: [owned])
    }
}
