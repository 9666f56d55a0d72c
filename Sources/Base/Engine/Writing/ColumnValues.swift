/// The values of one column to be loaded in bulk. `day`: days since 1970; `instant`: microseconds of UTC since 1970.
package enum ColumnValues: Sendable {
    case int64([Int64])
    case optionalInt64([Int64?])
    case int32([Int32])
    case optionalInt32([Int32?])
    case int16([Int16])
    case optionalInt16([Int16?])
    case double([Double])
    case optionalDouble([Double?])
    case text([String])
    case optionalText([String?])
    case textBytes(TextColumn)
    case bool([Bool])
    case optionalBool([Bool?])
    case day([Int32])
    case optionalDay([Int32?])
    case instant([Int64])
    case optionalInstant([Int64?])

    /// Number of rows.
    package var count: Int {
        switch self {
        case .int64(let v), .instant(let v): v.count
        case .optionalInt64(let v), .optionalInstant(let v): v.count
        case .int32(let v), .day(let v): v.count
        case .optionalInt32(let v), .optionalDay(let v): v.count
        case .int16(let v): v.count
        case .optionalInt16(let v): v.count
        case .double(let v): v.count
        case .optionalDouble(let v): v.count
        case .text(let v): v.count
        case .optionalText(let v): v.count
        case .textBytes(let v): v.count
        case .bool(let v): v.count
        case .optionalBool(let v): v.count
        }
    }
}
