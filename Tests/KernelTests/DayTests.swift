import Kernel
import TestKit
import Testing

@Suite struct DayTests {
    @Test("every day from 1900 to 2100 survives the way to the calendar and back")
    func roundTrip() throws {
        let first = try #require(Day(year: 1900, month: 1, day: 1))
        let last = try #require(Day(year: 2100, month: 12, day: 31))
        #expect(last - first == 73_413)
        for day in stride(from: first, through: last, by: 1) {
            let (year, month, number) = day.civil
            #expect(Day(year: year, month: month, day: number) == day)
            #expect(Day(day.description) == day)
        }
    }

    @Test("known weekdays", arguments: [("1970-01-01", 3), ("2026-11-21", 5), ("2000-02-29", 1), ("1969-12-29", 0)])
    func weekday(text: String, weekday: Int) throws {
        #expect(try #require(Day(text)).weekday == weekday)
    }

    @Test(
        "what is no day is refused",
        arguments: ["2023-02-29", "2023-13-01", "2023-1-01", "", "2023-01-32", "20230101", "2100-02-29"])
    func refused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(
        "adding months stops at the end of a shorter month",
        arguments: [
            ("2024-03-31", -1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-02-29", -12, "2023-02-28"),
            ("2023-11-30", 3, "2024-02-29"),
        ])
    func months(start: String, count: Int, end: String) throws {
        #expect(try #require(Day(start)).adding(months: count).description == end)
    }
}
