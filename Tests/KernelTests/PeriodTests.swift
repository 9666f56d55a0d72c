import Kernel
import TestKit
import Testing

@Suite struct PeriodTests {
    @Test(
        "环比 of a calendar month is the calendar month before, of other spans the span before",
        arguments: [
            ("2024-03-01", "2024-04-01", "2024-02-01", "2024-03-01"),
            ("2024-01-01", "2025-01-01", "2023-01-01", "2024-01-01"),
            ("2024-03-05", "2024-03-12", "2024-02-27", "2024-03-05"),
            ("2024-04-01", "2024-07-01", "2024-01-01", "2024-04-01"),
        ])
    func previous(start: String, end: String, before: String, upTo: String) throws {
        let period = Period(from: try #require(Day(start)), upTo: try #require(Day(end)))
        #expect(period.previous == Period(from: try #require(Day(before)), upTo: try #require(Day(upTo))))
    }

    @Test("the periods of every grain cover each day exactly once")
    func partition() async throws {
        try await forAll { generator in
            let day = Day(daysSince1970: Int32.random(in: 0...40_000, using: &generator))
            return Grain.allCases.allSatisfy { grain in
                let period = Period(grain, holding: day)
                return period.contains(day) && Period(grain, holding: period.end).start == period.end
                    && Period(grain, holding: period.start - 1).end == period.start && period.calendarGrain != nil
            }
        }
    }
}
