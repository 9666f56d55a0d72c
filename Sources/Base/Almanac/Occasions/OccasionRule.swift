import Kernel

/// On which day of each year an occasion falls.
package enum OccasionRule: Sendable, Hashable {
    case fixed(month: Int, day: Int)
    case lunar(month: Int, day: Int)
    /// The last day of the lunar year, the 29th or 30th.
    case newYearsEve
    /// So many days before Spring Festival.
    case beforeNewYear(days: Int)
    case term(SolarTerm)
    /// The first, second … such weekday of a month (Monday 0 … Sunday 6).
    case weekday(Int, nth: Int, month: Int)
    /// So many days after another.
    indirect case after(OccasionRule, days: Int)

    /// The day of a year; for lunar rules, of the lunar year that begins in it.
    func day(in lunar: LunarYear) -> Day? {
        let year = lunar.year
        switch self {
        case .fixed(let month, let day): return Day(year: year, month: month, day: day)
        case .lunar(let month, let day): return lunar.day(month, day)
        case .newYearsEve: return lunar.lastDay
        case .beforeNewYear(let days): return lunar.newYear - days
        case .term(let term): return term.day(in: year)
        case .weekday(let weekday, let nth, let month):
            return Day(year: year, month: month, day: 1).map { first in
                first + (weekday - first.weekday + 7) % 7 + 7 * (nth - 1)
            }
        case .after(let rule, let days): return rule.day(in: lunar).map { $0 + days }
        }
    }
}
