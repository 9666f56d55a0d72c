package import Almanac
package import Kernel
package import Records

/// Something that stands in the marketing calendar: an occasion of the almanac or a record that somebody planned.
package struct CalendarItem: Sendable, Identifiable {
    /// Lanes of the calendar, in the order in which they are drawn. The ids of `calendar_entry.kind` where there is one.
    package enum Kind: String, Sendable, CaseIterable {
        case festival, shopping
        case solarTerm = "solar_term"
        case topic, launch, promotion, content
    }

    /// `CAL-3` or `qixi-2026-08-19`; stays the same from reading to reading.
    package let id: String
    package let title: Text
    package let kind: Kind
    package let first: Day
    /// Counted with the first.
    package let last: Day
    /// Days of preparation before the first day.
    package let leadDays: Int
    /// `nil` for occasions, which nobody has to plan.
    package let record: Record?
    package let occasion: Occasion?
    /// Where it is sold or published; empty: nobody said.
    package let platforms: Set<String>
    /// Personas it is for; empty: everybody.
    package let audience: Set<Int64>
    /// `nil`: everywhere.
    package let region: String?
    package let isBig: Bool
    package let stage: Stage

    /// How far its preparation is.
    package enum Stage: Sendable, Hashable { case waiting, begun, over, dropped }

    package var prepareFrom: Day { first - leadDays }
    package func touches(_ period: Period) -> Bool { first < period.end && last >= period.start }
    /// Whether somebody has to begin with its preparation within the period.
    package func beginsPreparation(in period: Period) -> Bool {
        record != nil && leadDays > 0 && stage == .waiting && period.contains(prepareFrom)
    }
    package func overlaps(_ other: CalendarItem) -> Bool { first <= other.last && other.first <= last }

    init(_ day: OccasionDay) {
        id = "\(day.occasion.id)-\(day.first)"
        title = day.occasion.name
        kind = Kind(rawValue: day.occasion.kind.rawValue) ?? .festival
        first = day.first
        last = day.last
        leadDays = day.occasion.leadDays
        record = nil
        occasion = day.occasion
        platforms = []
        audience = []
        region = nil
        isBig = false
        stage = .waiting
    }

    /// `nil` where the record has no day yet.
    init?(_ record: Record) {
        guard let place = CalendarPlace(record) else { return nil }
        id = record.code
        title = Text(verbatim: record.title)
        kind = place.kind
        first = place.first
        last = max(place.first, place.last ?? place.first)
        leadDays = place.leadDays
        self.record = record
        occasion = nil
        platforms = record.codes("platforms")
        audience = record.linked("personas").union(record.linked("persona"))
        region = record.text("region")
        isBig = record.text("scale") == "s"
        stage = place.stage
    }
}
