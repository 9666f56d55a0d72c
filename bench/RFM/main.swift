// Scoring against the SQL one writes by hand, driven by DuckDB's own Python package, and against pandas, in the same run on the
// same data. Prints the size of the work, the machine, a check that the scores are equal customer by customer, and each ratio;
// the exit code says whether the ratio to SQL holds.
//
//     bench-rfm [CUSTOMERS] [ORDERS] [ROUNDS]        default: 1000000 10000000 3, the best round counts
import Foundation

func argument(_ place: Int, otherwise: Int) -> Int {
    CommandLine.arguments.dropFirst(place).first.flatMap { Int($0) } ?? otherwise
}
let size = WorkSize(customers: argument(1, otherwise: 1_000_000), orders: argument(2, otherwise: 10_000_000))
let bench = try await RFMBench(size)
let holds = try await bench.compare(rounds: argument(3, otherwise: 3))
try await bench.close()
exit(holds ? 0 : 1)
