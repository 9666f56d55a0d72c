import Foundation
import Kernel
import TestKit
import Testing

@testable import Almanac

@Suite("BR-06 lunar calendar") struct LunarCalendarTests {
    private struct Fact: Sendable, CustomStringConvertible {
        let year: Int
        let newYear: Day
        let leap: Int
        let months: String
        var description: String { "\(year)" }
    }

    private static let facts: [Fact] = PublishedTable.years.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " ").map(String.init)
        guard parts.count == 4, let year = Int(parts[0]), let day = Day(parts[1]), let leap = Int(parts[2]) else {
            return nil
        }
        return Fact(year: year, newYear: day, leap: leap, months: parts[3])
    }

    @Test("BR-06 Spring Festival, leap month and the length of every month of 2020–2040 are as published")
    func years() {
        #expect(Self.facts.count == 21)
        for fact in Self.facts {
            let year = LunarYear(fact.year)
            #expect(year.newYear == fact.newYear, "\(fact)")
            #expect(year.months.first { $0.isLeap }?.number ?? 0 == fact.leap, "\(fact)")
            #expect(year.months.map { $0.dayCount == 30 ? "L" : "s" }.joined() == fact.months, "\(fact)")
        }
    }

    @Test(
        "BR-06 all 504 solar terms of 2020–2040 fall on their published days, also the solstice of 2021, 41 seconds before midnight"
    )
    func terms() throws {
        var count = 0
        for line in PublishedTable.terms.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            let year = try #require(Int(parts[0]))
            for (term, published) in zip(SolarTerm.allCases, parts.dropFirst()) {
                let day = term.day(in: year)
                #expect(padded(day.month, 2) + padded(day.dayOfMonth, 2) == published, "\(year) \(term)")
                count += 1
            }
        }
        #expect(count == 504)
        #expect(SolarTerm.winterSolstice.day(in: 2021).description == "2021-12-21")
    }

    @Test("BR-06 every day of 2020–2040 has one lunar date, and the lunar date leads back to it")
    func roundTrip() throws {
        let first = try #require(Day(year: 2020, month: 1, day: 1))
        let last = try #require(Day(year: 2040, month: 12, day: 31))
        let years = Dictionary(uniqueKeysWithValues: (2019...2040).map { ($0, LunarYear($0)) })
        for day in stride(from: first, through: last, by: 1) {
            let date = try #require(years[day.year]?.date(of: day) ?? years[day.year - 1]?.date(of: day), "\(day)")
            #expect(years[date.year]?.day(date.month.number, date.day, leap: date.month.isLeap) == day)
        }
    }

    @Test("BR-06 it agrees with the calendar of the system's Unicode library on every day of 2020–2040")
    func foundation() throws {
        var calendar = Calendar(identifier: .chinese)
        calendar.timeZone = try #require(TimeZone(identifier: "Asia/Shanghai"))
        let first = try #require(Day(year: 2020, month: 1, day: 25))
        let last = try #require(Day(year: 2040, month: 12, day: 31))
        let years = Dictionary(uniqueKeysWithValues: (2019...2040).map { ($0, LunarYear($0)) })
        var different = 0
        for day in stride(from: first, through: last, by: 1) {
            let noon = Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400 + 4 * 3_600)
            let theirs = calendar.dateComponents([.month, .day, .isLeapMonth], from: noon)
            let ours = try #require(years[day.year]?.date(of: day) ?? years[day.year - 1]?.date(of: day))
            let isSame =
                theirs.month == ours.month.number && theirs.day == ours.day
                && (theirs.isLeapMonth ?? false) == ours.month.isLeap
            if !isSame { different += 1 }
        }
        #expect(different == 0)
    }

    @Test("BR-06 the leap month of 2033 follows the eleventh, not the seventh or eighth")
    func trap() throws {
        let year = LunarYear(2033)
        #expect(year.months.filter(\.isLeap).map(\.number) == [11])
        #expect(year.lastDay.description == "2034-02-18")
        #expect(SolarTerm.winterSolstice.day(in: 2033).description == "2033-12-21")
        #expect(try #require(year.day(11, 1)).description == "2033-11-22")
        #expect(try #require(year.day(11, 1, leap: true)).description == "2033-12-22")
    }

    @Test("days read as printed calendars write them")
    func words() throws {
        func text(_ day: String) throws -> String {
            let day = try #require(Day(day))
            return try #require(LunarDate(day)).text.zh
        }
        #expect(try text("2026-02-17") == "正月初一")
        #expect(try text("2026-02-10") == "腊月廿三")
        #expect(try text("2025-07-25") == "闰六月初一")
        #expect(try text("2025-10-06") == "八月十五")
        #expect(try text("2024-12-30") == "冬月三十")
        #expect(try text("2024-12-20") == "冬月二十")
    }
}
