import Kernel
import Warehouse

/// Keeps what readings of goals rest on until the roll-ups change: daily sums, months and forecasts. Thousands of simulated
/// futures are then drawn once, however often the tree is opened.
actor ForecastMemory {
    struct Key: Hashable, Sendable {
        let metric: String
        let filters: [DimensionFilter]
        let days: Period
    }

    /// Whole months up to the last one that the data cover.
    struct Months: Sendable {
        let values: [Double]
        /// The first day of the last of them.
        let last: Day
    }

    private struct Series: Hashable {
        let metric: String
        let filters: [DimensionFilter]
    }

    private var version: Int64 = -1
    private var forecasts: [Key: GoalForecast?] = [:]
    private var sums: [Series: DailySums?] = [:]
    private var months: [Series: Months?] = [:]
    private let monthCount = 60

    func forecast(_ key: Key, _ wanted: Int64, _ make: @Sendable () -> GoalForecast?) -> GoalForecast? {
        renew(wanted)
        if let kept = forecasts[key] { return kept }
        let made = make()
        if forecasts.count > 2_000 { forecasts.removeAll() }
        forecasts[key] = .some(made)
        return made
    }

    func sums(
        _ metric: Metric, _ filters: [DimensionFilter], _ warehouse: Warehouse, _ state: RollUpState
    ) async throws -> DailySums? {
        renew(state.version)
        let key = Series(metric: metric.id, filters: filters)
        if let kept = sums[key] { return kept }
        let read = try await MetricReader(warehouse).daily(metric, where: filters, state)
        if state.version == version { sums[key] = .some(read) }
        return read
    }

    func months(
        _ metric: Metric, _ filters: [DimensionFilter], _ warehouse: Warehouse, _ state: RollUpState
    ) async throws -> Months? {
        renew(state.version)
        let key = Series(metric: metric.id, filters: filters)
        if let kept = months[key] { return kept }
        let read = try await readMonths(metric, filters, warehouse, state)
        if state.version == version { months[key] = .some(read) }
        return read
    }

    private func readMonths(
        _ metric: Metric, _ filters: [DimensionFilter], _ warehouse: Warehouse, _ state: RollUpState
    ) async throws -> Months? {
        guard let end = state.lastDay else { return nil }
        let running = Grain.month.start(of: end + 1)
        let periods = (1...monthCount).reversed().map {
            Period(.month, holding: Grain.month.advance(running, by: -$0))
        }
        let answer = try await MetricReader(warehouse).answer(
            MetricQuestion([metric], in: periods, where: filters), state)
        let all = answer.series(metric).map(\.number)
        // A month that the data cover in part only would look like a fall.
        let whole = periods.indices.map { answer.isPartial(metric, $0) ? nil : all[$0] }
        guard let lastKnown = whole.lastIndex(where: { $0 != nil }) else { return nil }
        let firstGap = whole[...lastKnown].lastIndex(where: { $0 == nil }).map { $0 + 1 } ?? 0
        return Months(values: whole[firstGap...lastKnown].compactMap { $0 }, last: periods[lastKnown].start)
    }

    private func renew(_ wanted: Int64) {
        guard wanted != version else { return }
        version = wanted
        forecasts = [:]
        sums = [:]
        months = [:]
    }
}
