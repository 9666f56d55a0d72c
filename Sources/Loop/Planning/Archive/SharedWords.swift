import Kernel

/// The words that two texts have in common, and how much that says.
struct SharedWords {
    /// The longest first.
    private let words: [String]
    /// Which part of the smaller text's words the other has too: 0 to 1.
    let part: Double

    init(_ one: Set<String>, _ other: Set<String>) {
        words = one.intersection(other).sorted { ($1.count, $0) < ($0.count, $1) }
        part = Double(words.count) / Double(max(1, min(one.count, other.count)))
    }

    /// Says the first of them; `nil` where there is none.
    var reason: Text? {
        guard !words.isEmpty else { return nil }
        let some = words.prefix(6)
        return Text(zh: "都提到：\(some.joined(separator: "、"))", en: "Both speak of: \(some.joined(separator: ", "))")
    }
}
