import Kernel
import TestKit
import Testing

@testable import Store

@Suite struct CadenceTests {
    let shanghai: BusinessZone
    let newYork: BusinessZone

    init() throws {
        shanghai = try #require(BusinessZone("Asia/Shanghai"))
        newYork = try #require(BusinessZone("America/New_York"))
    }

    private func slots(_ cadence: Cadence, after start: String, in zone: BusinessZone, _ count: Int) throws -> [String]
    {
        var moment = try #require(Instant(iso8601: start))
        return (0..<count).map { _ in
            moment = cadence.next(after: moment, in: zone)
            return String(moment.iso8601.prefix(16))
        }
    }

    @Test("NF-03 minutes, days and weeks fall due by the clock of the business zone")
    func plain() throws {
        let start = "2026-11-21T08:30:00Z"
        #expect(
            try slots(.everyMinutes(30), after: start, in: shanghai, 3) == [
                "2026-11-21T09:00", "2026-11-21T09:30", "2026-11-21T10:00",
            ])
        #expect(
            try slots(.daily(at: .hour(9)), after: start, in: shanghai, 2) == ["2026-11-22T01:00", "2026-11-23T01:00"])
        #expect(
            try slots(.weekly(weekday: 0, at: .hour(9)), after: start, in: shanghai, 2) == [
                "2026-11-23T01:00", "2026-11-30T01:00",
            ])
        let from = try #require(Day("2026-11-02"))
        #expect(
            try slots(.everyTwoWeeks(from: from, at: .hour(9)), after: start, in: shanghai, 2) == [
                "2026-11-30T01:00", "2026-12-14T01:00",
            ])
    }

    @Test("NF-03 the 31st is the last day of a shorter month, also of February in leap years")
    func monthEnds() throws {
        #expect(
            try slots(.monthly(day: 31, at: .hour(12)), after: "2027-12-31T04:00:00Z", in: shanghai, 4) == [
                "2028-01-31T04:00", "2028-02-29T04:00", "2028-03-31T04:00", "2028-04-30T04:00",
            ])
        #expect(
            try slots(.quarterly(month: 2, day: 30, at: .hour(12)), after: "2026-01-01T00:00:00Z", in: shanghai, 4) == [
                "2026-02-28T04:00", "2026-05-30T04:00", "2026-08-30T04:00", "2026-11-30T04:00",
            ])
        #expect(
            try slots(.yearly(month: 2, day: 29, at: .hour(12)), after: "2026-03-01T00:00:00Z", in: shanghai, 3) == [
                "2027-02-28T04:00", "2028-02-29T04:00", "2029-02-28T04:00",
            ])
    }

    @Test("NF-03 a time that clocks jump over falls an hour later; one that they show twice falls once, on the first")
    func clockChanges() throws {
        let half = try #require(TimeOfDay(2, 30))
        #expect(
            try slots(.daily(at: half), after: "2026-03-07T00:00:00Z", in: newYork, 3) == [
                "2026-03-07T07:30", "2026-03-08T07:30", "2026-03-09T06:30",
            ])
        let early = try #require(TimeOfDay(1, 30))
        #expect(
            try slots(.daily(at: early), after: "2026-10-31T00:00:00Z", in: newYork, 3) == [
                "2026-10-31T05:30", "2026-11-01T05:30", "2026-11-02T06:30",
            ])
    }

    @Test("NF-03 walking from slot to slot finds each due day once, in any zone, for any cadence")
    func property() async throws {
        let zones = try [
            "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu",
            "Pacific/Apia",
        ]
        .map { try #require(BusinessZone($0)) }
        try await forAll(cases: 150) { random in
            let zone = zones[Int.random(in: 0..<zones.count, using: &random)]
            let cadence = Self.cadence(&random)
            let first = Day(daysSince1970: Int32.random(in: 20_000...22_000, using: &random))
            var walked: [Instant] = []
            var moment = zone.start(of: first) + .seconds(-1)
            let end = zone.start(of: first + 800)
            while true {
                let next = cadence.next(after: moment, in: zone)
                if next <= moment { return false }
                if next >= end { break }
                walked.append(next)
                moment = next
            }
            let expected = (first..<(first + 800)).filter { Self.isDue(cadence, $0) }.map {
                zone.instant(of: $0, at: Self.time(cadence))
            }
            return walked == expected
        }
    }

    private static func cadence(_ random: inout SeededGenerator) -> Cadence {
        let time = TimeOfDay.hour(Int.random(in: 0..<24, using: &random))
        let day = Int.random(in: 1...31, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .daily(at: time)
        case 1: return .weekly(weekday: day % 7, at: time)
        case 2: return .everyTwoWeeks(from: Day(daysSince1970: Int32(20_000 + day)), at: time)
        case 3: return .monthly(day: day, at: time)
        case 4: return .quarterly(month: day % 3 + 1, day: day, at: time)
        default: return .yearly(month: day % 12 + 1, day: day, at: time)
        }
    }

    private static func time(_ cadence: Cadence) -> TimeOfDay {
        switch cadence {
        case .everyMinutes: .midnight
        case .daily(let time), .weekly(_, let time), .everyTwoWeeks(_, let time), .monthly(_, let time),
            .quarterly(_, _, let time), .yearly(_, _, let time):
            time
        }
    }

    /// Said once more in the plainest words, day by day.
    private static func isDue(_ cadence: Cadence, _ day: Day) -> Bool {
        let last = Day.length(ofMonth: day.month, year: day.year)
        switch cadence {
        case .everyMinutes, .daily: return true
        case .weekly(let weekday, _): return day.weekday == weekday
        case .everyTwoWeeks(let from, _): return abs(day - from) % 14 == 0
        case .monthly(let wanted, _): return day.dayOfMonth == min(wanted, last)
        case .quarterly(let month, let wanted, _):
            return (day.month - 1) % 3 + 1 == month && day.dayOfMonth == min(wanted, last)
        case .yearly(let month, let wanted, _): return day.month == month && day.dayOfMonth == min(wanted, last)
        }
    }
}
