import Kernel

/// SQL put together from typed pieces. DuckDB takes no bound values in `CREATE TABLE AS`, table functions and lists of
/// formats, where imports need them most; so every value passes through one interpolation that quotes it, and plain
/// strings can only come from our own literals.
struct SQLText: ExpressibleByStringInterpolation, Sendable, Hashable {
    var text: String

    init(stringLiteral value: StaticString) { text = "\(value)" }
    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
    private init(text: String) { self.text = text }

    struct StringInterpolation: StringInterpolationProtocol {
        typealias StringLiteralType = StaticString
        var text = ""
        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }
        mutating func appendLiteral(_ literal: StaticString) { text += "\(literal)" }
        mutating func appendInterpolation(_ piece: SQLText) { text += piece.text }
        mutating func appendInterpolation(_ number: some FixedWidthInteger) { text += String(number) }
        /// A value of the user's: always a quoted literal.
        mutating func appendInterpolation(value: String) { text += "'" + value.replacing("'", with: "''") + "'" }
        /// The name of a column or table of ours.
        mutating func appendInterpolation(name: String) { text += "\"" + name.replacing("\"", with: "\"\"") + "\"" }
    }

    static func name(_ name: String) -> SQLText { "\(name: name)" }
    static func value(_ value: String) -> SQLText { "\(value: value)" }
    /// `NULL` for nothing, otherwise the quoted value.
    static func value(_ value: String?) -> SQLText { value.map { "\(value: $0)" } ?? "NULL" }
}

extension Sequence<SQLText> {
    func joined(_ separator: StaticString) -> SQLText {
        var result: SQLText = ""
        for (index, piece) in enumerated() {
            if index > 0 { result.text += "\(separator)" }
            result.text += piece.text
        }
        return result
    }
}
