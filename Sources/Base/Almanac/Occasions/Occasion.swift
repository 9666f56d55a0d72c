package import Kernel

/// A day that people plan for, the same every year by its rule.
package struct Occasion: Sendable, Hashable, Identifiable {
    package enum Kind: String, Sendable, CaseIterable {
        case festival, shopping
        case solarTerm = "solar_term"
    }

    package let id: String
    package let name: Text
    package let kind: Kind
    package let rule: OccasionRule
    /// Counted with the first.
    package let dayCount: Int
    /// Days of preparation that such an occasion usually takes: a proposal, not a fact.
    package let leadDays: Int

    init(_ id: String, _ name: Text, _ kind: Kind, _ rule: OccasionRule, days: Int = 1, lead: Int = 14) {
        self.id = id
        self.name = name
        self.kind = kind
        self.rule = rule
        dayCount = days
        leadDays = lead
    }

    package static func named(_ id: String) -> Occasion? { all.first { $0.id == id } }

    /// The first one that begins on or after a day.
    package func next(from day: Day) -> Day? {
        (day.year - 1...day.year + 2).lazy.compactMap { rule.day(in: LunarYear($0)) }.first { $0 >= day }
    }

    /// All occasions that touch a period, in the order of their days.
    package static func days(in period: Period) -> [OccasionDay] {
        guard period.dayCount > 0 else { return [] }
        var seen = Set<OccasionDay>()
        return (period.start.year - 1...period.lastDay.year).map(LunarYear.init).flatMap { year in
            all.compactMap { occasion in
                occasion.rule.day(in: year).map { OccasionDay(occasion: occasion, first: $0) }
            }
        }
        .filter { $0.first < period.end && $0.last >= period.start && seen.insert($0).inserted }
        .sorted { ($0.first, $0.occasion.id) < ($1.first, $1.occasion.id) }
    }
}

/// An occasion of one year.
package struct OccasionDay: Sendable, Hashable {
    package let occasion: Occasion
    package let first: Day
    package var last: Day { first + (occasion.dayCount - 1) }
}
