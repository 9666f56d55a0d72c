package import Kernel

/// A finished scoring of all customers as of one day.
package struct RFMRun: Sendable, Hashable, Identifiable {
    package let id: Int64
    /// The last day whose orders count; recency is counted from it.
    package let asOf: Day
    package let standing: RFMStanding
    package let options: RFMOptions
    package let cuts: ScoreCuts
    package let customers: Int64
    package let orders: Int64
    /// Days since the last order, added up over all customers.
    package let recencyDays: Int64
    package let monetaryFen: Int64
    package let recency: Centre
    package let frequency: Centre
    package let monetary: Centre
    package let startedAt: Instant
    package let finishedAt: Instant
    /// Whether the customers of the run are still kept, not only its totals.
    package let hasScores: Bool

    /// The mean and the median of a dimension over all customers: days, orders, minor units.
    package struct Centre: Sendable, Hashable, Codable {
        package let mean: Double
        package let median: Double
    }

    package func centre(of dimension: RFMDimension) -> Centre {
        switch dimension {
        case .recency: recency
        case .frequency: frequency
        case .monetary: monetary
        }
    }

    /// The scheme that the run used under this id.
    package func scheme(_ id: String) throws(RFMProblem) -> TierScheme {
        guard let scheme = options.schemes.first(where: { $0.id == id }) else { throw .schemeMissing(id) }
        return scheme
    }
}
