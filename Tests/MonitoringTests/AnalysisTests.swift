import Engine
import Kernel
import Store
import TestKit
import Testing
import Warehouse

@testable import Monitoring

@Suite struct AnalysisTests {
    let warehouse: Warehouse
    let board: BoardReader
    let analyst: MetricAnalyst
    let targets: TargetStore

    init() async throws {
        let clock = VirtualClock(at: Instant(seconds: 1_780_000_000)).clock
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        let store = try Store(inMemory: clock)
        board = BoardReader(warehouse: warehouse, store: store)
        targets = TargetStore(store)
        analyst = MetricAnalyst(warehouse: warehouse, targets: targets)
        let orders: [(String, Int, String, String)] = [
            ("2025-03-05", 40_000, "east", "tmall"), ("2026-02-05", 50_000, "east", "tmall"),
            ("2026-02-06", 20_000, "south", "store"), ("2026-03-05", 90_000, "east", "tmall"),
            ("2026-03-07", 10_000, "south", "store"), ("2026-03-31", 100, "south", "store"),
        ]
        for (index, order) in orders.enumerated() {
            try await engine.execute(
                """
                INSERT INTO order_header (order_id, order_no, customer_id, ordered_on, ordered_at, status, amount_fen, region, channel, load_id)
                VALUES (\(index), 'N\(index)', \(index % 2), DATE '\(order.0)', TIMESTAMP '\(order.0) 01:00:00', 'paid', \(order.1),
                    '\(order.2)', '\(order.3)', 1)
                """)
        }
        try await RollUpRefresh(warehouse: warehouse, clock: clock).run()
    }

    private var revenue: Metric { get throws { try #require(Metric.named("revenue")) } }
    private var march: ComparedPeriods { get throws { ComparedPeriods(.month, upTo: try #require(Day("2026-03-31"))) } }

    @Test("AT-06 a breakdown names who made the number and who moved it, and its parts add up")
    func breakdown() async throws {
        let split = try await analyst.breakdown(of: revenue, by: .channel, march, filters: [])
        #expect(split.rows.map(\.member) == ["tmall", "store"])
        #expect(split.rows.map(\.name.zh) == ["天猫", "门店"])
        #expect(abs(split.rows.compactMap(\.share).reduce(0, +) - 1) < 1e-12)
        #expect(split.rows.compactMap(\.contribution) == [40_000, -9_900])
    }

    @Test("AT-06 the trend holds last year's line and the targets of its periods")
    func trend() async throws {
        let start = try #require(Day("2026-03-01"))
        try await targets.set([MetricTarget(metric: "revenue", grain: .month, startsOn: start, value: 99)], by: .system)
        let trend = try await analyst.trend(
            of: revenue, grain: .month, upTo: try #require(Day("2026-03-31")), filters: [])
        #expect(trend.points.count == 24)
        #expect(trend.points.last?.value.number == 100_100)
        #expect(trend.points.last?.lastYear.number == 40_000)
        #expect(trend.points.last?.target == 99)
        #expect(trend.points.first?.value.reason != nil)
    }

    @Test("KP-01 the orders behind a value are those it was counted from, under its filters")
    func behind() async throws {
        let rows = try await OrdersBehind(
            period: march.current, filters: [DimensionFilter(.region, ["south"])]
        ).answer(from: warehouse)
        let answer = try #require(rows)
        #expect(answer.total == 2)
        #expect(answer.rows.map(\.orderNumber) == ["N5", "N4"])
        for statement in [
            "INSERT INTO product (product_id, product_code, category) VALUES (7, 'P7', '茶')",
            "INSERT INTO order_line (order_id, line_no, product_id, ordered_on) VALUES (3, 1, 7, DATE '2026-03-05')",
        ] { try await warehouse.engine.execute(statement) }
        let tea = try await OrdersBehind(period: march.current, filters: [DimensionFilter(.category, ["茶"])])
            .answer(from: warehouse)
        #expect(tea?.total == 1 && tea?.rows.map(\.orderNumber) == ["N3"])
        let all = try await OrdersBehind(period: march.current, filters: [], limit: 100).answer(from: warehouse)
        let whole = try #require(all)
        #expect(whole.total == whole.rows.count && whole.total > 2)
        for offset in 0...whole.total {
            let page = try await OrdersBehind(period: march.current, filters: [], limit: 2, offset: offset).answer(
                from: warehouse)
            #expect(page?.total == whole.total)
            #expect(page?.rows.map(\.orderNumber) == whole.rows.dropFirst(offset).prefix(2).map(\.orderNumber))
        }
        let buyers = try await CustomersBehind(period: march.current, filters: [], onlyNew: false).answer(
            from: warehouse)
        #expect(buyers?.total == 2)
        let new = try await CustomersBehind(period: march.previous, filters: [], onlyNew: true).answer(from: warehouse)
        #expect(new?.total == 1)
    }

    @Test("KP-01 a program's report is in whole currency units, with the zone and a reason where there is no value")
    func report() async throws {
        let last = try #require(Day("2026-03-31"))
        let request = try MetricReportRequest(
            metric: "revenue", from: "2026-02-01", to: "2026-03-31", grain: nil, by: "channel", lastDay: last)
        let report = try await board.report(request)
        #expect(report.timeZone == "Asia/Shanghai")
        #expect(report.series.first { $0.member == "tmall" }?.values.map(\.value) == [500, 900])
        #expect(throws: MonitoringProblem.unknownDimension("moon")) {
            try MetricReportRequest(metric: "revenue", from: nil, to: nil, grain: nil, by: "moon", lastDay: last)
        }
    }
}
