import Foundation

/// The different words of a column, the most frequent first, as far as they are few enough to be shown.
package struct ColumnWords: Sendable, Hashable, Codable {
    package struct Count: Sendable, Hashable, Codable {
        package let word: String
        package let rows: Int
    }

    package let counts: [Count]
    /// How many different ones there are in all.
    package let distinct: Int

    private static let shown = 40

    init(of cells: [String]) {
        var counts: [String: Int] = [:]
        for cell in cells {
            let word = cell.trimmingCharacters(in: .whitespacesAndNewlines)
            if !word.isEmpty { counts[word, default: 0] += 1 }
        }
        distinct = counts.count
        self.counts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.shown).map {
            Count(word: $0.key, rows: $0.value)
        }
    }
}
