import Engine
import Foundation
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Planning

/// Two and a half years of orders in two regions: 100 yuan a day in the east and 60 in the south, a fifth more each year, three
/// times as much in November.
struct GoalCompany {
    let records: RecordStore
    let warehouse: Warehouse
    let follower: GoalFollower
    var cascade: GoalCascade { GoalCascade(records) }

    static let first = Day(daysSince1970: 19_723)  // 2024-01-01
    static let last = Day(daysSince1970: 20_634)  // 2026-06-30

    init() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_782_900_000)).clock)
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { Metric.named($0) != nil },
            regions: { ["east", "south"].contains($0) })
        follower = GoalFollower(warehouse)
        try await warehouse.engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, gross_fen, discount_fen, item_count,
                region, channel, load_id)
            SELECT row_number() OVER (), 1, d, 'paid', amount, amount * 5 // 4, amount // 4, 1, region, channel, 1
            FROM (
                SELECT CAST(range AS DATE) AS d, region, channel,
                    CAST(base * pow(1.2, year(CAST(range AS DATE)) - 2024)
                        * (CASE WHEN month(CAST(range AS DATE)) = 11 THEN 3 ELSE 1 END)
                        * (1 + 0.05 * sin(epoch(range) / 86400 * 12.9898)) AS BIGINT) AS amount
                FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2026-07-01', INTERVAL 1 DAY),
                    (VALUES ('east', 'tmall', 7000), ('east', 'jd', 3000), ('south', 'tmall', 6000)) AS part (region, channel, base)
            ) days
            """)
        try await RollUpRefresh(warehouse: warehouse, clock: store.clock).run()
    }

    func record(_ type: RecordType = .goal, _ values: RecordValues) async throws -> Record {
        try await records.create(type, values, by: .system)
    }

    func goal(_ title: String, _ values: RecordValues = [:]) async throws -> Goal {
        let all: RecordValues = [
            "title": .text(title), "family": .text("sales"), "metric": .text("revenue"), "baseline": .number(88_000),
            "target": .number(100_000.01), "starts_on": .day(Self.day("2026-01-01")),
            "due_on": .day(Self.day("2026-12-31")),
        ].merging(values) { _, own in own }
        return Goal(try await record(.goal, all), currency: .cny)
    }

    func goals() async throws -> GoalTree { GoalTree(try await records.goals(for: .system)) }

    static func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }
}
