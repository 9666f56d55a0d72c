import Engine
import Kernel
import TestKit

@testable import Warehouse

/// A company of 40 customers whose data arrive in random loads: late rows, corrections and withdrawals among them.
struct TestCompany {
    let warehouse: Warehouse
    let refresh: RollUpRefresh
    private var load: Int64 = 0
    private var nextOrder: Int64 = 1
    private var nextEvent: Int64 = 1

    static let days = Period(from: Day(daysSince1970: 20_089), upTo: Day(daysSince1970: 20_089 + 420))

    init() async throws {
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        let zone = BusinessZone("Asia/Shanghai") ?? .utc
        warehouse = try await Warehouse.open(engine: engine, zone: zone)
        refresh = RollUpRefresh(warehouse: warehouse, clock: VirtualClock(at: Instant(seconds: 1_767_225_600)).clock)
    }

    func execute(_ sql: String) async throws { try await warehouse.engine.execute(sql) }

    /// Places, products and customers.
    mutating func addMasterData() async throws {
        load += 1
        for customer in 1...40 {
            let region = ["east", "south", "north"][customer % 3]
            let origin = customer % 3 == 0 ? "douyin_ads" : "tmall"
            try await execute(
                """
                INSERT INTO customer (customer_id, customer_no, name, region, city_tier, channel, registered_on, is_member,
                    load_id)
                VALUES (\(customer), 'C\(customer)', '客户\(customer)', '\(region)', \(customer % 4 + 1), '\(origin)',
                    DATE '2025-02-\(10 + customer % 9)', \(customer % 2 == 0), \(load))
                """)
        }
        for store in 1...3 {
            try await execute(
                """
                INSERT INTO store (store_id, store_code, name, region, city_tier, dealer_id, opened_on, load_id)
                VALUES (\(store), 'S\(store)', '店\(store)', 'east', 1, \(store == 3 ? "7" : "NULL"), DATE '2025-0\(store)-10', \(load))
                """)
        }
        try await execute(
            "INSERT INTO dealer (dealer_id, dealer_code, name, region, load_id) VALUES (7, 'D7', '经销商七', 'east', \(load))"
        )
        for product in 1...4 {
            try await execute(
                "INSERT INTO product (product_id, name, category, load_id) VALUES (\(product), 'P\(product)', '品类\(product % 2)', \(load))"
            )
        }
    }

    /// One load of random facts, with corrections of earlier ones.
    mutating func addLoad(_ random: inout SeededGenerator, orders: Int = 40) async throws {
        load += 1
        for _ in 0..<orders { try await addOrder(&random) }
        for _ in 0..<orders { try await addEvent(&random) }
        try await addOthers(&random)
        if load > 3 { try await correct(&random) }
    }

    private func day(_ random: inout SeededGenerator) -> Day {
        Self.days.start + Int.random(in: 0..<Self.days.dayCount, using: &random)
    }

    private mutating func addOrder(_ random: inout SeededGenerator) async throws {
        let id = nextOrder
        let day = day(&random)
        nextOrder += 1
        let customer = Int.random(in: 0...40, using: &random)
        let status = ["paid", "paid", "paid", "paid", "returned", "cancelled"].randomElement(using: &random) ?? "paid"
        let sign: Int64 = status == "returned" ? -1 : 1
        let amount = sign * Int64.random(in: 1000...90_000, using: &random)
        let store = Int.random(in: 0...3, using: &random)
        let cost = Int.random(in: 0..<50, using: &random) == 0 ? "NULL" : String(amount * 2 / 5)
        let channel = store > 0 ? "store" : (["tmall", "wecom", "jd"].randomElement(using: &random) ?? "jd")
        let region = ["east", "south", "north"].randomElement(using: &random) ?? "east"
        try await execute(
            """
            INSERT INTO order_header (order_id, order_no, customer_id, ordered_at, ordered_on, channel, is_private_domain, store_id,
                dealer_id, region, status, item_count, gross_fen, discount_fen, amount_fen, cost_fen, currency, load_id)
            VALUES (\(id), 'N\(id)', \(customer == 0 ? "NULL" : String(customer)), TIMESTAMP '\(day) 12:00:00', DATE '\(day)',
                '\(channel)', \(channel == "wecom"), \(store == 0 ? "NULL" : String(store)), \(store == 3 ? "7" : "NULL"), '\(region)',
                '\(status)', 2, \(amount + 500), 500, \(amount), \(cost), 'CNY', \(load))
            """)
        try await execute(
            """
            INSERT INTO order_line (order_id, line_no, product_id, ordered_on, quantity, unit_price_fen, discount_fen, amount_fen,
                cost_fen, load_id)
            VALUES (\(id), 1, \(id % 4 + 1), DATE '\(day)', 2, \(amount), 500, \(amount), \(cost), \(load))
            """)
    }

