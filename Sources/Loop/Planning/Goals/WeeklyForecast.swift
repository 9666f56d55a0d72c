import Kernel
import Stats
import Warehouse

/// Forecasts what adds up, or a quotient of what adds up, at the end of a goal's days.
///
/// The past is cut into stretches of seven days back from the last day with data: each weekday once, so that the week needs no
/// model. Each is held against the same calendar days a year before, which keeps fixed-date shopping days (18 June, 11
/// November) together; lunar festivals move and widen the interval of their season. The days left are drawn as such stretches
/// and added to what has been reached.
struct WeeklyForecast {
    let sums: DailySums
    /// The goal's days.
    let days: Period

    static let draws = 2_000
    /// Fewer pairs with the year before say nothing about growth.
    static let leastPairs = 13
    static let mostWeeks = 104

    /// `nil` where the past is too short, or nothing is left to forecast.
    func forecast(_ seed: Seed) -> GoalForecast? {
        let stretches = future
        guard !stretches.isEmpty else { return nil }
        return sums.isQuotient ? quotient(stretches, seed) : sum(stretches, seed)
    }

    private var last: Day { sums.days.lastDay }

    /// What lies ahead, from the day after the data to the deadline.
    private var future: [Period] {
        var stretches: [Period] = []
        var start = last + 1
        while start < days.end {
            stretches.append(Period(from: start, upTo: min(start + 7, days.end)))
            start = start + 7
        }
        return stretches
    }

    /// Stretches of seven days up to the last one with data, the oldest first.
    private var past: [Period] {
        let count = min(Self.mostWeeks, sums.days.dayCount / 7)
        return (0..<count).reversed().map { Period(from: last - 7 * $0 - 6, upTo: last - 7 * $0 + 1) }
    }

    /// How many days of a stretch are the goal's.
    private func share(_ stretch: Period) -> Double {
        let from = max(stretch.start, days.start)
        return Double(max(0, min(stretch.end, days.end) - from))
    }

    private func sum(_ stretches: [Period], _ seed: Seed) -> GoalForecast? {
        guard let model = fitted({ sums.total($0) / Double($0.dayCount) }) else { return nil }
        let bases = bases(stretches, model.series) { sums.total($0) / Double($0.dayCount) }
        let reached = sums.total(days)
        let shares = stretches.map(share)
        return drawn(model, stretches, seed) { generator in
            var total = reached
            return zip(model.series.path(over: bases, using: &generator), shares).map { value, share in
                total += value * share
                return total
            }
        }
    }

    /// What is under the line and the rate itself are drawn apart and put together.
    private func quotient(_ stretches: [Period], _ seed: Seed) -> GoalForecast? {
        guard let weights = fitted({ sums.weight($0) / Double($0.dayCount) }), let rates = fitted(sums.value) else {
            return nil
        }
        let weightBases = bases(stretches, weights.series) { sums.weight($0) / Double($0.dayCount) }
        let rateBases = bases(stretches, rates.series, sums.value)
        let reached = (over: sums.total(days), under: sums.weight(days))
        let shares = stretches.map(share)
        return drawn(rates, stretches, seed) { generator in
            var (over, under) = reached
            let volumes = weights.series.path(over: weightBases, using: &generator)
            let values = rates.series.path(over: rateBases, using: &generator)
            return shares.indices.map { index in
                let volume = max(0, volumes[index]) * shares[index]
                over += values[index] * volume
                under += volume
                return under > 0 ? over / under : 0
            }
        }
    }

    private struct Fitted {
        let series: SeasonalForecast
        let count: Int
    }

    /// The longest run of stretches up to now that have a value, each with its fellow of the year before where there are enough.
    private func fitted(_ value: (Period) -> Double?) -> Fitted? {
        var values: [Double] = []
        var fellows: [Double] = []
        var hasFellows = true
        for stretch in past.reversed() {
            guard let now = value(stretch) else { break }
            let before = stretch.lastYear
            let fellow = sums.covers(before) ? value(before) : nil
            if fellow == nil { hasFellows = false }
            if let fellow, hasFellows { fellows.append(fellow) }
            values.append(now)
        }
        if fellows.count >= Self.leastPairs {
            let now = Array(values.prefix(fellows.count).reversed())
            return SeasonalForecast(past: now, yearBefore: fellows.reversed()).map {
                Fitted(series: $0, count: now.count)
            }
        }
        let recent = Array(values.prefix(52).reversed())
        return SeasonalForecast(past: recent, yearBefore: nil).map { Fitted(series: $0, count: recent.count) }
    }

    private func bases(
        _ stretches: [Period], _ series: SeasonalForecast, _ value: (Period) -> Double?
    ) -> [SeasonalForecast.Base] {
        guard series.isSeasonal else { return stretches.map { _ in .none } }
        return stretches.enumerated().map { index, stretch in
            let before = stretch.lastYear
            if before.end <= sums.days.end, let known = value(before) { return .known(known) }
            return .future(max(0, index - 52))
        }
    }

    private func drawn(
        _ fitted: Fitted, _ stretches: [Period], _ seed: Seed, _ path: (inout SeededGenerator) -> [Double]
    ) -> GoalForecast? {
        let paths = (0..<Self.draws).map { index in
            var generator = seed.derive("goal", index).generator
            return path(&generator)
        }
        return Outlook(paths).map {
            GoalForecast(
                outlook: $0, method: fitted.series.isSeasonal ? .weeksAgainstYearBefore : .weeks,
                pastCount: fitted.count, steps: stretches.map(\.lastDay))
        }
    }
}
