package import Kernel

/// One value on its way into a statement or out of a result.
package enum EngineValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case text(String)
    case day(Day)
    case instant(Instant)
    /// An exact number in decimal digits: `-12.30`.
    case decimal(String)
    case bytes([UInt8])
    case list([EngineValue])
    /// Fields of a structure, or keys and values of a map, in order.
    case fields([Field])

    package struct Field: Sendable, Hashable {
        package var name: EngineValue
        package var value: EngineValue

        package init(name: EngineValue, value: EngineValue) {
            self.name = name
            self.value = value
        }
    }
}

extension EngineValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral
{
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}
