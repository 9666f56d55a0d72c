import Engine
import Kernel
import TestKit
import Warehouse

@testable import Diagnosing

/// Orders with lines, in the warehouse and beside it, so that whatever is counted can be counted again by loops.
struct Market {
    let shop: Shop
    private(set) var orders: [Order] = []
    private(set) var load: Int64 = 1
    var warehouse: Warehouse { shop.warehouse }

    struct Order {
        let id: Int64
        let customer: Int64?
        let day: Day
        let channel: String
        let region: String
        var status = "paid"
        var lines: [Line]
        var load: Int64

        var sign: Int64 { status == "returned" ? -1 : 1 }
        var amount: Int64 { lines.reduce(0) { $0 + $1.amount } }
        var gross: Int64 { lines.reduce(0) { $0 + $1.gross } }
        var items: Int64 { lines.reduce(0) { $0 + $1.quantity } }
        var cost: Int64 { lines.reduce(0) { $0 + $1.gross * 2 / 5 } }
        var isPaid: Bool { status == "paid" }
        var main: Line? { lines.max { ($0.gross, -$0.number) < ($1.gross, -$1.number) } }
    }

    struct Line {
        let number: Int64
        let product: Int64
        let quantity: Int64
        let gross: Int64
        let discount: Int64
        var amount: Int64 { gross - discount }
        var category: String { Market.category(of: product) }
    }

    static func category(of product: Int64) -> String { ["茶", "器", "香"][Int(product % 3)] }
    static let products: Int64 = 8

    init() async throws {
        shop = try await Shop()
        for product in 1...Self.products {
            try await shop.engine.execute(
                "INSERT INTO product (product_id, product_code, name, category, load_id) VALUES (?, ?, ?, ?, 1)",
                [.int(product), .text("P\(product)"), .text("商品\(product)"), .text(Self.category(of: product))])
        }
    }

    /// Puts orders into the warehouse as one load.
    mutating func add(_ new: [Order]) async throws {
        load += 1
        let stamped = new.map { order in
            var order = order
            order.load = load
            return order
        }
        for piece in stride(from: 0, to: stamped.count, by: 100) {
            try await write(Array(stamped[piece..<min(piece + 100, stamped.count)]))
        }
        orders += stamped
    }

    /// Takes an order out again.
    mutating func withdraw(_ order: Order) async throws {
        for table in ["order_header", "order_line"] {
            try await shop.engine.execute("DELETE FROM \(table) WHERE order_id = ?", [.int(order.id)])
        }
        orders.removeAll { $0.id == order.id }
    }

    private func write(_ orders: [Order]) async throws {
        let heads = orders.map { order in
            "(\(order.id), \(order.customer.map(String.init) ?? "NULL"), DATE '\(order.day)', '\(order.channel)', "
                + "'\(order.region)', '\(order.status)', \(order.items), \(order.sign * order.gross), "
                + "\(order.gross - order.amount), \(order.sign * order.amount), \(order.sign * order.cost), \(order.load))"
        }
        try await shop.engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, channel, region, status, item_count, gross_fen,
                discount_fen, amount_fen, cost_fen, load_id) VALUES \(heads.joined(separator: ", "))
            """)
        let lines = orders.flatMap { order in
            order.lines.map { line in
                "(\(order.id), \(line.number), \(line.product), DATE '\(order.day)', \(line.quantity), \(line.discount), "
                    + "\(order.sign * line.amount), \(order.load))"
            }
        }
        guard !lines.isEmpty else { return }
        try await shop.engine.execute(
            """
            INSERT INTO order_line (order_id, line_no, product_id, ordered_on, quantity, discount_fen, amount_fen, load_id)
            VALUES \(lines.joined(separator: ", "))
            """)
    }

    /// Rolls up and counts, as follows every load.
    @discardableResult
    func refresh() async throws -> Baskets {
        try await RollUpRefresh(warehouse: warehouse, clock: shop.rfm.clock).run()
        let baskets = try await Baskets(warehouse, clock: shop.rfm.clock)
        try await baskets.refresh()
        return baskets
    }

    /// Random orders of the 500 days from a first one on.
    static func orders(
        _ count: Int, from first: Day, over days: Int = 500, id: Int64 = 1, _ random: inout SeededGenerator
    ) -> [Order] {
        (0..<count).map { index in
            let lines = (1...Int64.random(in: 1...4, using: &random)).map { number in
                let gross = Int64.random(in: 10...400, using: &random) * 10
                return Line(
                    number: number, product: Int64.random(in: 1...products, using: &random),
                    quantity: Int64.random(in: 1...3, using: &random), gross: gross,
                    discount: Bool.random(using: &random) ? gross / 10 : 0)
            }
            return Order(
                id: id + Int64(index), customer: Int64.random(in: 0...30, using: &random) + 1,
                day: first + Int.random(in: 0..<days, using: &random),
                channel: ["tmall", "store"].randomElement(using: &random) ?? "tmall",
                region: ["east", "south"].randomElement(using: &random) ?? "east",
                status: Int.random(in: 0..<9, using: &random) == 0 ? "returned" : "paid", lines: lines, load: 0)
        }
    }

    /// All that is counted beforehand, as text; sums of fractions to nine digits.
    func content() async throws -> [String: [String]] {
        var content: [String: [String]] = [:]
        for name in ["basket_count", "basket_value", "basket_promotion", "basket_single", "basket_pair", "basket_day"] {
            let table = try await shop.engine.query("SELECT * FROM \(name)")
            content[name] = try table.rows.map { row in
                try table.columns.map { column in
                    if case .double(let number) = try row.value(column.name) { return Self.short(number) }
                    return "\(try row.value(column.name))"
                }.joined(separator: "|")
            }.sorted()
        }
        return content
    }

    /// Off the halves and twentieths that means of whole numbers so often are: sums differ in their last bits by the order of adding.
    private static func short(_ number: Double) -> String { String(Int64((number * 10 + 0.123).rounded())) }
}
