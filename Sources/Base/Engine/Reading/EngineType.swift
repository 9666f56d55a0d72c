/// The type of a column, as Arrow names them.
package indirect enum EngineType: Sendable, Hashable {
    case null, bool
    case int(bits: Int)
    case unsigned(bits: Int)
    case float, double
    case decimal(precision: Int, scale: Int, bits: Int)
    /// Offsets of 32 bits, of 64 bits, or views.
    case text(TextLayout)
    case binary(TextLayout)
    /// Days, or milliseconds, since 1970.
    case day, dayInMilliseconds
    case timestamp(TimeUnit, zone: String?)
    case time(TimeUnit)
    case duration(TimeUnit)
    case interval
    case list(EngineType, large: Bool)
    case fixedList(EngineType, count: Int)
    case structure([EngineColumnInfo])
    case map(EngineType, EngineType)
    /// Positions in a dictionary of values.
    case dictionary(index: EngineType, values: EngineType)
    case unknown(String)

    package enum TextLayout: Sendable, Hashable { case small, large, view }

    package enum TimeUnit: Int64, Sendable, Hashable {
        case seconds = 1
        case milliseconds = 1_000
        case microseconds = 1_000_000
        case nanoseconds = 1_000_000_000
    }
}

/// Name and type of one column.
package struct EngineColumnInfo: Sendable, Hashable {
    package var name: String
    package var type: EngineType

    package init(name: String, type: EngineType) {
        self.name = name
        self.type = type
    }
}

extension EngineType: CustomStringConvertible {
    package var description: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int(let bits): "int\(bits)"
        case .unsigned(let bits): "uint\(bits)"
        case .float: "float"
        case .double: "double"
        case .decimal(let precision, let scale, _): "decimal(\(precision), \(scale))"
        case .text: "text"
        case .binary: "binary"
        case .day, .dayInMilliseconds: "day"
        case .timestamp(_, let zone): zone == nil ? "timestamp" : "timestamp with zone"
        case .time: "time"
        case .duration: "duration"
        case .interval: "interval"
        case .list(let item, _): "list of \(item)"
        case .fixedList(let item, let count): "\(count) × \(item)"
        case .structure: "structure"
        case .map(let key, let value): "map of \(key) to \(value)"
        case .dictionary(_, let values): "\(values)"
        case .unknown(let format): "Arrow type \(format)"
        }
    }
}
