/// The border below a score: customers above it reach the score.
///
/// A customer lies above when her value is greater than `value`, or equal to it and her order key is greater than
/// `orderKey`. That second half is what splits a crowd of equal values (half of all customers have one order) into
/// buckets of equal size, the same way every time.
package struct ScoreCut: Sendable, Hashable, Codable {
    /// Rising from worst to best: for recency the number of days with a minus sign.
    package var value: Int64
    /// `nil`: nobody with an equal value lies above.
    package var orderKey: String?

    package init(value: Int64, orderKey: String?) {
        self.value = value
        self.orderKey = orderKey
    }

    /// The worst value, as people read it, with which a customer can reach the score: days, orders, minor units.
    package func reached(in dimension: RFMDimension) -> Int64 {
        dimension.readable(orderKey == nil ? value + 1 : value)
    }
}

/// The four borders of each dimension, for the scores 2 to 5.
package struct ScoreCuts: Sendable, Hashable, Codable {
    package var recency: [ScoreCut]
    package var frequency: [ScoreCut]
    package var monetary: [ScoreCut]

    package init(recency: [ScoreCut], frequency: [ScoreCut], monetary: [ScoreCut]) {
        self.recency = recency
        self.frequency = frequency
        self.monetary = monetary
    }

    package subscript(dimension: RFMDimension) -> [ScoreCut] {
        switch dimension {
        case .recency: recency
        case .frequency: frequency
        case .monetary: monetary
        }
    }
}
