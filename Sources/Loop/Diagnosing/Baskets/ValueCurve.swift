import Kernel

/// How the value of customers grows with their age, for those of one calendar year of first orders.
package struct ValueCurve: Sendable, Hashable, Identifiable {
    package let year: Int
    package let customers: Int64
    /// Gross margin per customer in fen up to 30, 60, 90 … days; ends with the age that none of its months has reached in full.
    package let marginFen: [Double]

    package var id: Int { year }
    package static let longest = 24

    /// One month of first orders: step 0 and what came in each 30 days.
    struct Month {
        let cohort: Day
        var customers: Int64 = 0
        var steps: [Int64: CustomerValue] = [:]

        /// Whether all its customers were so old at the end of the data.
        func isComplete(_ step: Int, upTo end: Day) -> Bool {
            Grain.month.advance(cohort, by: 1) - 1 + step * ValueFlows.stepDays <= end
        }
    }

    /// Each step is the mean over the months that lived it in full, and the curve is the sum of the steps: so the youngest months
    /// count as far as they go, and a curve never bends because its months change. `nil` where costs are not known.
    init?(year: Int, _ months: [Month], upTo end: Day) {
        self.year = year
        customers = months.reduce(0) { $0 + $1.customers }
        let all = months.flatMap(\.steps.values).reduce(CustomerValue.none, +)
        guard customers > 0, all.salesFen > 0, Double(all.costedFen) >= CustomerValue.costNeeded * Double(all.salesFen)
        else { return nil }
        var curve: [Double] = []
        for step in 1...Self.longest {
            let lived = months.filter { $0.isComplete(step, upTo: end) }
            let count = lived.reduce(0) { $0 + $1.customers }
            guard count > 0 else { break }
            let margin = lived.reduce(0) { $0 + ($1.steps[Int64(step)]?.marginFen ?? 0) }
            curve.append((curve.last ?? 0) + Double(margin) / Double(count))
        }
        guard !curve.isEmpty else { return nil }
        marginFen = curve
    }
}