    private mutating func addEvent(_ random: inout SeededGenerator) async throws {
        let day = day(&random)
        let customer = Int.random(in: 1...40, using: &random)
        let names = [
            "page_view", "product_view", "add_to_cart", "checkout", "payment", "message_open", "message_click",
            "store_visit",
        ]
        let name = names.randomElement(using: &random) ?? "page_view"
        let touched = Int.random(in: 0..<3, using: &random) == 0
        let channel = touched ? (["douyin_ads", "baidu_sem"].randomElement(using: &random) ?? "kol") : "tmall"
        let session = Int.random(in: 0..<4, using: &random) == 0 ? "NULL" : String(customer * 1000 + day.dayOfMonth)
        try await execute(
            """
            INSERT INTO event (event_id, customer_id, occurred_at, occurred_on, name, channel, device, campaign, session_id, load_id)
            VALUES ('E\(nextEvent)', \(customer), TIMESTAMP '\(day) 10:00:00', DATE '\(day)', '\(name)', '\(channel)', 'ios',
                \(touched ? "'618'" : "NULL"), \(session), \(load))
            """)
        nextEvent += 1
    }

    private func addOthers(_ random: inout SeededGenerator) async throws {
        for _ in 0..<6 {
            let day = day(&random)
            let number = Int.random(in: 1...1000, using: &random)
            let channel = ["douyin_ads", "baidu_sem"][number % 2]
            try await execute(
                "INSERT INTO ad_spend VALUES (DATE '\(day)', '\(channel)', '618', 'east', \(number * 100), \(number * 50), \(number), 3, \(load))"
            )
            try await execute(
                "INSERT INTO shipment VALUES (\(number), 7, 3, 1, DATE '\(day)', \(number), \(number * 900), \(load))")
            try await execute(
                """
                INSERT INTO survey_answer (answer_id, survey, score, answered_on, region, store_id, load_id)
                VALUES (\(number), 'nps', \(number % 11), DATE '\(day)', 'south', 1, \(load))
                """)
            let tone = ["positive", "neutral", "negative"][number % 3]
            try await execute(
                "INSERT INTO mention (mention_id, channel, said_on, sentiment, load_id) VALUES (\(number), 'weibo', DATE '\(day)', '\(tone)', \(load))"
            )
            let counted = Grain.month.start(of: day) - 1
            try await execute(
                "INSERT INTO stock VALUES (DATE '\(counted)', \(number % 3 + 1), \(number % 4 + 1), \(number), \(number * 4000), \(load))"
            )
        }
    }

    /// Some orders are replaced by corrected ones, some withdrawn; sometimes a customer moves.
    private mutating func correct(_ random: inout SeededGenerator) async throws {
        for _ in 0..<4 {
            let id = Int64.random(in: 1..<nextOrder, using: &random)
            let day = day(&random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: try await execute("DELETE FROM order_header WHERE order_id = \(id)")
            case 1:
                try await execute(
                    "UPDATE order_header SET ordered_on = DATE '\(day)', amount_fen = 4242, load_id = \(load) WHERE order_id = \(id)"
                )
            default: try await execute("DELETE FROM event WHERE event_id = 'E\(id)'")
            }
        }
        if Bool.random(using: &random) {
            try await execute(
                "UPDATE customer SET city_tier = 4, channel = 'baidu_sem', is_member = TRUE, load_id = \(load) WHERE customer_id = \(load)"
            )
        } else {
            try await execute(
                "INSERT INTO customer (customer_id, region, city_tier, load_id) VALUES (\(100 + load), 'south', 3, \(load))"
            )
        }
    }

    /// Everything the roll-ups hold, as text.
    func rollUpContents() async throws -> [String: [String]] {
        var contents: [String: [String]] = [:]
        for rollUp in RollUp.all {
            let table = try await warehouse.engine.query("SELECT * FROM \(rollUp.id)")
            let rows = try table.rows.map { row in
                try table.columns.map { "\(try row.value($0.name))" }.joined(separator: "|")
            }
            contents[rollUp.id] = rows.sorted()
        }
        return contents
    }
}
