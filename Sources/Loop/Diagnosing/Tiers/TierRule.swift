/// A box of cells and the tier its customers get. A dimension that is not named may have any score.
package struct TierRule: Sendable, Hashable, Codable {
    package let tier: String
    package let recency: ClosedRange<Int>
    package let frequency: ClosedRange<Int>
    package let monetary: ClosedRange<Int>

    package init(
        _ tier: String, recency: ClosedRange<Int> = Self.anyScore, frequency: ClosedRange<Int> = Self.anyScore,
        monetary: ClosedRange<Int> = Self.anyScore
    ) {
        self.tier = tier
        self.recency = recency
        self.frequency = frequency
        self.monetary = monetary
    }

    package static let anyScore = 1...RFMCell.levels

    package func covers(_ cell: RFMCell) -> Bool {
        RFMDimension.allCases.allSatisfy { self[$0].contains(cell[$0]) }
    }

    package subscript(dimension: RFMDimension) -> ClosedRange<Int> {
        switch dimension {
        case .recency: recency
        case .frequency: frequency
        case .monetary: monetary
        }
    }
}
