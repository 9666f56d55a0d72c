import Engine
import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

@Suite("M-02 macro indicators and their rules") struct MacroTests {
    private let warehouse: Warehouse
    private let records: RecordStore

    init() async throws {
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        warehouse = try await Warehouse.open(engine: engine, zone: .utc)
        records = try RecordStore(
            try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock),
            RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
    }

    private func rule(_ comparison: String, _ threshold: Double, _ periods: Int64, _ more: RecordValues = [:])
        async throws -> Record
    {
        let values: RecordValues = [
            "title": .text("规则"), "indicator": .text("confidence"), "comparison": .text(comparison),
            "threshold": .number(threshold), "periods": .whole(periods), "response": .text("risk"),
        ]
        return try await records.create(.macroRule, values.merging(more) { $1 }, by: .system)
    }

    private func series(_ values: [Double]) -> MacroSeries {
        MacroSeries(
            name: "消费者信心指数", unit: "点",
            points: values.enumerated().map { .init(day: Day(daysSince1970: 20_000) + 30 * $0, value: $1) })
    }

    @Test(
        "M-02 two months under 100 warn, one does not; at 100 it is not under; a rise in between starts anew",
        arguments: [
            ([101, 99.9, 99.8], true, 2), ([99, 101, 99.9], false, 1), ([99, 99, 100], false, 0),
            ([98, 97, 96, 95], true, 4), ([99.0], false, 1), ([], false, 0),
        ] as [([Double], Bool, Int)])
    func below(values: [Double], isLit: Bool, run: Int) async throws {
        let standing = MacroStanding(try await rule("below", 100, 2), among: [series(values)])
        #expect(standing.isLit == isLit && standing.run == run)
        #expect(standing.isUnknown == (values.count < 2))
        #expect(standing.since == (run > 0 ? Day(daysSince1970: 20_000) + 30 * (values.count - run) : nil))
    }

    @Test("M-02 above and change: the first value has no change; a move down counts as one up")
    func others() async throws {
        let above = try await rule("above", 6, 1)
        #expect(MacroStanding(above, among: [series([5, 6.1])]).isLit)
        #expect(!MacroStanding(above, among: [series([7, 6])]).isLit)
        let change = try await rule("change", 0.25, 1)
        #expect(MacroStanding(change, among: [series([3.45, 3.1])]).isLit)
        #expect(!MacroStanding(change, among: [series([3.45, 3.2])]).isLit)
        #expect(MacroStanding(change, among: [series([3.45])]).isUnknown)
        #expect(!MacroStanding(change, among: [series([3.45])]).isLit)
    }

    @Test("M-02 a rule finds its series by name, else by its indicator; another name finds none")
    func found() async throws {
        let all = [MacroSeries(name: "CPI, all items", unit: "%", points: []), series([1])]
        #expect(MacroStanding(try await rule("below", 1, 1), among: all).series?.name == "消费者信心指数")
        let inflation = try await rule("below", 1, 1, ["indicator": .text("inflation")])
        #expect(MacroStanding(inflation, among: all).series?.name == "CPI, all items")
        let named = try await rule("below", 1, 1, ["series": .text("没有这个")])
        #expect(MacroStanding(named, among: all).series == nil)
    }

    @Test("M-02 a rule that holds lights its new PEST cards once, with the values; closed ones stay closed")
    func lights() async throws {
        func card(_ title: String) async throws -> Record {
            try await records.create(
                .pestCard,
                ["title": .text(title), "factor": .text("economic"), "direction": .text("threat")], by: .system)
        }
        let (new, closed) = (try await card("消费转弱"), try await card("旧因素"))
        try await records.move(closed, from: 1, "close", reason: "已了结", by: .system)
        _ = try await rule("below", 100, 2, ["cards": .records([new.id, closed.id])])
        let watch = MacroWatchStore(records, warehouse)
        #expect(try await watch.run().isEmpty)
        for (day, value) in [("2026-08-31", 101.0), ("2026-09-30", 99.5), ("2026-10-31", 98.5)] {
            try await warehouse.engine.execute(
                "INSERT INTO macro_series VALUES ('消费者信心指数', DATE '\(day)', \(value), '点', 1)")
        }
        #expect(try await watch.run() == [new.code])
        #expect(try await watch.run().isEmpty)
        let lit = try await records.find(.pestCard, number: new.number, for: .system)
        #expect(lit.state == "watching")
        let history = try await records.store.read { try records.history($0, lit, for: .system) }
        #expect(history.first?.reason?.contains("2026-10-31 98.5") == true)
        #expect(try await records.find(.pestCard, number: closed.number, for: .system).state == "closed")
    }

    @Test("M-02 a lit rule reaches the plans and objectives that name its PEST card, and only these")
    func resting() async throws {
        func card(_ title: String) async throws -> Record {
            try await records.create(
                .pestCard, ["title": .text(title), "factor": .text("economic"), "direction": .text("threat")],
                by: .system)
        }
        let (lit, dark) = (try await card("消费转弱"), try await card("汇率"))
        for (day, value) in [("2026-09-30", 99.0), ("2026-10-31", 98)] {
            try await warehouse.engine.execute(
                "INSERT INTO macro_series VALUES ('消费者信心指数', DATE '\(day)', \(value), '点', 1)")
        }
        _ = try await rule("below", 100, 2, ["cards": .records([lit.id])])
        _ = try await rule("below", 50, 1, ["cards": .records([dark.id])])
        func plan(_ title: String, _ cards: [Int64]) async throws -> Record {
            try await records.create(
                .strategyPlan,
                ["title": .text(title), "horizon": .text("annual"), "cards": .records(cards)], by: .system)
        }
        let (touched, other) = (try await plan("受影响", [lit.id, dark.id]), try await plan("不受影响", [dark.id]))
        let objective = try await records.create(
            .objective,
            [
                "title": .text("O"), "cycle": .text("2026Q4"), "department": .text("marketing"),
                "cards": .records([lit.id]),
            ], by: .system)
        let watch = MacroWatchStore(records, warehouse)
        let found = try await watch.lit(for: touched, reader: .system)
        #expect(found.count == 1 && found.first?.cards.map(\.id) == [lit.id])
        #expect(try await watch.lit(for: other, reader: .system).isEmpty)
        let resting = try await watch.resting(on: [lit, dark], for: .system)
        #expect(Set(resting[lit.id]?.map(\.id) ?? []) == [touched.id, objective.id])
        #expect(Set(resting[dark.id]?.map(\.id) ?? []) == [touched.id, other.id])
    }
}
