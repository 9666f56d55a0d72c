import Engine
import Kernel
import TestKit
import Testing
import Warehouse

@testable import Diagnosing

@Suite struct RFMScoringTests {
    /// Score every customer by the textbook statement: three sorts with `ntile`.
    private static let textbook = """
        WITH bought AS (
            SELECT o.customer_id, c.customer_no, date_diff('day', max(ordered_on), DATE '2026-02-15') AS days,
                count(*) AS orders, sum(amount_fen) AS money
            FROM order_header AS o JOIN customer AS c ON c.customer_id = o.customer_id
            WHERE status = 'paid' AND amount_fen > 0 AND ordered_on <= DATE '2026-02-15' GROUP BY o.customer_id, c.customer_no
        ), scored AS (
            SELECT customer_id, 100 * ntile(5) OVER (ORDER BY days DESC, customer_no)
                + 10 * ntile(5) OVER (ORDER BY orders, customer_no) + ntile(5) OVER (ORDER BY money, customer_no) AS cell
            FROM bought
        )
        SELECT count(*) AS n FROM scored FULL JOIN rfm_score ON rfm_score.customer_id = scored.customer_id
        WHERE scored.cell IS DISTINCT FROM rfm_score.cell
        """

    @Test(
        "CU-01 scores equal ntile over the whole table, ties by customer number",
        arguments: [1, 2, 3, 4, 5, 6, 7, 11, 99, 1000, 5003] as [Int64])
    func equalsTextbook(customers: Int64) async throws {
        let shop = try await Shop()
        try await shop.crowd(of: customers, orders: customers * 3, seed: customers)
        let run = try await shop.rfm.run(asOf: try day("2026-02-15"), standing: .trial)
        #expect(run.customers > 0)
        #expect(try await shop.numbers(Self.textbook) == [0])
    }

    @Test("CU-01 every customer stands in one cell, and bucket sizes differ by at most one")
    func equalBuckets() async throws {
        try await forAll(seed: 20, cases: 5) { random in
            let shop = try await Shop()
            try await shop.crowd(
                of: Int64.random(in: 5...800, using: &random), orders: 2000,
                seed: Int64.random(in: 0...999, using: &random))
            let run = try await shop.rfm.run(asOf: try day("2026-02-15"), standing: .trial)
            let grid = try await shop.rfm.grid(of: run)
            let sizes = RFMDimension.allCases.flatMap { dimension in
                let sizes = (1...5).map { score in grid.totals { $0[dimension] == score }.customers }
                return [(sizes.max() ?? 0) - (sizes.min() ?? 0)]
            }
            let twice = try await shop.numbers("SELECT count(*) - count(DISTINCT customer_id) AS n FROM rfm_score")
            return sizes.allSatisfy { $0 <= 1 } && grid.total.customers == run.customers && twice == [0]
        }
    }

    @Test("CU-01 a better value never has a lower score", arguments: RFMDimension.allCases)
    func monotone(dimension: RFMDimension) async throws {
        let shop = try await Shop()
        try await shop.crowd(of: 700, orders: 3000, seed: 3)
        try await shop.rfm.run(asOf: try day("2026-02-15"), standing: .trial)
        let digit = ["recency": 100, "frequency": 10, "monetary": 1][dimension.rawValue] ?? 1
        let broken = try await shop.numbers(
            """
            WITH scored AS (SELECT \(dimension.risingExpression) AS value, cell // \(digit) % 10 AS score FROM rfm_score),
            ranges AS (SELECT score, min(value) AS low, max(value) AS high FROM scored GROUP BY score)
            SELECT count(*) AS n FROM ranges AS a JOIN ranges AS b ON a.score < b.score AND a.high > b.low
            """)
        #expect(broken == [0])
    }

    @Test("CU-01 half of all customers with one order are split evenly, the same way every time")
    func largeTies() async throws {
        let shop = try await Shop()
        let names = (1...10).map { "C\(padded($0, 2))" }
        try await shop.customers(names.reversed())
        for id in 1...10 as ClosedRange<Int64> { try await shop.order(id, "2026-01-05", 100) }
        let run = try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .trial)
        let page = try await shop.rfm.customers(of: run)
        let cells = Dictionary(uniqueKeysWithValues: page.customers.map { ($0.card?.number ?? "", $0.cell.code) })
        #expect(names.map { cells[$0] } == [111, 111, 222, 222, 333, 333, 444, 444, 555, 555])
    }

    @Test("CU-01 fixed cut points score by the stated borders, the border itself included")
    func fixedCuts() async throws {
        let shop = try await Shop()
        try await shop.customers(["A", "B", "C", "D"])
        for (id, date, fen) in [
            (1, "2026-01-31", 1_000), (2, "2026-01-01", 999), (3, "2025-12-31", 5_000), (4, "2025-01-01", 1),
        ] as [(Int64, String, Int64)] {
            try await shop.order(id, date, fen)
        }
        try await shop.order(1, "2025-06-01", 1_000)
        let cuts = try FixedCuts(
            recencyDays: [180, 90, 60, 30], frequency: [2, 3, 5, 10], monetary: [1_000, 2_000, 5_000, 10_000])
        let run = try await shop.rfm.run(
            asOf: try day("2026-01-31"), standing: .trial, options: RFMOptions(method: .fixed(cuts)))
        let cells = try await shop.rfm.customers(of: run).customers.sorted { $0.id < $1.id }.map(\.cell.code)
        #expect(cells == [523, 511, 414, 111])
    }

    @Test("CU-01 the preview of cut points shows what a run with them would find")
    func preview() async throws {
        let shop = try await Shop()
        try await shop.crowd(of: 500, orders: 4000, seed: 9)
        let latest = try await shop.rfm.run(asOf: try day("2026-02-15"), standing: .provisional)
        let cuts = try FixedCuts(
            recencyDays: [40, 30, 20, 10], frequency: [3, 5, 7, 9], monetary: [500, 1_000, 1_500, 2_000])
        let preview = try await shop.rfm.preview(cuts, on: latest)
        let north = try await shop.rfm.preview(cuts, on: latest, regions: .only(["north"]))
        let run = try await shop.rfm.run(
            asOf: try day("2026-02-15"), standing: .trial, options: RFMOptions(method: .fixed(cuts)))
        let grid = try await shop.rfm.grid(of: run)
        #expect(RFMCell.all.allSatisfy { preview[$0] == grid[$0] })
        #expect(preview.usedCells.count > 5)
        let inTheNorth = try await shop.rfm.grid(of: run, regions: .only(["north"]))
        #expect(RFMCell.all.allSatisfy { north[$0] == inTheNorth[$0] })
    }

    @Test("WF-07 who may see no region sees nobody")
    func noRegion() async throws {
        let shop = try await Shop()
        try await shop.crowd(of: 50, orders: 400, seed: 2)
        let run = try await shop.rfm.run(asOf: try day("2026-02-15"), standing: .official)
        let nobody = RegionChoice.only([])
        #expect(try await shop.rfm.grid(of: run, regions: nobody).total.customers == 0)
        #expect(try await shop.rfm.customers(of: run, RFMCustomerFilter(regions: nobody)).customers.isEmpty)
        #expect(try await shop.rfm.tierCounts(standing: .official, regions: nobody).isEmpty)
        #expect(try await Cohorts(shop.warehouse).table(asOf: run.asOf, regions: nobody).cohorts.isEmpty)
        #expect(RegionChoice.only(["east", "north"]).and(.only(["north"])) == .only(["north"]))
    }
}
