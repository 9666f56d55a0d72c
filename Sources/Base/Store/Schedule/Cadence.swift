package import Kernel

/// How often something falls due, in the days and clock times of the business zone (NF-03).
///
/// Where clocks jump over a time of day, the slot falls as much later as the clocks jump; where they show it twice, on the first.
package enum Cadence: Sendable, Hashable {
    /// At whole multiples of so many minutes of UTC: 60 is every full hour.
    case everyMinutes(Int)
    case daily(at: TimeOfDay)
    /// Monday 0 … Sunday 6.
    case weekly(weekday: Int, at: TimeOfDay)
    /// On the weekday of `from` in every second week, counted from that day.
    case everyTwoWeeks(from: Day, at: TimeOfDay)
    /// `day` 31 is the last day of each month.
    case monthly(day: Int, at: TimeOfDay)
    /// `month` 1, 2 or 3 of each quarter.
    case quarterly(month: Int, day: Int, at: TimeOfDay)
    case yearly(month: Int, day: Int, at: TimeOfDay)

    /// The first slot after a moment.
    package func next(after moment: Instant, in zone: BusinessZone) -> Instant {
        if case .everyMinutes(let minutes) = self {
            let step = Int64(max(1, minutes)) * 60_000_000
            return Instant(microseconds: (moment.microseconds.flooredQuotient(by: step) + 1) * step)
        }
        // Two days back: a slot that a clock change has moved may belong to an earlier day than `moment`'s.
        var day = firstDay(onOrAfter: zone.day(of: moment) - 2)
        while true {
            let slot = zone.instant(of: day, at: time)
            if slot > moment { return slot }
            day = firstDay(onOrAfter: day + 1)
        }
    }

    private var time: TimeOfDay {
        switch self {
        case .everyMinutes: TimeOfDay.midnight
        case .daily(let time), .weekly(_, let time), .everyTwoWeeks(_, let time), .monthly(_, let time),
            .quarterly(_, _, let time), .yearly(_, _, let time):
            time
        }
    }

    /// The first day that has a slot, not before `day`.
    func firstDay(onOrAfter day: Day) -> Day {
        switch self {
        case .everyMinutes, .daily: day
        case .weekly(let weekday, _): day + remainder(weekday - day.weekday, 7)
        case .everyTwoWeeks(let from, _): day + remainder(from - day, 14)
        case .monthly(let wanted, _): monthly(from: day, every: 1, offset: 0, wanted)
        case .quarterly(let month, let wanted, _): monthly(from: day, every: 3, offset: month - 1, wanted)
        case .yearly(let month, let wanted, _): monthly(from: day, every: 12, offset: month - 1, wanted)
        }
    }

    /// Steps from month to month of those that count, until the wanted day in it is not before `day`.
    private func monthly(from day: Day, every step: Int, offset: Int, _ wanted: Int) -> Day {
        var month = Grain.month.start(of: day)
        while true {
            let isDue = remainder(month.month - 1 - offset, step) == 0
            let last = Day.length(ofMonth: month.month, year: month.year)
            let found = month + (min(max(1, wanted), last) - 1)
            if isDue, found >= day { return found }
            month = month.adding(months: 1)
        }
    }

    private func remainder(_ number: Int, _ divisor: Int) -> Int {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
