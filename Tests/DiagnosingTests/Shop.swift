import Engine
import Kernel
import Testing
import Warehouse

@testable import Diagnosing

/// A warehouse in memory with the orders of a story.
struct Shop {
    let warehouse: Warehouse
    let rfm: RFM
    var engine: Engine { warehouse.engine }

    init(zone: BusinessZone = BusinessZone("Asia/Shanghai") ?? .utc, currency: Currency = .cny) async throws {
        let engine = try await Engine.open(
            .duckdb(path: nil, library: try EngineLibrary.locate(), memoryLimitMiB: 1024, threads: 2, spillFolder: nil))
        warehouse = try await Warehouse.open(engine: engine, zone: zone, currency: currency)
        rfm = try await RFM(warehouse, clock: Clock(now: { Instant(seconds: 1_800_000_000) }, sleepUntil: { _ in }))
    }

    /// Numbers the customers in the order given: the first is 1.
    func customers(_ numbers: [String], regions: [String] = ["east"]) async throws {
        for (index, number) in numbers.enumerated() {
            try await engine.execute(
                "INSERT INTO customer (customer_id, customer_no, name, region, load_id) VALUES (?, ?, ?, ?, 1)",
                [.int(Int64(index + 1)), .text(number), .text("\(number)先生"), .text(regions[index % regions.count])])
        }
    }

    func order(_ customer: Int64?, _ day: String, _ fen: Int64, status: String = "paid") async throws {
        try await engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, load_id)
            SELECT coalesce(max(order_id), 0) + 1, ?, CAST(? AS DATE), ?, ?, 1 FROM order_header
            """,
            [customer.map(EngineValue.int) ?? .null, .day(try #require(Day(day))), .text(status), .int(fen)])
    }

    /// `customers` of whom each has orders drawn from few values, so that ties are large.
    func crowd(of customers: Int64, orders: Int64, seed: Int64) async throws {
        try await engine.execute(
            """
            INSERT INTO customer (customer_id, customer_no, region, load_id)
            SELECT i + 1, 'K' || md5(CAST(i * 31 + ? AS VARCHAR)), CASE WHEN i % 3 = 0 THEN 'north' ELSE 'east' END, 1
            FROM range(?) AS numbers(i)
            """, [.int(seed), .int(customers)])
        try await engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, load_id)
            SELECT i + 1, 1 + (hash(i * 7 + ?) % ?)::BIGINT, DATE '2026-01-01' + (hash(i * 3 + ?) % 40)::INTEGER,
                CASE WHEN hash(i + ?) % 10 = 0 THEN 'returned' ELSE 'paid' END, 100 * (1 + (hash(i * 5 + ?) % 4)::BIGINT), 1
            FROM range(?) AS numbers(i)
            """, [.int(seed), .int(customers), .int(seed), .int(seed), .int(seed), .int(orders)])
    }

    func numbers(_ sql: String, _ values: [EngineValue] = []) async throws -> [Int64] {
        try await engine.query(sql, values).rows.map { try $0.int("n") }
    }
}

func day(_ text: String) throws -> Day { try #require(Day(text)) }
