package import Kernel
package import Warehouse

/// How a year's amount falls on its days, read from the years before.
package struct Season: Sendable {
    private let sums: DailySums

    package init(_ sums: DailySums) { self.sums = sums }

    /// The share of `part` in `whole`, by the same days of the latest earlier year that the data cover; `nil` where none does,
    /// or its amounts say nothing (zero or below).
    package func share(of part: Period, in whole: Period) -> Double? {
        guard let years = yearsBack(of: whole) else { return nil }
        let total = sums.total(moved(whole, by: years))
        let amount = sums.total(moved(part, by: years))
        return total > 0 && amount >= 0 ? min(1, amount / total) : nil
    }

    /// The amounts of the parts in the latest earlier year that covers the whole.
    package func amounts(of parts: [Period], in whole: Period) -> [Double]? {
        guard let years = yearsBack(of: whole) else { return nil }
        return parts.map { sums.total(moved($0, by: years)) }
    }

    /// The same days of an earlier year that the data cover.
    package func fellow(of period: Period, in whole: Period) -> Period? {
        yearsBack(of: whole).map { moved(period, by: $0) }
    }

    private func yearsBack(of whole: Period) -> Int? { (1...5).first { sums.covers(moved(whole, by: $0)) } }

    private func moved(_ period: Period, by years: Int) -> Period {
        Period(from: period.start.adding(months: -12 * years), upTo: period.end.adding(months: -12 * years))
    }
}
