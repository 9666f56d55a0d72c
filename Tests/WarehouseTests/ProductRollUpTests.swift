import Engine
import Kernel
import TestKit
import Testing

@testable import Warehouse

/// Buyers of products and large accounts, kept step by step, beside what anyone counts from the orders alone.
@Suite struct ProductRollUpTests {
    private struct Sale {
        let customer: Int64?
        let dealer: Int64?
        let product: Int64
        let day: Day
        let orderedOn: Day
        let region: String
        let fen: Int64
    }

    private func paid(_ company: TestCompany) async throws -> [Sale] {
        try await company.warehouse.engine.query(
            """
            SELECT o.customer_id, o.dealer_id, l.product_id, l.ordered_on AS day, o.ordered_on, o.region, o.amount_fen
            FROM order_header o JOIN order_line l ON l.order_id = o.order_id WHERE o.status = 'paid'
            """
        ).rows.map { row in
            Sale(
                customer: try row.optionalInt("customer_id"), dealer: try row.optionalInt("dealer_id"),
                product: try row.int("product_id"), day: try row.day("day"), orderedOn: try row.day("ordered_on"),
                region: try row.text("region"), fen: try row.int("amount_fen"))
        }
    }

    private func company(_ random: inout SeededGenerator) async throws -> TestCompany {
        var company = try await TestCompany()
        try await company.addMasterData()
        for _ in 0..<5 {
            try await company.addLoad(&random)
            try await company.refresh.run()
        }
        return company
    }

    @Test("PP-01 a product's buyers of the last 365 days, kept step by step, are the different customers of its orders")
    func buyers() async throws {
        var random = Seed(21).generator
        let company = try await company(&random)
        let sales = try await paid(company)
        for place in stride(from: 5, through: 520, by: 37) {
            let day = TestCompany.days.start + place
            let kept = try await company.warehouse.engine.query(
                """
                SELECT product, CAST(sum(year_buyers) AS BIGINT) AS buyers FROM product_buyer_daily
                WHERE day <= CAST(? AS DATE) GROUP BY product
                """, [.day(day)])
            let found = Dictionary(
                uniqueKeysWithValues: try kept.rows.map { (try $0.text("product"), try $0.int("buyers")) }
            ).filter { $0.value != 0 }
            let window = sales.filter { $0.customer != nil && $0.day <= day && $0.day > day - 365 }
            let expected = Dictionary(grouping: window) { String($0.product) }
                .mapValues { Int64(Set($0.compactMap(\.customer)).count) }
            #expect(found == expected, "\(day)")
        }
        #expect(sales.contains { $0.customer == nil } && sales.count > 80)
    }

    @Test("M-04 the largest accounts of the company and of a region, and the sum of all, are those of the orders")
    func accounts() async throws {
        var random = Seed(22).generator
        let company = try await company(&random)
        let sales = try await paid(company)
        let quarters = Set(sales.map { Period(.quarter, holding: $0.orderedOn).start })
        #expect(quarters.count >= 4)
        for quarter in quarters {
            for region in [nil, "east", "south"] {
                let own = sales.filter {
                    Period(.quarter, holding: $0.orderedOn).start == quarter && (region == nil || $0.region == region)
                }
                let rows = try await company.warehouse.engine.query(
                    """
                    SELECT coalesce(dealer, CAST(customer_id AS VARCHAR), '') AS account, CAST(sum(sales) AS BIGINT) AS sales
                    FROM large_account WHERE day = CAST(? AS DATE) AND (? = '' OR region = ?) GROUP BY 1
                    """, [.day(quarter), .text(region ?? ""), .text(region ?? "")]
                ).rows.map { (try $0.text("account"), try $0.int("sales")) }
                #expect(rows.reduce(0) { $0 + $1.1 } == own.reduce(0) { $0 + $1.fen })
                let expected = Dictionary(grouping: own.filter { $0.dealer != nil || $0.customer != nil }) {
                    $0.dealer.map { "D\($0)" } ?? "\($0.customer ?? 0)"
                }.mapValues { $0.reduce(0) { $0 + $1.fen } }
                let found = rows.filter { !$0.0.isEmpty }.map(\.1).sorted(by: >).prefix(5)
                #expect(Array(found) == Array(expected.values.sorted(by: >).prefix(5)), "\(quarter) \(region ?? "all")")
            }
        }
    }

    @Test("M-04 thousands of small accounts stand in one row; who is large anywhere stands by name everywhere")
    func small() async throws {
        let company = try await TestCompany()
        try await company.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, region, status, amount_fen, load_id)
            SELECT i, i % 5000, DATE '2025-05-05', CASE WHEN i % 2 = 0 THEN 'east' ELSE 'south' END, 'paid', 100 + i % 7, 1
            FROM range(10000) r(i)
            """)
        try await company.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, region, status, amount_fen, load_id)
            VALUES (20001, 7777, DATE '2025-05-06', 'east', 'paid', 9000000, 1), (20002, 7777, DATE '2025-06-06', 'south', 'paid', 1, 1)
            """)
        try await company.refresh.run()
        let table = try await company.warehouse.engine.query(
            "SELECT region, customer_id, sales FROM large_account WHERE customer_id = 7777 ORDER BY region")
        #expect(try table.rows.map { try $0.int("sales") } == [9_000_000, 1])
        let size = try await company.warehouse.engine.query("SELECT count(*) AS n FROM large_account").single().int("n")
        #expect(size < 100)
    }

    @Test("KP-07 one late order recounts its quarter's accounts and its own day's products")
    func late() async throws {
        var random = Seed(3).generator
        let company = try await company(&random)
        try await company.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, load_id)
            VALUES (9999, 1, DATE '2025-03-03', 'paid', 100, 99)
            """)
        let outcome = try await company.refresh.run()
        #expect(outcome.recounted["large_account"] == .some(1))
        #expect(outcome.recounted["product_daily"] == .some(1))
    }
}
