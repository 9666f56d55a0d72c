import Kernel
import Stats

/// Forecasts a level (people counted once, scores, stocks) in the month of a goal's deadline, from whole months of the past.
struct MonthlyForecast {
    /// Values of whole calendar months, the oldest first, without a gap at their end.
    let values: [Double]
    /// The first day of the last of them.
    let lastMonth: Day
    let due: Day
    /// Between which values the level must lie: 0…1 of a share, −100…100 of a score; `nil` where it has no bounds.
    let bounds: ClosedRange<Double>?

    /// Twelve months against twelve of the year before.
    static let seasonalFrom = 24
    /// From which correlation with the same months a year before on a level follows its season. Below it the year before is mostly
    /// chance, and a forecast that followed it would repeat that chance.
    static let seasonalLikeness = 0.5

    /// `nil` where the past is too short, or the deadline's month is over.
    func forecast(_ seed: Seed) -> GoalForecast? {
        let ahead = Self.months(from: lastMonth, to: due)
        guard ahead > 0, ahead <= 120 else { return nil }
        let isSeasonal = followsSeason
        let values = values.map(odds)
        let past = isSeasonal ? Array(values.dropFirst(12)) : values
        guard
            let series = SeasonalForecast(
                past: past, yearBefore: isSeasonal ? Array(values.dropLast(12)) : nil)
        else { return nil }
        let bases: [SeasonalForecast.Base] = (0..<ahead).map { step in
            if !isSeasonal { return .none }
            return step < 12 ? .known(values[values.count - 12 + step]) : .future(step - 12)
        }
        let paths = (0..<WeeklyForecast.draws).map { index in
            var generator = seed.derive("level", index).generator
            return series.path(over: bases, using: &generator).map(level)
        }
        return Outlook(paths).map {
            GoalForecast(
                outlook: $0, method: isSeasonal ? .monthsAgainstYearBefore : .months, pastCount: past.count,
                steps: (1...ahead).map { Grain.month.advance(lastMonth, by: $0 + 1) - 1 })
        }
    }

    private var followsSeason: Bool {
        guard values.count >= Self.seasonalFrom else { return false }
        return correlation(Array(values.dropFirst(12)), Array(values.dropLast(12))) ?? 0 >= Self.seasonalLikeness
    }

    /// A level with bounds is followed as odds between them, so that no forecast leaves them.
    private func odds(_ level: Double) -> Double {
        guard let bounds else { return level }
        let place = (level - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)
        let inside = min(max(place, 0.0005), 0.9995)
        return inside / (1 - inside)
    }

    private func level(_ odds: Double) -> Double {
        guard let bounds else { return odds }
        return bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) * odds / (1 + odds)
    }

    static func months(from start: Day, to end: Day) -> Int {
        (end.year - start.year) * 12 + end.month - start.month
    }
}
