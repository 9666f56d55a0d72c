import Collecting
import Foundation
import Kernel
import TestKit
import Testing

@Suite struct ImportPropertyTests {
    /// Rows out of a small stock of good, odd and broken cells, cut and quoted at random.
    private func messy(_ generator: inout SeededGenerator) -> String {
        let orders = ["A1", "A2", "A3", " A4 ", "", "\"A\n5\"", "A'6"]
        let times = ["2026-01-05", "2026/1/6 8:30", "2026年1月7日", "1/2/2026", "never", "", "2030-01-01", "46030"]
        let codes = ["P1", "P2", "", "\"P,3\"", "P4\"x"]
        let counts = ["1", "2", "1.5", "many", "-1", "1,000", "\"1,000\""]
        let prices = ["1", "0.995", "￥3.20", "-2", "99999999999999", "", "(5)"]
        var text = "order_no,ordered_at,product_code,quantity,unit_price\n"
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
            var cells = [orders, times, codes, counts, prices].map {
                $0[Int.random(in: 0..<$0.count, using: &generator)]
            }
            if Int.random(in: 0..<15, using: &generator) == 0 { cells.removeLast() }
            if Int.random(in: 0..<15, using: &generator) == 0 { cells.append("x") }
            text += cells.joined(separator: ",") + ["\n", "\r\n", "\n\n"][Int.random(in: 0..<3, using: &generator)]
        }
        return text
    }

    @Test(
        "DA-01 every row of any file is inserted, updated, unchanged or quarantined, and a second time nothing changes")
    func accounted() async throws {
        try await forAll(seed: 7, cases: 8) { generator in
            let bench = try await ImportBench()
            let url = try bench.file("messy.csv", messy(&generator))
            let first = try await bench.load(url, into: .orderLine)
            let lines = try await bench.rows("SELECT * EXCLUDE (load_id) FROM order_line ORDER BY ALL")
            let second = try await bench.load(url, into: .orderLine)
            let after = try await bench.rows("SELECT * EXCLUDE (load_id) FROM order_line ORDER BY ALL")
            let unequal = try await bench.rows(
                """
                SELECT order_no FROM order_header h WHERE amount_fen IS DISTINCT FROM (SELECT sum(amount_fen) FROM order_line l WHERE l.order_id = h.order_id)
                """)
            let quarantined = Set(first.reasons.flatMap(\.examples)).isEmpty == (first.counts.quarantined == 0)
            return first.counts.accounted == first.counts.read && Int64(lines.count) == first.counts.inserted
                && quarantined
                && (second.wasLoadedBefore || second.counts.accounted == second.counts.read)
                && !second.counts.changesAnything
                && after == lines && unequal.isEmpty
        }
    }
}
