// The import of a CSV of order lines into an empty warehouse on disk, against two peers in the same run on the same file: DuckDB's
// own reader making one table of it, with every column's type told (`CREATE TABLE … AS SELECT * FROM read_csv`), and SQL written by
// hand that does the same job (types, order heads, numbers for orders, customers and products, the tables of the product).
// Prints the size of the work, the machine, a check of the answers, the rate and both ratios; the exit code says whether the rate
// (300,000 lines a second) and the ratio to the reader (at most 2) hold.
//
//     bench-import [LINES] [ROUNDS]        default: 3000000 3, the best round counts
import Foundation

func argument(_ place: Int, otherwise: Int) -> Int {
    CommandLine.arguments.dropFirst(place).first.flatMap { Int($0) } ?? otherwise
}
let bench = try await ImportBench(lines: argument(1, otherwise: 3_000_000))
let holds = try await bench.compare(rounds: argument(2, otherwise: 3))
try bench.close()
exit(holds ? 0 : 1)
