package import Kernel

/// All cohorts up to a day, the earliest first.
package struct CohortTable: Sendable, Hashable {
    package let asOf: Day
    package let cohorts: [Cohort]

    /// `counts`: customers by cohort month and month of purchase. Months without any purchase count 0; months after
    /// the as-of day are left out.
    package init(asOf: Day, counts: [Day: [Day: Int64]]) {
        self.asOf = asOf
        let last = Grain.month.start(of: asOf)
        cohorts = counts.keys.sorted().map { month in
            var active: [Int64] = []
            var current = month
            while current <= last {
                active.append(counts[month]?[current] ?? 0)
                current = Grain.month.advance(current, by: 1)
            }
            return Cohort(month: month, active: active)
        }
    }

    /// Whether the month of the as-of day is still running, so that its last column will grow.
    package var lastMonthIsPartial: Bool { Period(.month, holding: asOf).lastDay != asOf }

    /// The number of months after the first that the oldest cohort has lived.
    package var longestAge: Int { max(0, (cohorts.first?.active.count ?? 1) - 1) }

    /// Retention after `months` over all cohorts old enough, weighted by size; whole months only. `nil` if there are none.
    package func averageRetention(after months: Int) -> Double? {
        let lived = cohorts.filter { $0.active.count - (lastMonthIsPartial ? 1 : 0) > months }
        let all = lived.reduce(0) { $0 + $1.customers }
        return all == 0 ? nil : Double(lived.reduce(0) { $0 + $1.active[months] }) / Double(all)
    }
}
