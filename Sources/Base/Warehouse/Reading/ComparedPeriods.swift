package import Kernel

/// A reporting period with those it is compared with. A period that is still running is compared with the same number
/// of days of the others, so that half a month never stands against a whole one.
package struct ComparedPeriods: Sendable, Hashable {
    package let grain: Grain
    /// From the period's first day to its last, or to the last day with data.
    package let current: Period
    /// The whole calendar period.
    package let whole: Period
    /// 环比
    package let previous: Period
    /// 同比
    package let lastYear: Period
    /// Twelve whole periods before the current one, and the current one.
    package let history: [Period]

    /// The period of a grain that holds `day`, as far as `day`.
    package init(_ grain: Grain, upTo day: Day, historyCount: Int = 13) {
        self.grain = grain
        whole = Period(grain, holding: day)
        current = Period(from: whole.start, upTo: min(whole.end, day + 1))
        let isWhole = current == whole
        let before = grain.advance(whole.start, by: -1)
        previous =
            isWhole
            ? Period(from: before, upTo: whole.start)
            : Period(from: before, upTo: min(whole.start, before + current.dayCount))
        lastYear =
            grain == .week ? Period(from: current.start - 364, upTo: current.end - 364) : current.lastYear
        let start = whole.start
        history =
            (1..<max(1, historyCount)).reversed().map {
                Period(from: grain.advance(start, by: -$0), upTo: grain.advance(start, by: -$0 + 1))
            } + [current]
    }

    package var isRunning: Bool { current != whole }
    /// How much of the period has passed.
    package var elapsedShare: Double { Double(current.dayCount) / Double(max(1, whole.dayCount)) }

    /// All of them, each once, in the order of first use.
    package var all: [Period] {
        var seen = Set<Period>()
        return ([current, previous, lastYear] + history).filter { seen.insert($0).inserted }
    }
}
