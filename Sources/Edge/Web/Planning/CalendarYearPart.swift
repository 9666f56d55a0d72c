import Kernel
import Planning
import Records

/// A year as twelve short lists.
struct CalendarYearPart {
    let look: CalendarLook
    let items: [CalendarItem]
    let visit: Visit

    var html: HTML {
        div(.class("year-grid")) {
            for place in 0..<12 { month(Period(.month, holding: look.period.start.adding(months: place))) }
        }
    }

    private func month(_ period: Period) -> HTML {
        // Solar terms would fill every month with the same two lines.
        let entries = items.filter { period.contains($0.first) && ($0.kind != .solarTerm || look.kinds.count == 1) }
        var query = visit.request.query
        query["view"] = "month"
        query["on"] = period.start.description
        return section(.class(period.contains(look.today) ? "card year-month is-now" : "card year-month")) {
            h3 { a(.href(CalendarPages.path + "?" + query.encoded)) { CalendarLook.month(period.start) } }
            if entries.isEmpty { p(.class("quiet small")) { Text(zh: "没有安排", en: "Nothing yet") } }
            ul {
                for item in entries {
                    li {
                        span(.class("num quiet")) { padded(item.first.dayOfMonth, 2) }
                        span(.class("kind-dot kind-\(item.kind.rawValue)"), .title(item.kind.name)) {}
                        if let address = CalendarPages.entryPath(item) {
                            a(.href(address)) { item.title }
                        } else {
                            span { item.title }
                        }
                    }
                }
            }
        }
    }
}
