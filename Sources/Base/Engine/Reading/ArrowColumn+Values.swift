internal import CADBC
internal import Foundation
internal import Kernel

extension ArrowColumn {
    /// Any value, as a Swift value. For cells that are shown and for small results; columns are read by `Batch`'s typed views.
    func value(_ index: Int) throws -> EngineValue {
        if isNull(index) { return .null }
        switch type {
        case .null: return .null
        case .bool: return .bool(bit(index))
        case .int, .unsigned: return integer(index).map { .int($0) } ?? .decimal(String(unsigned(index)))
        case .float: return .double(Double(number(index, Float.self)))
        case .double: return .double(number(index, Double.self))
        case .decimal(_, let scale, _): return .decimal(ArrowColumn.digits(try scaled(index), scale: scale))
        case .text: return .text(try text(index))
        case .binary: return .bytes(Array(try bytes(index)))
        case .day, .dayInMilliseconds: return .day(try day(index))
        case .timestamp: return .instant(try instant(index))
        case .time(let unit), .duration(let unit): return .int(try microseconds(index, unit))
        case .list, .fixedList:
            let items = try child(0)
            return .list(try listRange(index).map { try items.value($0) })
        case .structure(let fields):
            return .fields(
                try fields.indices.map {
                    EngineValue.Field(name: .text(fields[$0].name), value: try child($0).value(index + offset))
                })
        case .map:
            let entries = try child(0)
            let keys = try entries.child(0)
            let values = try entries.child(1)
            return .fields(
                try listRange(index).map {
                    EngineValue.Field(
                        name: try keys.value($0 + entries.offset), value: try values.value($0 + entries.offset))
                })
        case .dictionary: return try dictionary().value(try dictionaryIndex(index))
        case .interval, .unknown: throw EngineProblem.columnType(name: "", found: type.description, wanted: "value")
        }
    }

    func number<T>(_ index: Int, _: T.Type) -> T { buffer(1, as: T.self)[index + offset] }

    func bit(_ index: Int) -> Bool {
        let bit = index + offset
        return buffer(1, as: UInt8.self)[bit >> 3] & (1 << UInt8(bit & 7)) != 0
    }

    func unsigned(_ index: Int) -> UInt64 {
        switch type {
        case .unsigned(bits: 8): UInt64(number(index, UInt8.self))
        case .unsigned(bits: 16): UInt64(number(index, UInt16.self))
        case .unsigned(bits: 32): UInt64(number(index, UInt32.self))
        default: number(index, UInt64.self)
        }
    }

    /// A whole number of any width; `nil` when it does not fit or the type is not a whole number.
    func integer(_ index: Int) -> Int64? {
        switch type {
        case .int(bits: 8): Int64(number(index, Int8.self))
        case .int(bits: 16): Int64(number(index, Int16.self))
        case .int(bits: 32): Int64(number(index, Int32.self))
        case .int: number(index, Int64.self)
        case .unsigned: Int64(exactly: unsigned(index))
        default: nil
        }
    }

    /// The decimal's digits as a whole number.
    func scaled(_ index: Int) throws -> Int128 {
        switch type {
        case .decimal(_, _, bits: 32): return Int128(number(index, Int32.self))
        case .decimal(_, _, bits: 64): return Int128(number(index, Int64.self))
        case .decimal(_, _, bits: 128):
            let words = buffer(1, as: UInt64.self) + 2 * (index + offset)
            return Int128(_low: words[0], _high: Int64(bitPattern: words[1]))
        default:
            throw EngineProblem.columnType(name: "", found: type.description, wanted: "decimal of at most 38 digits")
        }
    }

    static func digits(_ value: Int128, scale: Int) -> String {
        guard scale > 0 else { return String(value) + String(repeating: "0", count: min(max(0, -scale), 76)) }
        let digits = String(value.magnitude)
        let whole = String(repeating: "0", count: max(0, min(scale, 76) + 1 - digits.count)) + digits
        return (value < 0 ? "-" : "") + whole.dropLast(scale) + "." + whole.suffix(scale)
    }

    func day(_ index: Int) throws -> Day {
        if type == .day { return Day(daysSince1970: number(index, Int32.self)) }
        let days = number(index, Int64.self).flooredQuotient(by: 86_400_000)
        guard let fitting = Int32(exactly: days) else {
            throw EngineProblem.unfitValue(column: "", reason: "day \(days)")
        }
        return Day(daysSince1970: fitting)
    }

    func instant(_ index: Int) throws -> Instant {
        guard case .timestamp(let unit, _) = type else {
            throw EngineProblem.columnType(name: "", found: type.description, wanted: "timestamp")
        }
        return Instant(microseconds: try ArrowColumn.microseconds(number(index, Int64.self), unit))
    }

    static func microseconds(_ value: Int64, _ unit: EngineType.TimeUnit) throws -> Int64 {
        if unit == .nanoseconds { return value.flooredQuotient(by: 1_000) }
        let (product, overflow) = value.multipliedReportingOverflow(by: 1_000_000 / unit.rawValue)
        guard !overflow else { throw EngineProblem.unfitValue(column: "", reason: "moment \(value)") }
        return product
    }

    private func microseconds(_ index: Int, _ unit: EngineType.TimeUnit) throws -> Int64 {
        let isNarrow =
            if case .time(.seconds) = type { true } else if case .time(.milliseconds) = type { true } else { false }
        let raw = isNarrow ? Int64(number(index, Int32.self)) : number(index, Int64.self)
        return try ArrowColumn.microseconds(raw, unit)
    }

    func dictionaryIndex(_ index: Int) throws -> Int {
        guard case .dictionary(let indexType, _) = type, !isNull(index) else {
            throw EngineProblem.damagedBatch(reason: "a dictionary index is missing")
        }
        let width: Int64? =
            switch indexType {
            case .int(bits: 8): Int64(number(index, Int8.self))
            case .int(bits: 16): Int64(number(index, Int16.self))
            case .int(bits: 32): Int64(number(index, Int32.self))
            case .int: number(index, Int64.self)
            case .unsigned(bits: 8): Int64(number(index, UInt8.self))
            case .unsigned(bits: 16): Int64(number(index, UInt16.self))
            case .unsigned(bits: 32): Int64(number(index, UInt32.self))
            default: Int64(exactly: number(index, UInt64.self))
            }
        guard let position = width, position >= 0, position < (try dictionary()).count else {
            throw EngineProblem.damagedBatch(reason: "a dictionary index is out of range")
        }
        return Int(position)
    }
}
