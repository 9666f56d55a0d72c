import Kernel

/// Which weekdays are worked, before single days are changed. The codes are those of `work_plan.calendar`.
package enum WorkCalendarKind: String, Sendable, CaseIterable {
    case china
    case sixDays = "six_days"
    case everyDay = "every_day"

    func isWorked(_ day: Day) -> Bool {
        switch self {
        case .china: day.weekday < 5
        case .sixDays: day.weekday < 6
        case .everyDay: true
        }
    }

    /// Public holidays count wherever weekends do.
    var hasHolidays: Bool { self != .everyDay }
}
