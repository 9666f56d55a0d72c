import Kernel
package import Stats

/// Two categories or products that are bought together, oftener or rarer than by chance.
package struct BasketPair: Sendable, Hashable, Identifiable {
    package let first: String
    package let second: String
    package let meeting: CoOccurrence
    /// The probability by chance, adjusted for the number of pairs looked at (Benjamini & Hochberg 1995).
    package let adjusted: Double
    /// Values of the baskets with both, and of those with exactly one.
    package let with: SampleSums
    package let either: SampleSums

    package var id: String { first + "+" + second }
    package var orders: Int64 { Int64(meeting.both) }

    /// How much more a basket with both is worth than one with exactly one of them; fen.
    package var uplift: (difference: Double, lower: Double, upper: Double)? { welchInterval(with, against: either) }
}

/// What is bought together in some days.
package struct BasketPairs: Sendable {
    /// Baskets in all, with one line or many.
    package let orders: Int64
    /// How many pairs were looked at.
    package let tests: Int
    package let pairs: [BasketPair]

    /// Fewer baskets with both say nothing yet.
    package static let fewest: Int64 = 5

    /// The fewest baskets with both that a list begins with: one in two thousand, at least five.
    package var usualMinimum: Int64 { max(Self.fewest, orders / 2_000) }
}
