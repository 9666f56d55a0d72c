import Engine
import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

/// A year of advertising with planted returns: what the look-back says is recomputed here from the plan alone.
@Suite("S-09 the look-back on a year") struct LookBackTests {
    private struct Planted {
        let channel: String, campaign: String
        let costFen: Int64
        /// What its last touches brought within 30 days.
        let returnedFen: Int64
    }

    private static let planted = [
        Planted(channel: "douyin_ads", campaign: "spring", costFen: 100_000, returnedFen: 500_000),
        Planted(channel: "douyin_ads", campaign: "summer", costFen: 100_000, returnedFen: 300_000),
        Planted(channel: "baidu_sem", campaign: "brand", costFen: 200_000, returnedFen: 300_000),
        Planted(channel: "kol", campaign: "stars", costFen: 400_000, returnedFen: 100_000),
        Planted(channel: "kol", campaign: "nothing", costFen: 50_000, returnedFen: 0),
    ]

    private let warehouse: Warehouse
    private let records: RecordStore

    init() async throws {
        let clock = VirtualClock(at: Instant(seconds: 1_782_900_000)).clock
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        records = try RecordStore(
            try Store(inMemory: clock), RecordCatalog(PlanningTypes.all), currency: .cny,
            metrics: { Metric.named($0) != nil }, regions: { _ in true })
        for (place, one) in Self.planted.enumerated() {
            try await spend(one.channel, one.campaign, "2025-03-0\(place + 1)", one.costFen)
            guard one.returnedFen > 0 else { continue }
            try await touch(place + 1, one.channel, one.campaign, "2025-03-10")
            try await order(place + 1, "2025-03-20", one.returnedFen, customer: place + 1)
        }
        try await plantOthers()
        try await RollUpRefresh(warehouse: warehouse, clock: clock).run()
    }

    /// What must not count: spend of another year, a touch of 31 days before, an order of the next year, an earlier touch.
    private func plantOthers() async throws {
        try await spend("baidu_sem", "brand", "2024-12-31", 9_000_000)
        try await touch(50, "kol", "stars", "2025-05-01")
        try await order(50, "2025-06-01", 7_000_000, customer: 50)
        try await touch(51, "kol", "stars", "2025-12-20")
        try await order(51, "2026-01-02", 8_000_000, customer: 51)
        try await touch(1, "kol", "stars", "2025-03-05")
        try await order(60, "2025-02-01", 5_000_000, customer: 60)
        try await order(61, "2026-06-30", 100, customer: 60)
    }

    private func run(_ sql: String) async throws { try await warehouse.engine.execute(sql) }

    private func spend(_ channel: String, _ campaign: String, _ day: String, _ fen: Int64) async throws {
        try await run(
            "INSERT INTO ad_spend VALUES (DATE '\(day)', '\(channel)', '\(campaign)', 'east', \(fen), 1000, 20, 1, 1)")
    }

    private func touch(_ customer: Int, _ channel: String, _ campaign: String, _ day: String) async throws {
        try await run(
            """
            INSERT INTO event (event_id, customer_id, occurred_at, occurred_on, name, channel, campaign, load_id)
            VALUES ('\(customer)-\(day)', \(customer), TIMESTAMP '\(day) 10:00:00', DATE '\(day)', 'page_view', '\(channel)',
                '\(campaign)', 1)
            """)
    }

    private func order(_ id: Int, _ day: String, _ fen: Int64, customer: Int) async throws {
        try await run(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_at, ordered_on, status, amount_fen, item_count, region, channel,
                load_id)
            VALUES (\(id), \(customer), TIMESTAMP '\(day) 12:00:00', DATE '\(day)', 'paid', \(fen), 1, 'east', 'tmall', 1)
            """)
    }

    private func goal(_ title: String, _ target: Double, from: String, to: String) async throws -> Goal {
        let values: RecordValues = [
            "title": .text(title), "family": .text("sales"), "metric": .text("revenue"), "baseline": .number(1_000),
            "target": .number(target), "starts_on": .day(GoalCompany.day(from)), "due_on": .day(GoalCompany.day(to)),
        ]
        return Goal(try await records.create(.goal, values, by: .system), currency: .cny)
    }

    private func back(_ goals: [Goal] = []) async throws -> LookBack {
        try #require(try await GoalFollower(warehouse).lookBack(on: 2_025, goals: goals))
    }

    @Test(
        "S-09 channels stand in the order of their planted returns, with what was spent and brought back in that year")
    func channels() async throws {
        let back = try await back()
        let expected = Dictionary(grouping: Self.planted, by: \.channel).mapValues { parts in
            (
                cost: parts.reduce(0) { $0 + $1.costFen },
                back: Double(parts.reduce(0) { $0 + $1.returnedFen }) / Double(parts.reduce(0) { $0 + $1.costFen })
            )
        }
        #expect(back.channels.map(\.id) == ["douyin_ads", "baidu_sem", "kol"])
        for channel in back.channels {
            let truth = try #require(expected[channel.id])
            #expect(abs(channel.cost - Double(truth.cost)) < 1e-6 && abs(channel.returned - truth.back) < 1e-9)
            #expect(abs((channel.clickRate ?? 0) - 0.02) < 1e-9)
        }
        let cost = Self.planted.reduce(0) { $0 + $1.costFen }
        let returned = Self.planted.reduce(0) { $0 + $1.returnedFen }
        #expect(abs((back.overall ?? 0) - Double(returned) / Double(cost)) < 1e-9)
    }

    @Test("S-09 weak are the campaigns below half of the whole, the dearest first, one that brought nothing among them")
    func weak() async throws {
        let back = try await back()
        #expect(back.weak.map(\.id) == ["stars", "nothing"])
        #expect(back.weak.map(\.returned) == [0.25, 0])
    }

    @Test(
        "S-09 goals due in the year are attained by what was sold; goals of other years and dropped ones are left out")
    func goals() async throws {
        let total = try await warehouse.engine.query(
            "SELECT CAST(sum(amount_fen) AS BIGINT) AS fen FROM order_header WHERE year(ordered_on) = 2025"
        ).single().int("fen")
        let yuan = Double(total) / 100
        let reached = try await goal("达成", yuan / 1.25, from: "2025-01-01", to: "2025-12-31")
        let missed = try await goal("未达成", yuan * 2, from: "2025-01-01", to: "2025-12-31")
        let later = try await goal("次年", yuan, from: "2026-01-01", to: "2026-12-31")
        let gone = try await goal("已取消", yuan, from: "2025-01-01", to: "2025-12-31")
        let dropped = try await records.move(gone.record, from: 1, "drop", reason: "不做了", by: .system)
        let back = try await back([reached, missed, later, Goal(dropped, currency: .cny)])
        #expect(back.goals.map(\.goal.record.title) == ["达成", "未达成"])
        #expect(abs((back.goals.first?.attainment ?? 0) - 1.25) < 1e-6)
        #expect(abs((back.goals.last?.attainment ?? 0) - 0.5) < 1e-6)
        let kept = back.lessons.filter(\.isKeep).count
        // Kept: the channel a fifth above the whole, and the goal. Changed: the channel, both campaigns, the missed goal.
        #expect(kept == 2 && back.lessons.count == 2 + 1 + 2 + 1)
    }

    @Test("S-09 a year without advertising has no ranking and no lessons from it")
    func empty() async throws {
        let back = try #require(try await GoalFollower(warehouse).lookBack(on: 2_023, goals: []))
        #expect(back.channels.isEmpty && back.weak.isEmpty && back.overall == nil && back.lessons.isEmpty)
    }
}
