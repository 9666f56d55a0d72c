package import Kernel

/// The customers whose first order fell in one month, and how many of them bought in each month since (留存).
package struct Cohort: Sendable, Hashable, Identifiable {
    /// The first day of the month.
    package let month: Day
    /// Customers active in month 0 (all of them), 1, 2 …, up to the month of the as-of day.
    package let active: [Int64]

    package init(month: Day, active: [Int64]) {
        self.month = month
        self.active = active
    }

    package var id: Day { month }
    package var customers: Int64 { active.first ?? 0 }

    /// The share still buying after `months`, 0 … 1; `nil` for a month that has not come.
    package func retention(after months: Int) -> Double? {
        guard active.indices.contains(months), customers > 0 else { return nil }
        return Double(active[months]) / Double(customers)
    }
}
