import Foundation

/// A number as tables from outside write it: `1,234.5`, `4.6%`, `−0.3`, `(0.3)`. The per cent sign is left off.
enum PastedNumber {
    /// `nil` where it is none, or could be read in two ways (`4,6`).
    static func read(_ text: String) -> Double? {
        var plain = text.replacing("−", with: "-").replacing("－", with: "-").replacing("，", with: ",")
            .replacing("％", with: "%").trimmingCharacters(in: .whitespaces)
        if plain.hasSuffix("%") { plain = plain.dropLast().trimmingCharacters(in: .whitespaces) }
        if plain.hasPrefix("("), plain.hasSuffix(")") { plain = "-" + plain.dropFirst().dropLast() }
        if plain.contains(",") {
            guard plain.wholeMatch(of: /[-+]?\d{1,3}(,\d{3})+(\.\d+)?/) != nil else { return nil }
            plain = plain.replacing(",", with: "")
        }
        guard plain.wholeMatch(of: /[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,2})?/) != nil else { return nil }
        return Double(plain).flatMap { $0.isFinite ? $0 : nil }
    }
}
