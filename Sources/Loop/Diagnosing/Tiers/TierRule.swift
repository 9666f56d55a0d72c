/// A box of cells and the tier its customers get. A dimension that is not named may have any score.
package struct TierRule: Sendable, Hashable, Codable {
    package let tier: String
    package let recency: ClosedRange<Int>
    package let frequency: ClosedRange<Int>
    package let monetary: ClosedRange<Int>

    package init(
        _ tier: String, recency: ClosedRange<Int> = 1...5, frequency: ClosedRange<Int> = 1...5,
        monetary: ClosedRange<Int> = 1...5
    ) {
        self.tier = tier
        self.recency = recency
        self.frequency = frequency
        self.monetary = monetary
    }

    package func covers(_ cell: RFMCell) -> Bool {
        recency.contains(cell.recency) && frequency.contains(cell.frequency) && monetary.contains(cell.monetary)
    }
}
