package import Kernel
package import Records

/// The way of a headline measure from baseline to target, through its checkpoints (S-01). Typed numbers.
package struct MeasurePath: Sendable {
    package let start: Day
    package let due: Day
    package let baseline: Double
    package let target: Double
    private let shape: String
    /// Values fixed by hand, in order of their days, with both ends.
    private let points: [(day: Day, value: Double)]

    /// `nil` without a deadline, where it does not lie after the start, or without values. The plan's days stand in for missing ones.
    package init?(_ measure: Record, plan: Record, checkpoints: [Record]) {
        guard case .number(let baseline) = measure["baseline"], case .number(let target) = measure["target"],
            let start = Self.day(measure["baseline_on"]) ?? Self.day(plan["starts_on"]),
            let due = Self.day(measure["due_on"]) ?? Self.day(plan["ends_on"]), start < due
        else { return nil }
        self.start = start
        self.due = due
        self.baseline = baseline
        self.target = target
        if case .text(let path) = measure["path"] { shape = path } else { shape = "linear" }
        let own = checkpoints.filter { $0["measure"] == .whole(measure.id) }.compactMap { record in
            if case .day(let day) = record["due_on"], case .number(let value) = record["expected"], day > start,
                day < due
            {
                (day: day, value: value)
            } else {
                nil
            }
        }
        points = [(start, baseline)] + own.sorted { $0.day < $1.day } + [(due, target)]
    }

    /// What should be reached by the end of a day: the baseline before the start, the target after the deadline.
    package func expected(on day: Day) -> Double {
        if day <= start { return baseline }
        guard let next = points.first(where: { $0.day >= day }), day < due else { return target }
        let last = points.last { $0.day < day } ?? points[0]
        if shape == "stepped" { return next.day == day ? next.value : last.value }
        let share = Double(day - last.day) / Double(next.day - last.day)
        // Slow at first only where nothing between the ends is fixed by hand.
        let shaped = shape == "slow_start" && points.count == 2 ? share * share : share
        return last.value + (next.value - last.value) * shaped
    }

    /// The ends of quarters on the way, and the deadline, each with its value.
    package var checkpoints: [(day: Day, value: Double)] {
        var days: [Day] = []
        var end = Grain.quarter.advance(Grain.quarter.start(of: start), by: 1) - 1
        while end < due, days.count < 60 {
            if end > start { days.append(end) }
            end = Grain.quarter.advance(end + 1, by: 1) - 1
        }
        return (days + [due]).map { ($0, expected(on: $0)) }
    }

    private static func day(_ value: RecordValue?) -> Day? {
        if case .day(let day) = value { day } else { nil }
    }
}
