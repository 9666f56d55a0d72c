/// One of the 125 cells of the grid: a score from 1 (worst) to 5 (best) on each dimension.
package struct RFMCell: Sendable, Hashable, Comparable {
    /// Scores run from 1 to this.
    package static let levels = 5

    package let recency: Int
    package let frequency: Int
    package let monetary: Int

    /// `nil` unless all three scores lie in 1…5.
    package init?(recency: Int, frequency: Int, monetary: Int) {
        guard [recency, frequency, monetary].allSatisfy((1...Self.levels).contains) else { return nil }
        self.recency = recency
        self.frequency = frequency
        self.monetary = monetary
    }

    /// Reads `543`: recency 5, frequency 4, monetary 3.
    package init?(code: Int) {
        self.init(recency: code / 100, frequency: code / 10 % 10, monetary: code % 10)
    }

    package var code: Int { recency * 100 + frequency * 10 + monetary }

    package subscript(dimension: RFMDimension) -> Int {
        switch dimension {
        case .recency: recency
        case .frequency: frequency
        case .monetary: monetary
        }
    }

    /// All 125, from 111 to 555.
    package static let all: [RFMCell] = (111...555).compactMap(RFMCell.init(code:))

    package static func < (left: RFMCell, right: RFMCell) -> Bool { left.code < right.code }
}
