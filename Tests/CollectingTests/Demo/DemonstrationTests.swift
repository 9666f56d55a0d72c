import Engine
import Kernel
import TestKit
import Testing
import Warehouse

@testable import Collecting

@Suite("demonstration company: coherent, repeatable, all or nothing", .serialized)
struct DemonstrationTests {
    @Test(
        "the same seed gives the same rows in every table, whatever the chunks and workers; another seed gives others")
    func determinism() async throws {
        let one = try await MadeCompany(customers: 2_000, seed: 3, chunk: 2_000, workers: 1).fingerprint()
        let other = try await MadeCompany(customers: 2_000, seed: 3, chunk: 170, workers: 3).fingerprint()
        let stranger = try await MadeCompany(customers: 2_000, seed: 4).fingerprint()
        #expect(one == other)
        #expect(zip(one, stranger).allSatisfy { $0 != $1 })
        try expectGolden(one.joined(separator: "\n") + "\n", "demonstration_fingerprint.txt")
    }

    @Test(
        "every reference leads to a row",
        arguments: [
            ("identity", "customer_id", "customer"), ("order_header", "customer_id", "customer"),
            ("order_header", "store_id", "store"),
            ("order_header", "dealer_id", "dealer"), ("order_line", "order_id", "order_header"),
            ("order_line", "product_id", "product"),
            ("order_line", "customer_id", "customer"), ("event", "customer_id", "customer"),
            ("event", "product_id", "product"),
            ("shipment", "dealer_id", "dealer"), ("shipment", "store_id", "store"),
            ("shipment", "product_id", "product"),
            ("stock", "store_id", "store"), ("stock", "product_id", "product"),
            ("survey_answer", "customer_id", "customer"),
            ("survey_answer", "store_id", "store"), ("survey_answer", "product_id", "product"),
            ("store", "dealer_id", "dealer"),
            ("product_cost", "product_id", "product"),
        ])
    func references(_ table: String, _ column: String, _ target: String) async throws {
        let made = try await DemoFixture.shared.company()
        let lost = try await made.number(
            "SELECT count(*) FROM \(table) t WHERE t.\(column) IS NOT NULL AND t.\(column) NOT IN (SELECT \(column) FROM \(target))"
        )
        #expect(lost == 0)
    }

    @Test(
        "keys are unique",
        arguments: [
            ("customer", "customer_id"), ("customer", "phone"), ("order_header", "order_id"),
            ("order_header", "order_no"), ("event", "event_id"),
            ("product", "product_code"), ("dealer", "dealer_code"), ("store", "store_code"), ("store", "name"),
            ("dealer", "name"),
            ("survey_answer", "answer_id"), ("shipment", "shipment_id"), ("identity", "kind || value"),
        ])
    func keys(_ table: String, _ key: String) async throws {
        let made = try await DemoFixture.shared.company()
        #expect(try await made.number("SELECT count(*) - count(DISTINCT \(key)) FROM \(table)") == 0)
    }

