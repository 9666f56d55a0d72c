import Kernel
import Records

/// Where a record of each kind stands in the calendar: its lane, its days, how far it is.
struct CalendarPlace {
    let kind: CalendarItem.Kind
    let first: Day
    var last: Day?
    var leadDays = 0
    let stage: CalendarItem.Stage

    /// The kinds of records that have a place, and the field with their first day.
    static let sources = [
        (type: "calendar_entry", day: "starts_on"), (type: "content_item", day: "publish_on"),
        (type: "product_action", day: "starts_on"),
    ]

    init?(_ record: Record) {
        switch record.type.id {
        case "calendar_entry":
            guard let first = record.day("starts_on") else { return nil }
            kind = record.text("kind").flatMap(CalendarItem.Kind.init) ?? .topic
            self.first = first
            last = record.day("ends_on")
            leadDays = record.number("lead_days").map { Int($0) } ?? 0
        case "content_item":
            guard let day = record.day("publish_on") else { return nil }
            kind = .content
            first = day
        case "product_action":
            guard let first = record.day("starts_on"), record.text("kind") == "launch" else { return nil }
            kind = .launch
            self.first = first
        default: return nil
        }
        stage = Self.stages[record.state] ?? .begun
    }

    private static let stages: [String: CalendarItem.Stage] = [
        "planned": .waiting, "done": .over, "published": .over, "measured": .over, "dropped": .dropped,
        "withdrawn": .dropped,
    ]
}
