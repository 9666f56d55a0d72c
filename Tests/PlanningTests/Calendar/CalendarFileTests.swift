import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

@Suite("BR-06 iCalendar file (RFC 5545)") struct CalendarFileTests {
    private func text(_ title: String, preparation: String) async throws -> String {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        let records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
        let day = try #require(Day("2027-02-28"))
        try await records.create(
            .calendarEntry,
            [
                "title": .text(title), "kind": .text("promotion"), "starts_on": .day(day), "ends_on": .day(day + 1),
                "lead_days": .number(30), "preparation": .text(preparation),
            ], by: .system)
        let items = try await MarketingCalendar(records).items(in: Period(from: day, upTo: day + 2), for: .system)
        return CalendarFile(
            Text(zh: "日历", en: "Calendar"), items, in: .zh, at: Instant(seconds: 1_800_000_000),
            origin: "https://example.com"
        ).text
    }

    /// Reads the file back by the rules of the standard: unfolds, splits, takes the escapes off.
    private func events(_ text: String) throws -> [[String: String]] {
        #expect(text.utf8.split(separator: 10, omittingEmptySubsequences: true).allSatisfy { $0.last == 13 })
        let unfolded = Self.unfolded(text)
        var events: [[String: String]] = []
        var stack: [String] = []
        for line in unfolded.split(separator: "\r\n") {
            let place = try #require(line.firstIndex(of: ":"))
            let name = String(line[..<place].split(separator: ";")[0])
            let value = String(line[line.index(after: place)...])
            switch name {
            case "BEGIN":
                stack.append(value)
                if value == "VEVENT" { events.append([:]) }
            case "END": #expect(stack.popLast() == value)
            default: if stack.last == "VEVENT" { events[events.count - 1][name] = value }
            }
        }
        #expect(stack.isEmpty)
        return events
    }

    @Test("BR-06 whole days end the day after their last, and an alarm stands where preparation begins")
    func days() async throws {
        let text = try await text("会员日", preparation: "短信")
        let event = try #require(try events(text).first { $0["UID"] == "cal-1@yunchou" })
        #expect(event["DTSTART"] == "20270228" && event["DTEND"] == "20270302")
        #expect(event["DTSTAMP"] == "20270115T080000Z" && event["SUMMARY"] == "会员日")
        #expect(event["URL"] == "https://example.com/plan/records/calendar_entry/1")
        #expect(text.contains("TRIGGER:-P30D\r\n") && text.contains("DTSTART;VALUE=DATE:20270228\r\n"))
    }

    @Test("BR-06 no line is longer than 75 octets, no character is cut, and special characters come back unharmed")
    func folding() async throws {
        let title = "价格，直降; 100,000 件 \\ 先到先得🎉" + String(repeating: "优惠", count: 60)
        let text = try await text(title, preparation: "第一行\n第二行\r\n第三行\u{7}")
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) { #expect(line.utf8.count <= 75) }
        let event = try #require(try events(text).first { $0["UID"] == "cal-1@yunchou" })
        let summary = try #require(event["SUMMARY"])
        let back = summary.replacing("\\;", with: ";").replacing("\\,", with: ",").replacing("\\\\", with: "\\")
        #expect(back == title)
        #expect(event["DESCRIPTION"] == "第一行\\n第二行\\n第三行")
    }

    @Test("a property: random texts survive folding and escaping")
    func property() async throws {
        let letters = Array("ab ,;\\🎉汉字\u{301}é\n".unicodeScalars)
        try await forAll(cases: 200) { generator in
            let count = Int.random(in: 0...120, using: &generator)
            let scalars = (0..<count).compactMap { _ in letters.randomElement(using: &generator) }
            let text = String(String.UnicodeScalarView(scalars))
            let folded = CalendarFile.folded(CalendarFile.escaped(text))
            guard folded.utf8.split(separator: 10).allSatisfy({ $0.last == 13 && $0.count <= 76 }) else { return false }
            let line = Self.unfolded(folded).utf8.dropLast(2)
            return Self.unescaped(String(decoding: line, as: UTF8.self)).utf8.elementsEqual(text.utf8)
        }
    }

    /// Takes CR, LF and the blank after them away, octet by octet.
    private static func unfolded(_ text: String) -> String {
        var octets: [UInt8] = []
        for octet in text.utf8 {
            octets.append(octet)
            if octets.suffix(3).elementsEqual([13, 10, 32]) { octets.removeLast(3) }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    private static func unescaped(_ text: String) -> String {
        var out = ""
        var isEscaped = false
        for character in text.unicodeScalars {
            if isEscaped {
                out.unicodeScalars.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                out.unicodeScalars.append(character)
            }
        }
        return out
    }
}