    @Test(
        "no table holds a row that contradicts another",
        arguments: [
            (
                "an order's sums are those of its lines",
                """
                SELECT count(*) FROM order_header o
                LEFT JOIN (SELECT order_id, sum(quantity) q, sum(amount_fen) a, sum(discount_fen) d, sum(cost_fen) c FROM order_line GROUP BY 1) l USING (order_id)
                WHERE o.status <> 'cancelled' AND (o.item_count <> l.q OR o.amount_fen <> l.a OR o.discount_fen <> l.d OR o.cost_fen <> l.c
                    OR o.gross_fen - o.discount_fen <> o.amount_fen OR l.q IS NULL)
                """
            ),
            (
                "a line's amount is price times quantity less discount",
                "SELECT count(*) FROM order_line WHERE quantity * unit_price_fen - discount_fen <> amount_fen"
            ),
            (
                "paid orders bring money and cost money",
                "SELECT count(*) FROM order_header WHERE status = 'paid' AND (amount_fen <= 0 OR cost_fen <= 0 OR item_count <= 0)"
            ),
            (
                "cancelled orders bring nothing",
                "SELECT count(*) FROM order_header WHERE status = 'cancelled' AND (amount_fen <> 0 OR order_id IN (SELECT order_id FROM order_line))"
            ),
            (
                "returns carry the number of an earlier order and undo it",
                """
                SELECT count(*) FROM order_header r LEFT JOIN order_header o ON o.order_no = substr(r.order_no, 2) AND o.status = 'paid'
                WHERE r.status = 'returned' AND (o.order_id IS NULL OR r.amount_fen <> -o.amount_fen OR r.ordered_at <= o.ordered_at)
                """
            ),
            (
                "nobody orders before registering",
                "SELECT count(*) FROM order_header o JOIN customer c USING (customer_id) WHERE o.ordered_at < c.registered_at"
            ),
            (
                "nothing is sold before its launch or after its retirement",
                """
                SELECT count(*) FROM order_line l JOIN product p USING (product_id)
                WHERE l.quantity > 0 AND (l.ordered_on < p.launched_on OR l.ordered_on >= p.retired_on)
                """
            ),
            (
                "nothing is sold in a store that is not open",
                "SELECT count(*) FROM order_header o JOIN store s USING (store_id) WHERE o.ordered_on < s.opened_on"
            ),
            (
                "days are those of the moments in Shanghai",
                """
                SELECT (SELECT count(*) FROM order_header WHERE CAST(ordered_at + INTERVAL 8 HOUR AS DATE) <> ordered_on)
                    + (SELECT count(*) FROM event WHERE CAST(occurred_at + INTERVAL 8 HOUR AS DATE) <> occurred_on)
                    + (SELECT count(*) FROM customer WHERE CAST(registered_at + INTERVAL 8 HOUR AS DATE) <> registered_on)
                """
            ),
            (
                "nothing happens outside the story",
                """
                SELECT (SELECT count(*) FROM order_header WHERE ordered_on NOT BETWEEN DATE '2023-11-21' AND DATE '2026-11-20')
                    + (SELECT count(*) FROM event WHERE occurred_on NOT BETWEEN DATE '2023-11-21' AND DATE '2026-11-20')
                """
            ),
            (
                "no phone number can belong to anybody",
                "SELECT count(*) FROM customer WHERE phone NOT LIKE '12_________'"
            ),
            ("stock is never negative", "SELECT count(*) FROM stock WHERE quantity < 0 OR value_fen < 0"),
            (
                "a sub-dealer has a supplier of the level above",
                """
                SELECT count(*) FROM dealer d LEFT JOIN dealer p ON p.dealer_id = d.parent_dealer_id
                WHERE (d.level = '一级经销商') <> (p.dealer_id IS NULL) OR p.region <> d.region OR p.level = d.level
                """
            ),
        ])
    func rules(_ name: String, _ sql: String) async throws {
        let made = try await DemoFixture.shared.company()
        #expect(try await made.number(sql) == 0, "\(name)")
    }

    @Test("every table has rows, and the outcome counts them")
    func counts() async throws {
        let made = try await DemoFixture.shared.company()
        for table in CanonicalTable.all {
            let rows = try await made.number("SELECT count(*) FROM \(table.id)")
            #expect(rows > 0)
            #expect(made.outcome.rows[table.id] == Int64(rows))
        }
    }

    @Test("a warehouse with data is refused and keeps it")
    func refusal() async throws {
        let warehouse = try await MadeCompany.emptyWarehouse()
        try await warehouse.engine.execute("INSERT INTO mention (mention_id) VALUES (1)")
        let plan = try MadeCompany.plan(customers: 1_000, seed: 1)
        await #expect(throws: DemonstrationProblem.warehouseNotEmpty(table: "mention")) {
            try await Demonstration(plan, clock: VirtualClock(at: MadeCompany.now).clock).make(in: warehouse)
        }
        #expect(try await warehouse.engine.query("SELECT 1 AS n FROM mention").rowCount == 1)
    }

    @Test("cancelled half-way, it leaves nothing behind")
    func cancellation() async throws {
        let warehouse = try await MadeCompany.emptyWarehouse()
        var plan = try MadeCompany.plan(customers: 4_000, seed: 1)
        plan.chunkSize = 500
        let demonstration = Demonstration(plan, clock: VirtualClock(at: MadeCompany.now).clock)
        let progress = WorkProgress { report in
            if report.done >= 2_000 { withUnsafeCurrentTask { $0?.cancel() } }
        }
        await #expect(throws: CancellationError.self) {
            try await Task { try await demonstration.make(in: warehouse, progress) }.value
        }
        for table in CanonicalTable.all {
            #expect(try await warehouse.engine.query("SELECT 1 AS n FROM \(table.id) LIMIT 1").rowCount == 0)
        }
    }
}
