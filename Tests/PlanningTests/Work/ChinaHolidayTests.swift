import Kernel
import Testing

@testable import Planning

/// The calendar against the sentences of the notices: how long each holiday is, on which weekday it begins and ends, and
/// which Saturdays and Sundays are worked.
@Suite struct ChinaHolidayTests {
    struct Holiday {
        let from: String
        let weekday: Int
        let to: String
        let endsOn: Int
        let days: Int
        var worked: [(String, Int)] = []
    }

    /// 国办发明电〔2024〕12号 and 国办发明电〔2025〕7号; weekdays from 1 for Monday, as printed there.
    static let notices: [Int: [Holiday]] = [
        2025: [
            Holiday(from: "2025-01-01", weekday: 3, to: "2025-01-01", endsOn: 3, days: 1),
            Holiday(
                from: "2025-01-28", weekday: 2, to: "2025-02-04", endsOn: 2, days: 8,
                worked: [("2025-01-26", 7), ("2025-02-08", 6)]),
            Holiday(from: "2025-04-04", weekday: 5, to: "2025-04-06", endsOn: 7, days: 3),
            Holiday(
                from: "2025-05-01", weekday: 4, to: "2025-05-05", endsOn: 1, days: 5, worked: [("2025-04-27", 7)]),
            Holiday(from: "2025-05-31", weekday: 6, to: "2025-06-02", endsOn: 1, days: 3),
            Holiday(
                from: "2025-10-01", weekday: 3, to: "2025-10-08", endsOn: 3, days: 8,
                worked: [("2025-09-28", 7), ("2025-10-11", 6)]),
        ],
        2026: [
            Holiday(
                from: "2026-01-01", weekday: 4, to: "2026-01-03", endsOn: 6, days: 3, worked: [("2026-01-04", 7)]),
            Holiday(
                from: "2026-02-15", weekday: 7, to: "2026-02-23", endsOn: 1, days: 9,
                worked: [("2026-02-14", 6), ("2026-02-28", 6)]),
            Holiday(from: "2026-04-04", weekday: 6, to: "2026-04-06", endsOn: 1, days: 3),
            Holiday(
                from: "2026-05-01", weekday: 5, to: "2026-05-05", endsOn: 2, days: 5, worked: [("2026-05-09", 6)]),
            Holiday(from: "2026-06-19", weekday: 5, to: "2026-06-21", endsOn: 7, days: 3),
            Holiday(from: "2026-09-25", weekday: 5, to: "2026-09-27", endsOn: 7, days: 3),
            Holiday(
                from: "2026-10-01", weekday: 4, to: "2026-10-07", endsOn: 3, days: 7,
                worked: [("2026-09-20", 7), ("2026-10-10", 6)]),
        ],
    ]

    @Test("WF-02 working days of 2025 and 2026 are those of the State Council's notices", arguments: [2025, 2026])
    func notice(_ year: Int) throws {
        let first = try #require(Day(year: year, month: 1, day: 1))
        let end = try #require(Day(year: year + 1, month: 1, day: 1))
        let calendar = WorkCalendar(.china, from: first - 10, reach: 500)
        var off: Set<Day> = []
        var worked: Set<Day> = []
        for holiday in try #require(Self.notices[year]) {
            let (from, to) = (try #require(Day(holiday.from)), try #require(Day(holiday.to)))
            #expect(
                to - from + 1 == holiday.days && from.weekday + 1 == holiday.weekday && to.weekday + 1 == holiday.endsOn
            )
            for day in stride(from: from, through: to, by: 1) { off.insert(day) }
            for (text, weekday) in holiday.worked {
                let day = try #require(Day(text))
                #expect(day.weekday + 1 == weekday)
                worked.insert(day)
            }
        }
        for day in stride(from: first, to: end, by: 1) {
            let isWorked = worked.contains(day) || (!off.contains(day) && day.weekday < 5)
            #expect(calendar.isWorking(day) == isWorked, "\(day)")
        }
    }
}
