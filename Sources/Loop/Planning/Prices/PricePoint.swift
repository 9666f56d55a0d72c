package import Kernel

/// A rival's price on a day, beside what our buyers paid in the four weeks up to it.
package struct PricePoint: Sendable, Hashable {
    package let day: Day
    /// Smallest currency units, for one piece.
    package let rival: Int64
    /// The mean price paid for a piece of ours; `nil` where none was sold.
    package let own: Double?

    /// Ours in relation to theirs: above 1 we are dearer.
    package var index: Double? { own.map { $0 / Double(rival) } }
    /// How much cheaper the rival is, as a share of our price; negative where dearer.
    package var gap: Double? { own.map { 1 - Double(rival) / $0 } }
}
