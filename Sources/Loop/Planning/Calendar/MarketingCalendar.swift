import Almanac
package import Kernel
package import Records

/// The marketing calendar (BR-06): what the almanac knows and what people planned, in one line of days.
package struct MarketingCalendar: Sendable {
    private let records: RecordStore
    /// So many records of a kind are read at most; a year has far fewer.
    private static let most = 5_000
    /// The longest lead time that entries may have.
    private static let longestLead = 365

    package init(_ records: RecordStore) { self.records = records }

    /// All that touches a period or has to be prepared from a day of it, and that the reader may see, by day; dropped entries are
    /// left out.
    package func items(in period: Period, for reader: RecordAuthor) async throws -> [CalendarItem] {
        var items = Occasion.days(in: period).map(CalendarItem.init)
        for source in CalendarPlace.sources {
            guard let type = records.catalog.type(source.type), reader.may(.view, type) else { continue }
            // What began up to a year before may still last.
            let days = RecordCondition.between(
                field: source.day, from: .day(period.start - 366), to: .day(period.lastDay + Self.longestLead))
            let slice = try await records.list(
                type, RecordQuery([days], sort: RecordSort(source.day)), limit: Self.most, for: reader)
            items += slice.records.compactMap(CalendarItem.init)
        }
        return items.filter { $0.stage != .dropped && ($0.touches(period) || $0.beginsPreparation(in: period)) }
            .sorted { ($0.first, $0.kind.place, $0.id) < ($1.first, $1.kind.place, $1.id) }
    }

    /// What to see to: from today on for a year ahead.
    package func warnings(on today: Day, for reader: RecordAuthor) async throws -> [CalendarWarning] {
        let ahead = try await items(in: Period(from: today, upTo: today + 366), for: reader)
        return CalendarWarning.all(ahead, on: today)
    }
}

extension CalendarItem.Kind {
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
