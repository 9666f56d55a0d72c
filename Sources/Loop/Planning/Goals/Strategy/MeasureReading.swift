package import Kernel
package import Records
package import Warehouse

/// A headline measure on a day: ahead of or behind its path. Typed numbers.
package struct MeasureReading: Sendable, Identifiable {
    package var id: Int64 { record.id }
    package let record: Record
    package let metric: Metric?
    package let path: MeasurePath?
    package let expected: Double?
    /// `nil` without a metric, or where the data do not reach that day.
    package let actual: Double?
    /// The last day that the actual value covers.
    package let actualOn: Day?

    /// How far ahead, in the good direction; below zero: behind.
    package var lead: Double? {
        guard let actual, let expected else { return nil }
        let isDown = path.map { $0.target < $0.baseline } ?? (metric?.direction == .lowerIsBetter)
        return isDown ? expected - actual : actual - expected
    }

    /// The part of the way from baseline to target that was made.
    package var progress: Double? {
        guard let actual, let path, path.target != path.baseline else { return nil }
        return (actual - path.baseline) / (path.target - path.baseline)
    }
}

extension GoalFollower {
    /// Headline measures as they stood on a day. What adds up and rates count the twelve months up to it, levels the last whole
    /// month: a strategy looks at the running year, not at a calendar one.
    package func measures(
        _ records: [Record], of plan: Record, checkpoints: [Record], on day: Day
    ) async throws -> [MeasureReading] {
        let state = try await RollUpState.read(from: warehouse)
        var readings: [MeasureReading] = []
        for record in records where record["plan"] == .whole(plan.id) {
            let path = MeasurePath(record, plan: plan, checkpoints: checkpoints)
            var metric: Metric?
            if case .text(let id) = record["metric"] { metric = Metric.named(id) }
            let actual: (value: Double, day: Day)?
            if let metric, metric.isBySegment {
                actual = try await share(of: record.whole("segment"), on: min(day, state.lastDay ?? day))
            } else if let metric {
                actual = try await value(of: metric, on: day, state)
            } else {
                actual = nil
            }
            readings.append(
                MeasureReading(
                    record: record, metric: metric, path: path, expected: path?.expected(on: day),
                    actual: actual?.value,
                    actualOn: actual?.day))
        }
        return readings
    }

    private func value(of metric: Metric, on day: Day, _ state: RollUpState) async throws -> (value: Double, day: Day)?
    {
        guard let last = state.lastDay else { return nil }
        let end = min(day, last)
        let period =
            metric.shape == .level
            ? Period(.month, holding: Grain.month.start(of: end + 1) - 1)
            : Period(from: end.adding(months: -12) + 1, upTo: end + 1)
        let answer = try await MetricReader(warehouse).answer(MetricQuestion([metric], in: [period]), state)
        guard let number = answer.value(metric, 0).number, !answer.isPartial(metric, 0) else { return nil }
        return (GoalUnit(metric.unit, warehouse.currency).typed(number), period.lastDay)
    }
}
