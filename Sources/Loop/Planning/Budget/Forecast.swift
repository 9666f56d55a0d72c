package import Kernel

/// What a line will have cost at the end of its period.
///
/// The larger of two numbers: what is spent, committed and asked for already; and what the pace so far leads to. The pace is
/// read from the course of the year before where that is known (campaigns pile up before festivals), else from the days that
/// have passed. In the first tenth of a period days alone say nothing, so no pace is drawn from them.
package struct Forecast: Sendable, Hashable {
    package enum Basis: String, Sendable { case obligations, lastYear, days }

    package let amount: Int64
    package let basis: Basis

    /// - Parameters:
    ///   - lastYear: what the same line took the year before, up to the same day and in all.
    ///   - upTo: the last day that `spent` covers.
    package init(
        spent: Int64, committed: Int64, pending: Int64, in period: Period, upTo day: Day,
        lastYear: (toDate: Int64, whole: Int64)? = nil
    ) {
        let bound = spent + committed + pending
        var pace = 0.0
        var basis = Basis.obligations
        let passed = Double(min(max(0, day - period.start + 1), period.dayCount))
        let share = period.dayCount > 0 ? passed / Double(period.dayCount) : 0
        if let lastYear, lastYear.toDate > 0, lastYear.whole >= lastYear.toDate, share > 0 {
            pace = Double(spent) * Double(lastYear.whole) / Double(lastYear.toDate)
            basis = .lastYear
        } else if share >= 0.1 {
            pace = Double(spent) / share
            basis = .days
        }
        let paced = Int64(min(pace.rounded(), 9e15))
        amount = max(bound, paced)
        self.basis = paced > bound ? basis : .obligations
    }
}
