import Foundation

/// Possible futures of a series with a yearly season: each value against its fellow of the year before, and that change
/// followed as a wandering level (`LocalLevel`). A seasonal random walk with uncertain drift: Hyndman & Athanasopoulos (2021),
/// "Forecasting: Principles and Practice", 3rd ed., sections 5.2 (seasonal naive) and 8.1 (simple smoothing).
///
/// Changes are counted in logarithms (growth) where every value is above zero, else as differences. Without a year before,
/// the values themselves are followed, and no season is known.
package struct SeasonalForecast: Sendable {
    /// What the change of a future value is put on.
    package enum Base: Sendable, Hashable {
        /// Its fellow of the year before.
        case known(Double)
        /// An earlier value of the same future: more than a year ahead.
        case future(Int)
        /// Nothing: there is no season.
        case none
    }

    package let isSeasonal: Bool
    package let isGrowth: Bool
    private let change: LocalLevel

    /// `nil` for fewer than eight values, or where one is no number.
    /// - Parameter yearBefore: the fellow of each value, or `nil` where the data do not reach back so far.
    package init?(past: [Double], yearBefore: [Double]?) {
        guard yearBefore.map({ $0.count == past.count }) ?? true else { return nil }
        let isGrowth = past.allSatisfy { $0 > 0 } && (yearBefore ?? []).allSatisfy { $0 > 0 }
        let changes = past.indices.map { index in
            isGrowth ? log(past[index]) - log(yearBefore?[index] ?? 1) : past[index] - (yearBefore?[index] ?? 0)
        }
        guard let change = LocalLevel(changes) else { return nil }
        self.change = change
        self.isGrowth = isGrowth
        isSeasonal = yearBefore != nil
    }

    /// One possible course, a value for each base.
    package func path(over bases: [Base], using generator: inout some RandomNumberGenerator) -> [Double] {
        let changes = change.future(bases.count, using: &generator)
        var values: [Double] = []
        values.reserveCapacity(bases.count)
        for (base, change) in zip(bases, changes) {
            let from: Double =
                switch base {
                case .known(let value): value
                case .future(let index): values.indices.contains(index) ? values[index] : (isGrowth ? 1 : 0)
                case .none: isGrowth ? 1 : 0
                }
            // Growth by more than a factor of 400 is no forecast any more; it would only spoil the sums.
            values.append(isGrowth ? max(0, from) * exp(min(6, max(-6, change))) : from + change)
        }
        return values
    }
}
