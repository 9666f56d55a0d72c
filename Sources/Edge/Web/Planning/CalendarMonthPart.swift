import Almanac
import Kernel
import Planning
import Records

/// A month as a sheet: each day with its lunar date, occasions and entries.
struct CalendarMonthPart {
    let look: CalendarLook
    let items: [CalendarItem]
    let mayAdd: Bool

    var html: HTML {
        let first = look.period.start
        let start = first - first.weekday
        let weeks = (look.period.dayCount + first.weekday + 6) / 7
        let years = (first.year - 1...look.period.lastDay.year).map(LunarYear.init)
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(look.title)) {
            table(.class("month-grid calendar-month")) {
                HTMLTags.caption { look.title }
                thead { tr { for name in Self.weekdays { th(.scope("col")) { name } } } }
                tbody {
                    for week in 0..<weeks { tr { for place in 0..<7 { cell(start + week * 7 + place, years) } } }
                }
            }
        }
    }

    private func cell(_ day: Day, _ years: [LunarYear]) -> HTML {
        guard look.period.contains(day) else {
            return td(.class("other-month")) { span(.class("num")) { day.dayOfMonth } }
        }
        let lunar = years.lazy.compactMap { $0.date(of: day) }.first
        let entries = items.filter { $0.first <= day && day <= $0.last }
        let begun = items.filter { $0.beginsPreparation(in: Period(from: day, upTo: day + 1)) }
        let isEmpty = entries.isEmpty && begun.isEmpty && day != look.today
        let style = day == look.today ? "today" : isEmpty ? "empty-day" : ""
        return td(.class(style)) {
            div(.class("day-head"), .attribute("data-weekday", Self.weekdays[day.weekday])) {
                number(day)
                span(.class("lunar"), .title(lunar?.text ?? Text(verbatim: ""))) { lunar?.short }
            }
            for item in entries { Self.entry(item, on: day) }
            for item in begun { Self.preparation(item) }
        }
    }

    private static func preparation(_ item: CalendarItem) -> HTML {
        a(
            .class("calendar-entry is-preparation kind-\(item.kind.rawValue)"),
            .href(CalendarPages.entryPath(item) ?? CalendarPages.path),
            .title(
                Text(
                    zh: "\(item.first) 开始，提前 \(item.leadDays) 天",
                    en: "Begins on \(item.first), takes \(item.leadDays) days"))
        ) {
            Text(zh: "准备：", en: "Prepare: ") + item.title
        }
    }

    private func number(_ day: Day) -> HTML {
        guard mayAdd else { return span(.class("num")) { day.dayOfMonth } }
        return a(
            .class("num day-number"), .href("/plan/records/calendar_entry/new?starts_on=\(day)"),
            .title(Text(zh: "在 \(day) 新建条目", en: "New entry on \(day)"))
        ) { day.dayOfMonth }
    }

    private static func entry(_ item: CalendarItem, on day: Day) -> HTML {
        let style = "calendar-entry kind-\(item.kind.rawValue)" + (day > item.first ? " goes-on" : "")
        let name = HTML {
            if day > item.first { span(.ariaHidden) { "… " } }
            item.title
        }
        guard let address = CalendarPages.entryPath(item) else {
            return span(.class(style + " is-occasion")) { name }
        }
        return a(.class(style), .href(address)) { name }
    }

    static let weekdays = zip(
        ["一", "二", "三", "四", "五", "六", "日"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    ).map { Text(zh: "周" + $0, en: $1) }
}
