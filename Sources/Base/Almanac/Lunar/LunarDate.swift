package import Kernel

/// A day as the lunar calendar names it.
package struct LunarDate: Sendable, Hashable {
    /// The calendar year in which the lunar year begins.
    package let year: Int
    package let month: LunarMonth
    /// 1…30
    package let day: Int

    init(year: Int, month: LunarMonth, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Computed anew each time (some tenths of a millisecond); who names many days makes a `LunarYear` and asks it.
    package init?(_ day: Day) {
        guard let date = LunarYear(day.year).date(of: day) ?? LunarYear(day.year - 1).date(of: day) else { return nil }
        self = date
    }

    /// 腊月廿三
    package var text: Text {
        Text(zh: month.name.zh + dayName, en: "lunar \(month.name.en) day \(day)")
    }

    /// 廿三; on the first day the month's name, as calendars print it.
    package var short: Text { day == 1 ? month.name : Text(zh: dayName, en: String(day)) }

    private var dayName: String {
        switch day {
        case 10: "初十"
        case 20: "二十"
        case 30: "三十"
        default: ["初", "十", "廿"][day / 10] + Self.digits[day % 10]
        }
    }

    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
}
