import Collecting
import Foundation
import Kernel
import TestKit
import Testing
import Warehouse

@Suite struct TouchedDaysTests {
    let bench: ImportBench
    static let headings = "order_no,ordered_at,customer_no,product_code,quantity,unit_price\n"

    init() async throws { bench = try await ImportBench() }

    private func rollUps() async throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for rollUp in RollUp.all { found[rollUp.id] = try await bench.rows("SELECT * FROM \(rollUp.id) ORDER BY ALL") }
        return found
    }

    @Test(
        "KP-06 an order that comes again with another day leaves the day it had: roll-ups equal those counted from scratch"
    )
    func movedOrder() async throws {
        let refresh = RollUpRefresh(warehouse: bench.warehouse, clock: VirtualClock(at: ImportBench.now).clock)
        let first = try await bench.load(
            Self.headings + "A1,2026-03-01,C1,P1,2,10\nA2,2026-03-01,C2,P1,1,10\nA3,2026-03-20,C1,P2,1,5\n",
            into: .orderLine)
        #expect(first.firstDay == Day("2026-03-01") && first.lastDay == Day("2026-03-20"))
        try await refresh.run()
        let moved = try await bench.load(
            Self.headings + "A1,2026-03-09,C1,P1,2,10\n", into: .orderLine, named: "moved.csv")
        #expect(moved.counts.updated == 1)
        #expect(moved.firstDay == Day("2026-03-01") && moved.lastDay == Day("2026-03-09"))
        try await refresh.run()
        let kept = try await rollUps()
        try await refresh.recompute()
        #expect(try await rollUps() == kept)
        #expect(
            try await bench.rows("SELECT day, sum(paid_orders) FROM sales_daily GROUP BY 1 ORDER BY 1")
                == ["2026-03-01|1", "2026-03-09|1", "2026-03-20|1"])
    }

    @Test("DA-01 the report names the days that order headers came from and went to, and none where nothing changed")
    func headers() async throws {
        let text = "order_no,ordered_at,amount\nB1,2026-02-03,10\nB2,2026-02-05,20\n"
        let first = try await bench.load(text, into: .orderHeader)
        #expect(first.firstDay == Day("2026-02-03") && first.lastDay == Day("2026-02-05"))
        let again = try await bench.load(text + "\n", into: .orderHeader, named: "again.csv")
        #expect(again.firstDay == nil && again.lastDay == nil)
        let moved = try await bench.load(
            "order_no,ordered_at,amount\nB2,2026-02-01,20\n", into: .orderHeader, named: "moved.csv")
        #expect(moved.firstDay == Day("2026-02-01") && moved.lastDay == Day("2026-02-05"))
    }
}
