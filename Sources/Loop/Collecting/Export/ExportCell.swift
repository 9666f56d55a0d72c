package import Engine
package import Kernel

/// One cell of a list that was made in memory, or a value that a list's question binds.
package enum ExportCell: Sendable, Hashable, Codable {
    case null
    case flag(Bool)
    case count(Int64)
    case number(Double)
    case text(String)
    case day(Day)

    package static func count(_ number: Int) -> ExportCell { .count(Int64(number)) }
    package static func count(_ number: Int64?) -> ExportCell { number.map { .count($0) } ?? .null }
    package static func number(_ number: Double?) -> ExportCell { number.map { .number($0) } ?? .null }
    package static func text(_ text: String?) -> ExportCell { text.map { .text($0) } ?? .null }
    package static func day(_ day: Day?) -> ExportCell { day.map { .day($0) } ?? .null }

    /// `nil` for a kind of value that no list binds.
    package init?(_ value: EngineValue) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .flag(flag)
        case .int(let number): self = .count(number)
        case .double(let number): self = .number(number)
        case .text(let text): self = .text(text)
        case .day(let day): self = .day(day)
        default: return nil
        }
    }

    var value: EngineValue {
        switch self {
        case .null: .null
        case .flag(let flag): .bool(flag)
        case .count(let number): .int(number)
        case .number(let number): .double(number)
        case .text(let text): .text(text)
        case .day(let day): .day(day)
        }
    }

    /// The engine's type for a column of such cells; `nil` says nothing about it.
    var type: String? {
        switch self {
        case .null: nil
        case .flag: "BOOLEAN"
        case .count: "BIGINT"
        case .number: "DOUBLE"
        case .text: "VARCHAR"
        case .day: "DATE"
        }
    }
}
