import Engine
package import Kernel

/// How far the counts of baskets are.
package struct BasketState: Sendable, Hashable {
    /// From the first to the last day with orders.
    package let days: Period
    /// The days whose baskets were searched for pairs: a year, or as long as there are orders.
    package let pairDays: Period
    package let refreshedAt: Instant

    init(_ row: EngineRow) throws {
        let end = try row.day("last_on") + 1
        days = Period(from: try row.day("first_on"), upTo: end)
        pairDays = Period(from: try row.day("pairs_from"), upTo: end)
        refreshedAt = try row.instant("refreshed_at")
    }
}
