import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

@Suite("M-05 M-09 rivals' prices beside ours") struct PriceBookTests {
    private let day = Day(daysSince1970: 20_700)

    private func seen(_ rival: String, _ back: Int, _ fen: Int64, code: String = "A") -> PriceBook.Sighting {
        PriceBook.Sighting(rival: rival, code: code, name: code, category: "洗护", day: day - back, fen: fen)
    }

    private func sold(_ back: Int, _ fen: Int64, _ items: Int64) -> PriceBook.Sale {
        PriceBook.Sale(day: day - back, fen: fen, items: items)
    }

    @Test(
        "M-05 ours is the mean paid in the 28 days up to the sighting, weighted by pieces; the index is ours by theirs")
    func index() throws {
        let sales = [sold(28, 99_999, 1), sold(27, 10_000, 1), sold(3, 16_000, 2), sold(0, 9_000, 1)]
        let book = PriceBook([seen("甲", 3, 8_000), seen("甲", 0, 7_000)], ["A": sales], asOf: day)
        let course = try #require(book.products.first?.courses["甲"])
        // Up to three days before: the sale of day 28 is within its own window there, and out of it today.
        #expect(abs((course[0].own ?? 0) - Double(99_999 + 10_000 + 16_000) / 4) < 1e-9)
        #expect(abs((course[1].own ?? 0) - Double(10_000 + 16_000 + 9_000) / 4) < 1e-9)
        #expect(abs((course[1].index ?? 0) - 8_750.0 / 7_000) < 1e-9)
        #expect(abs((course[1].gap ?? 0) - (1 - 7_000.0 / 8_750)) < 1e-9)
        let unsold = PriceBook([seen("甲", 0, 7_000)], [:], asOf: day)
        #expect(unsold.products.first?.courses["甲"]?.first?.index == nil)
    }

    @Test("M-05 the level of a rival is the geometric mean over products: twice and half as dear make the same")
    func level() {
        let steady = [sold(20, 10_000, 1)]
        let book = PriceBook(
            [seen("甲", 1, 5_000), seen("甲", 2, 20_000, code: "B"), seen("乙", 1, 8_000)],
            ["A": steady, "B": steady], asOf: day)
        #expect(book.rivals == ["甲", "乙"])
        #expect(abs((book.level(of: "甲").last.flatMap { $0 } ?? 0) - 1) < 1e-9)
        #expect(abs((book.level(of: "乙").last.flatMap { $0 } ?? 0) - 1.25) < 1e-9)
        #expect(book.level(of: "甲").dropLast().allSatisfy { $0 == nil })
    }

    private func rule(gap: Double, days: Double, rivals: [Int64] = [], in records: RecordStore) async throws -> Record {
        try await records.create(
            .responsePlaybook,
            [
                "title": .text("降价应对"), "move": .text("price"), "condition": .text("x"), "steps": .text("y"),
                "response": .codes(["price"]), "gap": .number(gap), "gap_days": .number(days),
                "rivals": .records(rivals),
            ], by: .system)
    }

    private func store() throws -> RecordStore {
        try RecordStore(
            try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock),
            RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
    }

    @Test(
        "M-09 a gap warns from its size on, once it has held for the rule's days without a break; old prices do not warn"
    )
    func alerts() async throws {
        let records = try store()
        _ = try await rule(gap: 0.1, days: 8, in: records)
        let rules = try await PriceRule.all(records, for: .system)
        #expect(rules.count == 1 && rules.first?.rivals == nil)
        let own = ["A": [sold(40, 10_000, 1), sold(20, 10_000, 1), sold(5, 10_000, 1)]]
        func found(_ sightings: [PriceBook.Sighting]) -> [PriceAlert] {
            PriceBook(sightings, own, asOf: day).alerts(rules)
        }
        let held = found([seen("甲", 14, 9_500), seen("甲", 7, 9_000), seen("甲", 0, 9_000)])
        #expect(held.count == 1 && held.first?.since == day - 7 && held.first?.days == 8)
        #expect(found([seen("甲", 7, 9_001), seen("甲", 0, 9_000)]).isEmpty)  // only one day long
        #expect(found([seen("甲", 9, 9_000), seen("甲", 8, 9_900), seen("甲", 6, 9_000)]).isEmpty)  // broken
        #expect(found([seen("甲", 30, 5_000), seen("甲", 22, 5_000)]).isEmpty)  // not seen for three weeks
    }

    @Test("M-09 without rivals of its own a rule watches the core rivals; named ones otherwise")
    func watched() async throws {
        let records = try store()
        var made: [String: Record] = [:]
        for (name, kind) in [("甲", "core"), ("乙", "direct")] {
            made[name] = try await records.create(
                .competitor, ["title": .text(name), "kind": .text(kind)], by: .system)
        }
        _ = try await rule(gap: 0.1, days: 1, in: records)
        _ = try await rule(gap: 0.3, days: 1, rivals: [try #require(made["乙"]).id], in: records)
        let rules = try await PriceRule.all(records, for: .system)
        #expect(rules.map(\.rivals) == [["甲"], ["乙"]])
        let book = PriceBook(
            [seen("甲", 0, 5_000), seen("乙", 0, 8_000)], ["A": [sold(1, 10_000, 1)]], asOf: day)
        #expect(book.alerts(rules).map(\.rival) == ["甲"])
    }
}
