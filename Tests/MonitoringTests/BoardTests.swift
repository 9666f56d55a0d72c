import Engine
import Kernel
import Store
import TestKit
import Testing
import Warehouse

@testable import Monitoring

@Suite struct BoardTests {
    let warehouse: Warehouse
    let store: Store
    let board: BoardReader

    init() async throws {
        let clock = VirtualClock(at: Instant(seconds: 1_780_000_000)).clock
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        store = try Store(inMemory: clock)
        board = BoardReader(warehouse: warehouse, store: store)
    }

    /// A paid order of `fen` on a day.
    private func order(_ day: String, _ fen: Int, region: String = "east", customer: Int = 1) async throws {
        try await warehouse.engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, item_count, region, channel, load_id)
            VALUES (\(fen), \(customer), DATE '\(day)', 'paid', \(fen), 1, '\(region)', 'tmall', 1)
            """)
    }

    private func refresh() async throws { try await RollUpRefresh(warehouse: warehouse, clock: store.clock).run() }

    private func card(_ id: String, day: String, filters: [DimensionFilter] = []) async throws -> BoardCard {
        let made = try await board.read(.executive, grain: .month, day: Day(day), filters: filters)
        return try #require(made.cards.first { $0.metric.id == id })
    }

    @Test("KP-06 the executive board has thirty cards, and every view's metrics exist")
    func thirty() {
        #expect(BoardView.executive.metrics.count == 30)
        for view in BoardView.all { #expect(Set(view.metrics.map(\.id)).count == view.metrics.count, "\(view.id)") }
    }

    @Test("KP-11 an empty warehouse says what to do")
    func empty() async throws {
        try await refresh()
        await #expect(throws: MonitoringProblem.noData) { try await board.read(.executive) }
    }

    @Test("KP-06 value, 环比 and 同比, sparkline and light of a whole month")
    func month() async throws {
        try await order("2025-03-10", 50_000)
        try await order("2026-02-10", 80_000)
        try await order("2026-03-31", 100_000)
        try await refresh()
        let targets = TargetStore(store)
        let march = try #require(Day("2026-03-01"))
        try await targets.set(
            [MetricTarget(metric: "revenue", grain: .month, startsOn: march, value: 110_000)], by: .system)
        let card = try await card("revenue", day: "2026-03-31")
        #expect(card.value.number == 100_000)
        #expect(abs((card.onPrevious?.amount ?? 0) - 0.25) < 1e-12)
        #expect(abs((card.onLastYear?.amount ?? 0) - 1) < 1e-12)
        #expect(card.light == .amber)
        #expect(card.history.count == 13)
        #expect(card.history.first == 50_000 && card.history.last == 100_000)
        #expect(card.freshness.lastDay == Day("2026-03-31"))
    }

    @Test("KP-06 a running month is compared with as many days of others, and with its share of the target")
    func running() async throws {
        try await order("2026-02-05", 40_000)
        try await order("2026-02-20", 90_000)
        try await order("2026-03-10", 60_000)
        try await refresh()
        let march = try #require(Day("2026-03-01"))
        try await TargetStore(store).set(
            [MetricTarget(metric: "revenue", grain: .month, startsOn: march, value: 155_000)], by: .system)
        let card = try await card("revenue", day: "2026-03-31")
        #expect(card.value.number == 60_000)
        #expect(abs((card.onPrevious?.amount ?? 0) - 0.5) < 1e-12)
        #expect(abs((card.expected ?? 0) - 50_000) < 1e-6)
        #expect(card.light == .green)
    }

    @Test("WF-07 a region manager's board holds her region's numbers only")
    func scope() async throws {
        try await order("2026-03-10", 70_000, region: "east")
        try await order("2026-03-11", 30_000, region: "south")
        try await refresh()
        let south = [DimensionFilter(.region, ["south"])]
        #expect(try await card("revenue", day: "2026-03-31", filters: south).value.number == 30_000)
        #expect(try await card("revenue", day: "2026-03-31", filters: [DimensionFilter(.region, [])]).value.number == 0)
    }

    @Test("KP-01 without costs the margin is not computable and grey, not zero")
    func noCost() async throws {
        try await order("2026-03-10", 70_000)
        try await refresh()
        let card = try await card("gross_margin", day: "2026-03-31")
        #expect(card.value.reason == .partlyUnknown(.netSales, known: 0, needed: 0.95))
        #expect(card.light == .grey)
    }

    @Test("KP-07 the board forgets what it kept when data were loaded")
    func freshAfterLoad() async throws {
        try await order("2026-03-10", 70_000)
        try await refresh()
        #expect(try await card("orders", day: "2026-03-31").value.number == 1)
        try await order("2026-03-10", 70_001, customer: 2)
        try await refresh()
        #expect(try await card("orders", day: "2026-03-31").value.number == 2)
    }

    @Test("KP-06 a target for an unknown metric is refused; setting one is audited; limits change the light")
    func targets() async throws {
        let targets = TargetStore(store)
        let day = try #require(Day("2026-03-01"))
        await #expect(throws: MonitoringProblem.unknownMetric("nonsense")) {
            try await targets.set(
                [MetricTarget(metric: "nonsense", grain: .month, startsOn: day, value: 1)], by: .system)
        }
        try await targets.set([MetricTarget(metric: "orders", grain: .month, startsOn: day, value: 100)], by: .system)
        let log = store.audit
        #expect(try await store.read { try log.entries($0, subject: "metric:orders").count } == 1)
        let strict = try #require(LightLimits(green: 1.1, amber: 1))
        let orders = try #require(Metric.named("orders"))
        try await targets.setLimits(strict, of: orders, by: .system)
        #expect(try await targets.limits()["orders"] == strict)
    }

    @Test("KP-01 proposed targets ask for a little more than last year, or less where less is better")
    func proposals() async throws {
        for month in 1...9 { try await order("2025-0\(month)-10", 100_000 + month) }
        try await order("2026-03-10", 100_000)
        try await refresh()
        let proposed = try await TargetProposal(warehouse).targets()
        let march = proposed.first {
            $0.metric == "revenue" && $0.grain == .month && $0.startsOn == Day("2026-03-01") && $0.node == .company
        }
        #expect(march?.value == 108_000)
        #expect(proposed.contains { $0.node == .member(.region, "east") })
    }
}
