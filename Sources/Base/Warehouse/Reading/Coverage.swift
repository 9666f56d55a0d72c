import Kernel

/// Whether there is anything to count from. Inside of the days that the data cover, no rows mean zero; outside of them,
/// or where nothing was ever loaded, there is no number.
struct Coverage: Sendable {
    let state: RollUpState
    let dimensions: Set<Dimension>

    func reason(against measure: Measure, in period: Period) -> NotComputable? {
        guard let rollUp = RollUp.answering(measure, offering: dimensions) else { return nil }
        let isLevel = rollUp.column(of: measure)?.isLevel == true
        for table in rollUp.facts {
            guard let days = state.source(table)?.days else { return .noData(table) }
            let starts = rollUp.shape == .snapshots ? period.start - 1 : period.start
            let isBefore = isLevel ? days.start >= period.end : (days.start >= period.end || period.dayCount == 0)
            if isBefore || days.end <= starts { return .outsideData(table, days) }
        }
        for table in rollUp.lookups where rollUp.facts.isEmpty {
            if (state.source(table)?.rowCount ?? 0) == 0 { return .noData(table) }
        }
        return state.occurs(measure) ? nil : .neverRecorded(measure)
    }

    /// Whether the data cover only some days of a period.
    func isPartial(_ metric: Metric, _ period: Period) -> Bool {
        metric.rollUps.filter { $0.shape != .snapshots }.flatMap(\.facts).contains { table in
            guard let days = state.source(table)?.days else { return false }
            return days.start > period.start || days.end < period.end
        }
    }
}
