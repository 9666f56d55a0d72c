/// Cut points set by hand: four a dimension, for the scores 2, 3, 4 and 5.
package struct FixedCuts: Sendable, Hashable, Codable {
    /// At most this many days since the last order; falling, for example 180, 90, 60, 30.
    package let recencyDays: [Int64]
    /// At least this many orders; rising, for example 2, 3, 5, 10.
    package let frequency: [Int64]
    /// At least this amount, in minor units; rising.
    package let monetary: [Int64]

    /// Four points each, strictly ordered and not negative; anything else is a problem that names the dimension.
    package init(recencyDays: [Int64], frequency: [Int64], monetary: [Int64]) throws(RFMProblem) {
        self.recencyDays = recencyDays
        self.frequency = frequency
        self.monetary = monetary
        try check()
    }

    /// Also called after decoding, where no initialiser of ours ran.
    package func check() throws(RFMProblem) {
        for dimension in RFMDimension.allCases {
            let points = self[dimension]
            guard points.count == RFMCell.levels - 1 else {
                throw .cutCount(dimension, found: points.count)
            }
            guard points.allSatisfy({ (0...Self.highest).contains($0) }) else { throw .cutRange(dimension) }
            let rising = dimension == .recency ? points.reversed() : points
            guard zip(rising, rising.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .cutOrder(dimension) }
        }
    }

    private static let highest: Int64 = 1_000_000_000_000_000

    package subscript(dimension: RFMDimension) -> [Int64] {
        switch dimension {
        case .recency: recencyDays
        case .frequency: frequency
        case .monetary: monetary
        }
    }

    /// The same points in the form the scoring uses: the highest value that does not yet reach the score.
    func cuts(for dimension: RFMDimension) -> [ScoreCut] {
        self[dimension].map { point in
            ScoreCut(value: dimension == .recency ? -point - 1 : point - 1, orderKey: nil)
        }
    }
}
