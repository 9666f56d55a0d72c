import BenchShared
import Engine
import Foundation
import Kernel

/// Our side of the comparisons.
struct SeamBench {
    let rows: Int
    let engine: Engine
    let peer: Peer
    private let columns: ColumnSet

    static let aggregate = """
        SELECT id % 1000 AS k, count(*) AS n, sum(amount) AS total, max(day) AS last_day, count(DISTINCT code) AS codes
        FROM t GROUP BY 1 ORDER BY 1
        """
    static let make = """
        CREATE TABLE t AS SELECT i AS id, CAST(i * 7 % 1001 AS DOUBLE) / 4 AS amount, DATE '2024-01-01' + CAST(i % 1000 AS INT) AS day,
          'c' || (i % 97) AS code FROM range(?) r(i)
        """

    init(rows: Int) async throws {
        self.rows = rows
        engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        peer = try Peer("Seam/peer.py", [String(rows)])
        try await engine.execute(Self.make, [.int(Int64(rows))])
        var columns = ColumnSet()
        columns.add("id", .int64((0..<rows).map(Int64.init)))
        columns.add("amount", .double((0..<rows).map { Double($0 * 7 % 1001) / 4 }))
        columns.add("day", .day((0..<rows).map { Int32(19_723 + $0 % 1000) }))
        var codes = TextColumn(reservingRows: rows, bytes: rows * 3)
        let words = (0..<97).map { Array("c\($0)".utf8) }
        for row in 0..<rows { codes.append(utf8: words[row % 97]) }
        columns.add("code", .textBytes(codes))
        self.columns = columns
    }

    func close() async {
        await engine.close()
        do { try peer.close() } catch { print("the peer did not end: \(error)") }
    }

    /// Prints the best times of both and their ratio; `true` when the answers agree and the ratio holds.
    func run(_ comparison: Comparison, rounds: Int) async throws -> Bool {
        var ours = Double.infinity
        var ourCPU = Double.infinity
        var theirCPU = Double.infinity
        var theirs = Double.infinity
        var agree = true
        for _ in 0..<rounds {
            let before = Machine.cpuSeconds
            let (seconds, answer) = try await measure(comparison.work)
            ourCPU = min(ourCPU, Machine.cpuSeconds - before)
            let reply = try peer.ask(comparison.work.rawValue)
            ours = min(ours, seconds)
            theirs = min(theirs, Double(reply[0]) ?? .infinity)
            theirCPU = min(theirCPU, Double(reply[2]) ?? .infinity)
            agree = agree && answer == reply[1]
            if answer != reply[1] { print("  answers differ: ours \(answer), the peer's \(reply[1])") }
        }
        let ratio = ours / theirs
        let holds = agree && ratio <= comparison.mostRatio
        let numbers = String(
            format: "%.3f s, peer %.3f s, ratio %.2f (at most %.2f)", ours, theirs, ratio, comparison.mostRatio)
        print(
            "\(comparison.title): \(numbers), processor \(String(format: "%.2f / %.2f s", ourCPU, theirCPU)), answers \(agree ? "agree" : "differ")\(holds ? "" : "  <-- does not hold")"
        )
        return holds
    }

    private func measure(_ work: Comparison.Work) async throws -> (Double, String) {
        let clock = ContinuousClock()
        let start = clock.now
        func seconds() -> Double { (clock.now - start).inSeconds }
        switch work {
        case .aggregate:
            let table = try await engine.query(Self.aggregate)
            var n: Int64 = 0
            var total = 0.0
            var codes: Int64 = 0
            for row in table.rows {
                n += try row.int("n")
                total += try row.double("total")
                codes += try row.int("codes")
            }
            return (seconds(), "\(table.rowCount) \(n) \(total) \(codes)")
        case .read:
            let sums = try await engine.fold("SELECT id, amount, day, code FROM t", into: Sums()) { try $0.add($1) }
            return (seconds(), sums.description)
        case .ingest:
            try await engine.ingest(columns, into: "loaded", mode: .create)
            let elapsed = seconds()
            let row = try await engine.query(
                "SELECT count(*) AS n, sum(id) AS ids, sum(amount) AS total, sum(length(code)) AS len FROM loaded"
            ).single()
            try await engine.execute("DROP TABLE loaded")
            return (
                elapsed, "\(try row.int("n")) \(try row.int("ids")) \(try row.double("total")) \(try row.int("len"))"
            )
        }
    }
}

/// Sums over all four columns: of numbers, of days, of the lengths of texts.
private struct Sums: CustomStringConvertible {
    var ids: Int64 = 0
    var amounts = 0.0
    var days: Int64 = 0
    var bytes = 0

    mutating func add(_ batch: Batch) throws {
        ids = try batch.int64s("id").withUnsafeValues { $0.reduce(ids, &+) }
        amounts += try batch.doubles("amount").withUnsafeValues(Sums.total)
        days = try batch.days("day").withUnsafeValues { $0.reduce(days) { $0 &+ Int64($1) } }
        bytes += try batch.texts("code").totalBytes()
    }

    /// In four lanes: one addition does not wait for the last.
    private static func total(_ values: UnsafeBufferPointer<Double>) -> Double {
        var lanes = SIMD4<Double>.zero
        let even = values.count & ~3
        for first in stride(from: 0, to: even, by: 4) {
            lanes += SIMD4(values[first], values[first + 1], values[first + 2], values[first + 3])
        }
        return lanes.sum() + values[even...].reduce(0, +)
    }

    var description: String { "\(ids) \(amounts) \(days) \(bytes)" }
}
