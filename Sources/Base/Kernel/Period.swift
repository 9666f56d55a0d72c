/// How long a reporting period is.
package enum Grain: String, Sendable, CaseIterable, Codable {
    case day, week, month, quarter, year

    /// The first day of the period that holds `day`. Weeks begin on Monday.
    package func start(of day: Day) -> Day {
        let (year, month, _) = day.civil
        switch self {
        case .day: return day
        case .week: return day - day.weekday
        case .month: return Day(year: year, month: month, day: 1) ?? day
        case .quarter: return Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? day
        case .year: return Day(year: year, month: 1, day: 1) ?? day
        }
    }

    /// `start` moved by a number of whole periods.
    package func advance(_ start: Day, by count: Int) -> Day {
        switch self {
        case .day: start + count
        case .week: start + 7 * count
        case .month: start.adding(months: count)
        case .quarter: start.adding(months: 3 * count)
        case .year: start.adding(months: 12 * count)
        }
    }

    package var name: Text {
        switch self {
        case .day: Text(zh: "日", en: "Day")
        case .week: Text(zh: "周", en: "Week")
        case .month: Text(zh: "月", en: "Month")
        case .quarter: Text(zh: "季", en: "Quarter")
        case .year: Text(zh: "年", en: "Year")
        }
    }
}

/// Days from `start` up to but not including `end`.
package struct Period: Sendable, Hashable, Codable {
    package let start: Day
    package let end: Day

    /// An empty period where `end` is not after `start`.
    package init(from start: Day, upTo end: Day) {
        self.start = start
        self.end = max(start, end)
    }

    /// The calendar period of a grain that holds `day`.
    package init(_ grain: Grain, holding day: Day) {
        let start = grain.start(of: day)
        self.init(from: start, upTo: grain.advance(start, by: 1))
    }

    /// The `count` days that end with `day`.
    package init(days count: Int, endingWith day: Day) {
        self.init(from: day - (count - 1), upTo: day + 1)
    }

    package var dayCount: Int { end - start }
    package var lastDay: Day { end - 1 }
    package var days: some Sequence<Day> { stride(from: start, to: end, by: 1) }
    package func contains(_ day: Day) -> Bool { start <= day && day < end }

    /// The period of equal length just before this one; for whole months, quarters and years the calendar one (环比).
    package var previous: Period {
        if let grain = calendarGrain { return Period(from: grain.advance(start, by: -1), upTo: start) }
        return Period(from: start - dayCount, upTo: start)
    }

    /// The same days one year before (同比).
    package var lastYear: Period {
        Period(from: start.adding(months: -12), upTo: end.adding(months: -12))
    }

    /// The grain of which this is exactly one period, if any.
    package var calendarGrain: Grain? {
        Grain.allCases.reversed().first { $0.start(of: start) == start && $0.advance(start, by: 1) == end }
    }
}
