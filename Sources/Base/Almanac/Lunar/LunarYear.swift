package import Kernel

/// A year of the lunar calendar, from Spring Festival to New Year's Eve, by the rules of GB/T 33661-2017: a month begins on
/// the Beijing day of the new moon; the one that holds the winter solstice is the 11th; where thirteen months begin between
/// two solstices, the first without a major solar term is a leap month.
package struct LunarYear: Sendable, Hashable {
    /// The calendar year in which it begins.
    package let year: Int
    /// Twelve months or thirteen, the first is 正月.
    package let months: [LunarMonth]

    package init(_ year: Int) {
        self.year = year
        let all = Self.months(upToSolsticeOf: year) + Self.months(upToSolsticeOf: year + 1)
        let firsts = all.indices.filter { all[$0].number == 1 && !all[$0].isLeap }
        months = Array(all[(firsts.first ?? 0)..<(firsts.last ?? 0)])
    }

    /// Spring Festival.
    package var newYear: Day { months[0].start }
    /// New Year's Eve (除夕).
    package var lastDay: Day { months[months.count - 1].start + (months[months.count - 1].dayCount - 1) }

    /// `nil` where the year has no such month, or the month no such day.
    package func day(_ month: Int, _ day: Int, leap: Bool = false) -> Day? {
        guard let found = months.first(where: { $0.number == month && $0.isLeap == leap }),
            (1...found.dayCount).contains(day)
        else { return nil }
        return found.start + (day - 1)
    }

    /// `nil` where the day lies in another lunar year.
    package func date(of day: Day) -> LunarDate? {
        guard day <= lastDay, let month = months.last(where: { $0.start <= day }) else { return nil }
        return LunarDate(year: year, month: month, day: day - month.start + 1)
    }

    /// The months from the one with last year's winter solstice up to the one with this year's, which does not count.
    private static func months(upToSolsticeOf year: Int) -> [LunarMonth] {
        let solstice = SolarTerm.winterSolstice.day(in: year - 1)
        let first = NewMoon.number(notAfter: solstice)
        let end = NewMoon.number(notAfter: SolarTerm.winterSolstice.day(in: year))
        let starts = (first...end).map(NewMoon.day)
        let majors = [solstice] + SolarTerm.allCases.filter { $0.isMajor }.dropLast().map { $0.day(in: year) }
        let count = end - first
        let leap =
            count == 13
            ? (1..<count).first { place in !majors.contains { starts[place] <= $0 && $0 < starts[place + 1] } } : nil
        return (0..<count).map { place in
            let passed = leap.map { place >= $0 ? place - 1 : place } ?? place
            return LunarMonth(
                number: (10 + passed) % 12 + 1, isLeap: place == leap, start: starts[place],
                dayCount: starts[place + 1] - starts[place])
        }
    }
}
