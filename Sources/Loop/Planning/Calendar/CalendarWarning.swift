import Almanac
package import Kernel

/// Something in the calendar that somebody should see to.
package struct CalendarWarning: Sendable {
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// It has begun, and its record still says that nobody has started.
        case notStarted
        /// Its preparation should have begun, and has not.
        case lateStart
        /// Two at once for the same platforms, region and audience.
        case clash
        /// Two S events that share a week.
        case twoBig
        /// A festival or shopping day is within its usual lead time, and nothing is planned for it.
        case unplanned
    }

    package let kind: Kind
    /// One, or the two that are in each other's way.
    package let items: [CalendarItem]
    /// On which two clash.
    package let platforms: Set<String>

    private init(_ kind: Kind, _ items: [CalendarItem], platforms: Set<String> = []) {
        self.kind = kind
        self.items = items
        self.platforms = platforms
    }

    /// What is wrong among the items, the most pressing first.
    package static func all(_ items: [CalendarItem], on today: Day) -> [CalendarWarning] {
        let planned = items.filter { $0.record != nil && $0.stage != .over && $0.stage != .dropped }
        let offers = planned.filter { [.promotion, .shopping, .launch, .festival].contains($0.kind) }
        return planned.compactMap { timing($0, today) } + pairs(offers).compactMap { clash($0.0, $0.1) }
            + pairs(planned.filter(\.isBig)).compactMap { twoBig($0.0, $0.1) }
            + items.filter { isUnplanned($0, among: planned, today) }.map { CalendarWarning(.unplanned, [$0]) }
    }

    /// The day by which something has to happen.
    package var day: Day {
        let days = items.map { kind == .lateStart || kind == .unplanned ? $0.prepareFrom : $0.first }
        return days.max() ?? Day(daysSince1970: 0)
    }

    package var isUrgent: Bool { kind == .notStarted || kind == .lateStart }

    private static func timing(_ item: CalendarItem, _ today: Day) -> CalendarWarning? {
        guard item.stage == .waiting, today >= item.prepareFrom else { return nil }
        if today >= item.first { return CalendarWarning(.notStarted, [item]) }
        return item.leadDays > 0 ? CalendarWarning(.lateStart, [item]) : nil
    }

    private static func clash(_ one: CalendarItem, _ other: CalendarItem) -> CalendarWarning? {
        let platforms = one.platforms.intersection(other.platforms)
        let sameRegion = one.region == nil || other.region == nil || one.region == other.region
        let sameAudience =
            one.audience.isEmpty || other.audience.isEmpty || !one.audience.isDisjoint(with: other.audience)
        guard one.overlaps(other), !platforms.isEmpty, sameRegion, sameAudience else { return nil }
        return CalendarWarning(.clash, [one, other], platforms: platforms)
    }

    private static func twoBig(_ one: CalendarItem, _ other: CalendarItem) -> CalendarWarning? {
        let week = Grain.week.start(of:)
        return week(one.first) <= week(other.last) && week(other.first) <= week(one.last)
            ? CalendarWarning(.twoBig, [one, other]) : nil
    }

    /// Something of ours within three days of it counts as planned for it.
    private static func isUnplanned(_ item: CalendarItem, among planned: [CalendarItem], _ today: Day) -> Bool {
        guard let occasion = item.occasion, occasion.leadDays >= 30, today >= item.prepareFrom, today < item.first
        else {
            return false
        }
        return !planned.contains { $0.kind != .content && $0.first <= item.last + 3 && $0.last >= item.first - 3 }
    }

    private static func pairs(_ items: [CalendarItem]) -> [(CalendarItem, CalendarItem)] {
        items.indices.flatMap { first in items[(first + 1)...].map { (items[first], $0) } }
    }
}
