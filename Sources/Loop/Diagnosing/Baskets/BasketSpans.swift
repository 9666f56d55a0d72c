import Kernel
import Warehouse

/// The spans of days for which baskets are counted beforehand: the calendar months, quarters and years back from the last day, and
/// what a running one is compared with, so many days of the period before and of the year before.
struct BasketSpans: Equatable {
    /// In order of their first days.
    let all: [Period]
    /// Those that somebody can choose; the others only stand beside a running period.
    let shown: Set<Period>

    static let grains: [(grain: Grain, count: Int)] = [(.month, 48), (.quarter, 20), (.year, 6)]

    init(first: Day, last: Day) {
        var shown: Set<Period> = []
        var compared: Set<Period> = []
        for (grain, count) in Self.grains {
            let running = ComparedPeriods(grain, upTo: last, historyCount: count)
            shown.formUnion(running.history)
            compared.formUnion([running.previous, running.lastYear])
        }
        let isInData: (Period) -> Bool = { $0.end > first && $0.dayCount > 0 }
        self.shown = shown.filter(isInData)
        all = shown.union(compared).filter(isInData).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// The spans in groups within which none overlap, so that a day belongs to one span of a group at most.
    static func groups(_ spans: [Period]) -> [[Period]] {
        var groups: [[Period]] = []
        for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let place = groups.firstIndex(where: { ($0.last?.end ?? span.start) <= span.start }) {
                groups[place].append(span)
            } else {
                groups.append([span])
            }
        }
        return groups
    }
}
