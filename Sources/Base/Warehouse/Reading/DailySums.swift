package import Kernel

/// A metric's sums of each day that the data cover: what forecasts and seasons are read from. A quotient has two, one over
/// and one under its line.
package struct DailySums: Sendable {
    /// From the first to the last day on which all its sources have rows.
    package let days: Period
    private let over: [Double]
    private let under: [Double]?

    /// Running totals answer every question about a stretch of days at once.
    init(days: Period, over: [Double], under: [Double]?) {
        self.days = days
        self.over = Self.running(over)
        self.under = under.map(Self.running)
    }

    package var isQuotient: Bool { under != nil }

    /// The sum over the days of a period that the data cover.
    package func total(_ period: Period) -> Double { Self.sum(over, range(period)) }

    /// What stands under the line over these days; the number of days for what is no quotient.
    package func weight(_ period: Period) -> Double {
        let range = range(period)
        return under.map { Self.sum($0, range) } ?? Double(range.count)
    }

    /// The metric's value over these days; `nil` where there is nothing to divide by.
    package func value(_ period: Period) -> Double? {
        guard isQuotient else { return total(period) }
        let below = weight(period)
        return below == 0 ? nil : total(period) / below
    }

    package func covers(_ period: Period) -> Bool {
        period.dayCount > 0 && days.start <= period.start && period.end <= days.end
    }

    private func range(_ period: Period) -> Range<Int> {
        let from = min(max(period.start - days.start, 0), days.dayCount)
        let to = min(max(period.end - days.start, 0), days.dayCount)
        return from..<max(from, to)
    }

    private static func running(_ values: [Double]) -> [Double] {
        values.reduce(into: [0]) { totals, value in totals.append((totals.last ?? 0) + value) }
    }

    private static func sum(_ totals: [Double], _ range: Range<Int>) -> Double {
        totals[range.upperBound] - totals[range.lowerBound]
    }
}
