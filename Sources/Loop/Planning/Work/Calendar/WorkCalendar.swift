package import Kernel

/// Working days counted: the network reckons in whole working days, people in days of the calendar. Days have no hours and
/// no zone, so neither daylight saving nor the turn of a year can move anything.
///
/// Position 0 is the first working day at or after `from`. The calendar reaches `reach` days from there; beyond, the last day
/// stands for all (rules keep dates far inside).
package struct WorkCalendar: Sendable {
    /// About twenty years.
    package static let reach = 7_300

    private let first: Day
    /// Working days in order.
    private let days: [Day]
    /// How many working days lie before `first + n`.
    private let before: [Int32]

    /// - Parameter exceptions: single days that differ: `true` is worked.
    package init(_ kind: WorkCalendarKind, from first: Day, exceptions: [Day: Bool] = [:], reach: Int = reach) {
        self.first = first
        var days: [Day] = []
        var before: [Int32] = []
        days.reserveCapacity(reach)
        before.reserveCapacity(reach + 1)
        for offset in 0..<reach {
            let day = first + offset
            before.append(Int32(days.count))
            if Self.isWorked(day, kind, exceptions) { days.append(day) }
        }
        before.append(Int32(days.count))
        self.days = days.isEmpty ? [first] : days
        self.before = before
    }

    private static func isWorked(_ day: Day, _ kind: WorkCalendarKind, _ exceptions: [Day: Bool]) -> Bool {
        if let said = exceptions[day] { return said }
        if kind.hasHolidays {
            if ChinaHolidays.off.contains(day) { return false }
            if ChinaHolidays.worked.contains(day) { return true }
        }
        return kind.isWorked(day)
    }

    /// The position of this day, or of the next working day where it is none. Days before the calendar count as its first.
    package func position(of day: Day) -> Int { Int(before[min(max(day - first, 0), before.count - 1)]) }

    /// The working day at a position.
    package func day(at position: Int) -> Day { days[min(max(position, 0), days.count - 1)] }

    package func isWorking(_ day: Day) -> Bool {
        let offset = day - first
        guard offset >= 0, offset + 1 < before.count else { return true }
        return before[offset + 1] > before[offset]
    }

    /// Working days from one day up to another; negative where `end` comes first.
    package func count(from start: Day, to end: Day) -> Int { position(of: end) - position(of: start) }

    /// Days of a stretch that are not worked, as stretches: for shading.
    package func idle(from start: Day, through end: Day) -> [ClosedRange<Day>] {
        var found: [ClosedRange<Day>] = []
        guard start <= end else { return found }
        for day in stride(from: start, through: end, by: 1) where !isWorking(day) {
            if let last = found.last, last.upperBound + 1 == day {
                found[found.count - 1] = last.lowerBound...day
            } else {
                found.append(day...day)
            }
        }
        return found
    }
}
