/// The fields of a query or of a sent form, in their order. A name may occur more than once (check boxes).
package struct FieldValues: Sendable, Hashable {
    package private(set) var pairs: [Pair] = []

    package struct Pair: Sendable, Hashable {
        package var name: String
        package var value: String
    }

    package init() {}

    package init(_ pairs: [(String, String)]) {
        self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) }
    }

    /// Reads `a=1&b=%E5%91%A8`.
    package init(encoded: some StringProtocol) {
        for piece in encoded.split(separator: "&") {
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? Percent.decode(parts[1]) : ""
            pairs.append(Pair(name: Percent.decode(parts[0]), value: value))
        }
    }

    package subscript(name: String) -> String? {
        get { pairs.first { $0.name == name }?.value }
        set {
            let place = pairs.firstIndex { $0.name == name } ?? pairs.endIndex
            pairs.removeAll { $0.name == name }
            if let newValue { pairs.insert(Pair(name: name, value: newValue), at: min(place, pairs.endIndex)) }
        }
    }

    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The value without blanks at its ends; empty when there is none.
    package func text(_ name: String) -> String { (self[name] ?? "").trimmingBlanks() }

    /// The whole number, if it is one within `range`.
    package func int(_ name: String, in range: ClosedRange<Int> = 0...Int.max) -> Int? {
        guard let number = Int(text(name)), range.contains(number) else { return nil }
        return number
    }

    /// `a=1&b=%E5%91%A8`: for links that keep a page's filters.
    package var encoded: String {
        pairs.map { Percent.encode($0.name) + "=" + Percent.encode($0.value) }.joined(separator: "&")
    }
}

extension StringProtocol {
    package func trimmingBlanks() -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{3000}" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
