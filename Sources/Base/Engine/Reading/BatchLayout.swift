internal import CADBC

/// Names and types of a result's columns, and where each is found by name. Every count that comes from the driver is bounded.
final class BatchLayout: Sendable {
    let columns: [EngineColumnInfo]
    let positions: [String: Int]

    private static let mostColumns: Int64 = 16_384
    private static let deepestNesting = 32

    init(_ schema: ArrowSchema) throws {
        guard schema.format != nil, String(cString: schema.format) == "+s" else {
            throw EngineProblem.damagedBatch(reason: "the result is not a structure of columns")
        }
        columns = try BatchLayout.children(schema, depth: 0)
        positions = Dictionary(
            columns.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// A server whose query was interrupted may answer with no columns, no rows and no error: that is never "nothing found".
    func requireColumns(sql: String) throws {
        guard !columns.isEmpty else { throw EngineProblem.noColumns(sql: sql) }
    }

    /// The column in which engines tell how many rows a statement changed.
    var nameOfCount: String? {
        columns.count == 1 && columns[0].name.lowercased() == "count" ? columns[0].name : nil
    }

    private static func children(_ schema: ArrowSchema, depth: Int) throws -> [EngineColumnInfo] {
        guard (0...mostColumns).contains(schema.n_children), depth <= deepestNesting else {
            throw EngineProblem.damagedBatch(reason: "\(schema.n_children) columns at depth \(depth)")
        }
        return try (0..<Int(schema.n_children)).map { index in
            guard let child = schema.children?[index] else {
                throw EngineProblem.damagedBatch(reason: "a column is missing")
            }
            return EngineColumnInfo(
                name: child.pointee.name.map { String(cString: $0) } ?? "",
                type: try type(child.pointee, depth: depth + 1))
        }
    }

    private static func type(_ schema: ArrowSchema, depth: Int) throws -> EngineType {
        guard let pointer = schema.format else { throw EngineProblem.damagedBatch(reason: "a column has no type") }
        let format = String(cString: pointer)
        if let dictionary = schema.dictionary {
            guard depth <= deepestNesting else { throw EngineProblem.damagedBatch(reason: "types too deep") }
            let index = plain(format)
            let values = try type(dictionary.pointee, depth: depth + 1)
            return .dictionary(index: index, values: values)
        }
        guard format.hasPrefix("+") else { return plain(format) }
        let items = try children(schema, depth: depth)
        switch format {
        case "+l", "+L":
            guard items.count == 1 else { throw EngineProblem.damagedBatch(reason: "a list of \(items.count) types") }
            return .list(items[0].type, large: format == "+L")
        case "+s": return .structure(items)
        case "+m":
            guard items.count == 1, case .structure(let pair) = items[0].type, pair.count == 2 else {
                throw EngineProblem.damagedBatch(reason: "a map without keys and values")
            }
            return .map(pair[0].type, pair[1].type)
        default:
            if format.hasPrefix("+w:"), let count = Int(format.dropFirst(3)), (0...65_536).contains(count),
                items.count == 1
            {
                return .fixedList(items[0].type, count: count)
            }
            return .unknown(format)
        }
    }

    private static let simple: [String: EngineType] = [
        "n": .null, "b": .bool, "c": .int(bits: 8), "s": .int(bits: 16), "i": .int(bits: 32), "l": .int(bits: 64),
        "C": .unsigned(bits: 8), "S": .unsigned(bits: 16), "I": .unsigned(bits: 32), "L": .unsigned(bits: 64),
        "f": .float, "g": .double, "u": .text(.small), "U": .text(.large), "vu": .text(.view),
        "z": .binary(.small), "Z": .binary(.large), "vz": .binary(.view), "tdD": .day, "tdm": .dayInMilliseconds,
        "tts": .time(.seconds), "ttm": .time(.milliseconds), "ttu": .time(.microseconds), "ttn": .time(.nanoseconds),
        "tDs": .duration(.seconds), "tDm": .duration(.milliseconds), "tDu": .duration(.microseconds),
        "tDn": .duration(.nanoseconds), "tiM": .interval, "tiD": .interval, "tin": .interval,
    ]

    private static func plain(_ format: String) -> EngineType {
        if let known = simple[format] { return known }
        if format.hasPrefix("d:") {
            let parts = format.dropFirst(2).split(separator: ",").map { Int($0) }
            if parts.count >= 2, let precision = parts[0], let scale = parts[1], (-76...76).contains(scale) {
                return .decimal(precision: precision, scale: scale, bits: parts.count > 2 ? parts[2] ?? 128 : 128)
            }
        }
        let units: [(String, EngineType.TimeUnit)] = [
            ("tss:", .seconds), ("tsm:", .milliseconds), ("tsu:", .microseconds), ("tsn:", .nanoseconds),
        ]
        for (prefix, unit) in units where format.hasPrefix(prefix) {
            let zone = String(format.dropFirst(prefix.count))
            return .timestamp(unit, zone: zone.isEmpty ? nil : zone)
        }
        return .unknown(format)
    }
}
