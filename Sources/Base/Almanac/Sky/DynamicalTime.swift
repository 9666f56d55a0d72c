import Kernel

/// Days as astronomers count them: Julian days of dynamical time, which runs evenly, ahead of the clocks by some 70 seconds.
enum DynamicalTime {
    /// 1970-01-01 at midnight.
    private static let epoch = 2_440_587.5
    private static let beijing = 8.0 / 24

    /// The calendar day in Beijing (UTC+8, GB/T 33661-2017) at that moment.
    static func beijingDay(_ moment: Double) -> Day {
        let universal = moment - aheadSeconds(moment) / 86_400
        return Day(daysSince1970: Int32((universal + beijing - epoch).rounded(.down)))
    }

    /// Midnight UTC with which a day begins; the seconds between do not matter to who asks.
    static func start(of day: Day) -> Double { Double(day.daysSince1970) + epoch }

    /// How far dynamical time is ahead of universal time: measured up to 2020 (IERS), from then on expected to grow by a
    /// fifth of a second a year. A guess wrong by seconds moves a day only where a moment falls within seconds of midnight.
    private static func aheadSeconds(_ moment: Double) -> Double {
        let year = 2000 + (moment - 2_451_545) / 365.25
        guard let first = measured.first, let last = measured.last else { return 0 }
        if year <= first.year { return first.seconds }
        if year >= last.year { return last.seconds + 0.2 * (year - last.year) }
        let place = measured.lastIndex { $0.year <= year } ?? 0
        let (before, after) = (measured[place], measured[place + 1])
        return before.seconds + (after.seconds - before.seconds) * (year - before.year) / (after.year - before.year)
    }

    private static let measured: [(year: Double, seconds: Double)] = [
        (1950, 29.07), (1960, 33.15), (1970, 40.18), (1980, 50.54), (1990, 56.86), (2000, 63.83), (2010, 66.07),
        (2020, 69.36),
    ]
}
