import Kernel
import Planning

/// Which stretch of the calendar is looked at: `?view=quarter&on=2026-11-01`.
struct CalendarLook: Sendable {
    let grain: Grain
    let period: Period
    let today: Day
    /// Lanes that are shown.
    let kinds: Set<CalendarItem.Kind>

    init(_ visit: Visit) {
        today = visit.app.zone.day(of: visit.app.clock.now())
        let wanted = Grain(rawValue: visit.query.text("view")) ?? .month
        grain = [.month, .quarter, .year].contains(wanted) ? wanted : .month
        period = Period(grain, holding: Day(visit.query.text("on")) ?? today)
        let chosen = Set(visit.query.all("kind").compactMap(CalendarItem.Kind.init))
        kinds = chosen.isEmpty ? Set(CalendarItem.Kind.allCases) : chosen
    }

    var title: Text {
        let (year, month, _) = period.start.civil
        return switch grain {
        case .year: Text(zh: "\(year) 年", en: "\(year)")
        case .quarter: Text(zh: "\(year) 年第 \(period.start.quarter) 季度", en: "Q\(period.start.quarter) \(year)")
        default: Text(zh: "\(year) 年 \(month) 月", en: Self.months[month - 1] + " \(year)")
        }
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func month(_ day: Day) -> Text { Text(zh: "\(day.month) 月", en: months[day.month - 1]) }
}
