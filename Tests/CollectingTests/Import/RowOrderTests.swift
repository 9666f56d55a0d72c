import Collecting
import Foundation
import Kernel
import TestKit
import Testing

/// Files of more than one buffer, which the engine reads with several threads.
@Suite struct RowOrderTests {
    let bench: ImportBench

    init() async throws { bench = try await ImportBench() }

    /// Three lines an order, four megabytes for 100,000 lines; the rows of `bad` have no number as quantity.
    private func file(lines: Int, bad: Set<Int>, note: (Int) -> String = { "n\($0)" }) throws -> URL {
        var text = "order_no,ordered_at,product_code,quantity,unit_price,status,remark\n"
        for line in 0..<lines {
            let row = line + 2
            text += "A\(1_000_000 + line / 3),2026-03-0\(line / 3 % 9 + 1) 10:00:00,P\(line % 50),"
            text += "\(bad.contains(row) ? "bad" : "1"),10.50,paid,\(note(row))\n"
        }
        return try bench.file("long.csv", text)
    }

    private func rowsInQuarantine(_ report: LoadReport) throws -> [Int: String] {
        let lines = try bench.quarantine(report).dropFirst()
        return Dictionary(
            lines.map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return (Int(cells[0]) ?? 0, String(cells[cells.count - 1]))
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test("DA-01 quarantined rows are named by their place also in a long file, and lines keep the file's order")
    func longFile() async throws {
        let bad: Set = [2, 150_001, 299_999, 400_001]
        let report = try await bench.load(try file(lines: 400_000, bad: bad), into: .orderLine)
        let quarantined = try rowsInQuarantine(report)
        #expect(bad.isSubset(of: Set(quarantined.keys)))
        #expect(quarantined.allSatisfy { $0.value == "n\($0.key)" })
        #expect(report.reasons.first { $0.column == "quantity" }?.examples == bad.sorted().map(Int64.init))
        #expect(report.counts.accounted == 400_000 && report.counts.quarantined == Int64(quarantined.count))
        #expect(try await bench.rows("SELECT line_no, count(*) FROM order_line GROUP BY 1 ORDER BY 1").count == 3)
        #expect(try await bench.rows("SELECT max(line_no), min(line_no) FROM order_line") == ["3|1"])
        #expect(
            try await bench.rows(
                """
                SELECT count(*) FROM (SELECT order_no, lag(order_no) OVER (ORDER BY order_id) AS before FROM order_header) WHERE before > order_no
                """) == ["0"])
    }

    @Test("DA-01 cells with line breaks in a long file are read whole")
    func lineBreaks() async throws {
        let url = try file(lines: 300_000, bad: [250_000]) { "\"a \($0)\nb, \"\"c\"\"\"" }
        let report = try await bench.load(url, into: .orderLine)
        #expect(report.counts.read == 300_000)
        #expect(report.counts.quarantined == 3 && report.counts.inserted == 299_997)
        #expect(report.reasons.first { $0.column == "quantity" }?.examples == [250_000])
    }

    @Test("DA-01 a number is read the same with and without cleaning, in a column that mixes both")
    func numbers() async throws {
        try await bench.load(
            "order_no,ordered_at,amount\nA1,2026-03-01,\"1,234.50\"\nA2,2026-03-01,1234.5\nA3,2026-03-01,￥１２\nA4,2026-03-01,(7)\nA5,2026-03-01,\"12,5\"\n",
            into: .orderHeader)
        #expect(
            try await bench.rows("SELECT order_no, amount_fen FROM order_header ORDER BY 1") == [
                "A1|123450", "A2|123450", "A3|1200", "A4|-700",
            ])
    }

    @Test("DA-01 words are known in any case, and channels also by names that mix scripts")
    func words() async throws {
        try await bench.load(
            "order_no,ordered_at,amount,channel\nA1,2026-03-01,1,TMALL\nA2,2026-03-01,1,tmall\nA3,2026-03-01,1,天猫\nA4,2026-03-01,1,B站\nA5,2026-03-01,1,自有渠道\n",
            into: .orderHeader)
        #expect(
            try await bench.rows("SELECT order_no, channel FROM order_header ORDER BY 1") == [
                "A1|tmall", "A2|tmall", "A3|tmall", "A4|bilibili", "A5|自有渠道",
            ])
    }
}
