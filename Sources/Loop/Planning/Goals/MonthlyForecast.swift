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
    /// How many months a value stands for: market shares are often known by quarter.
    var stepMonths = 1

    /// How many values make a year.
    private var year: Int { 12 / stepMonths }
    /// Twelve months against twelve of the year before; eight values at least.
    private var seasonalFrom: Int { max(2 * year, year + 8) }
    /// From which correlation with the same months a year before on a level follows its season. Below it the year before is mostly
    /// chance, and a forecast that followed it would repeat that chance.
    static let seasonalLikeness = 0.5

    /// `nil` where the past is too short, or the deadline's month is over.
    func forecast(_ seed: Seed) -> GoalForecast? {
        let year = year
        let ahead = Self.months(from: lastMonth, to: due) / stepMonths
        guard ahead > 0, ahead <= 120 else { return nil }
        let isSeasonal = followsSeason
        let values = values.map(odds)
        let past = isSeasonal ? Array(values.dropFirst(year)) : values
        guard
            let series = SeasonalForecast(
                past: past, yearBefore: isSeasonal ? Array(values.dropLast(year)) : nil)
        else { return nil }
        let bases: [SeasonalForecast.Base] = (0..<ahead).map { step in
            if !isSeasonal { return .none }
            return step < year ? .known(values[values.count - year + step]) : .future(step - year)
        }
        let paths = (0..<WeeklyForecast.draws).map { index in
            var generator = seed.derive("level", index).generator
            return series.path(over: bases, using: &generator).map(level)
        }
        return Outlook(paths).map {
            GoalForecast(
                outlook: $0, method: method(isSeasonal), pastCount: past.count,
                steps: (1...ahead).map { Grain.month.advance(lastMonth, by: ($0 + 1) * stepMonths) - 1 })
        }
    }

    private func method(_ isSeasonal: Bool) -> GoalForecast.Method {
        if stepMonths > 1 { return isSeasonal ? .periodsAgainstYearBefore : .periods }
        return isSeasonal ? .monthsAgainstYearBefore : .months
    }

    private var followsSeason: Bool {
        guard values.count >= seasonalFrom else { return false }
        return correlation(Array(values.dropFirst(year)), Array(values.dropLast(year))) ?? 0 >= Self.seasonalLikeness
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
