// The seam to DuckDB against DuckDB's own Python package, in the same run on the same data: an aggregate, reading a large result
// into sums, and a bulk load. Prints the size of the work, the machine, a check of the answers and each ratio; the exit code says
// whether all ratios hold. `make bench` sets up the peer (the same version of DuckDB) and runs this.
//
//     bench-seam [ROWS] [ROUNDS] [WORK]    default: 10000000 rows, 5 rounds (the best counts), all work
import BenchShared
import Engine
import Foundation

let rows = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000_000
let rounds = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 5

let bench = try await SeamBench(rows: rows)
print(Machine.description)
print(
    "work: \(rows) rows × 4 columns (BIGINT, DOUBLE, DATE, VARCHAR), best of \(rounds) rounds, ours and the peer's in turn"
)
print("peer: \(try bench.peer.ask("version")[0])")
var holds = true
let chosen = CommandLine.arguments.dropFirst(3).first
for comparison in Comparison.all where chosen == nil || chosen == comparison.work.rawValue {
    holds = try await bench.run(comparison, rounds: rounds) && holds
}
print(holds ? "all ratios hold" : "a ratio does not hold")
await bench.close()
exit(holds ? 0 : 1)
