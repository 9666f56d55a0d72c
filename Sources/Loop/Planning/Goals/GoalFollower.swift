import Kernel
import Stats
package import Warehouse

/// Follows goals: path, actual and probability, from the registry of metrics. Forecasts are kept until the data change.
package struct GoalFollower: Sendable {
    package let warehouse: Warehouse
    /// Where shares of segments are read; without it, goals on them say so.
    let shares: MarketShareReader?
    private let memory = ForecastMemory()

    package init(_ warehouse: Warehouse, shares: MarketShareReader? = nil) {
        self.warehouse = warehouse
        self.shares = shares
    }

    /// Readings of all goals, by id. Of many goals on one metric and scope the data are read once.
    package func readings(of goals: [Goal]) async throws -> [Int64: GoalReading] {
        let state = try await RollUpState.read(from: warehouse)
        var readings: [Int64: GoalReading] = [:]
        for goal in goals { readings[goal.id] = try await reading(of: goal, state) }
        return readings
    }

    package func reading(of goal: Goal) async throws -> GoalReading {
        try await reading(of: goal, try await RollUpState.read(from: warehouse))
    }

    /// The daily sums behind a goal; `nil` for levels and where there are no data.
    package func sums(of goal: Goal) async throws -> DailySums? {
        guard let metric = goal.metric, goal.gap == nil else { return nil }
        return try await sums(of: metric, goal.scope.filters)
    }

    func sums(of metric: Metric, _ filters: [DimensionFilter]) async throws -> DailySums? {
        try await memory.sums(metric, filters, warehouse, try await RollUpState.read(from: warehouse))
    }

    /// How a goal went and may go on, for a chart: the days so far, and the steps to the deadline.
    package func course(of reading: GoalReading) async throws -> [GoalCoursePoint] {
        let goal = reading.goal
        guard let metric = goal.metric, let days = goal.days, goal.gap == nil, !goal.scope.isPerson else { return [] }
        if metric.isBySegment {
            guard let share = try await share(of: goal) else { return [] }
            return GoalCoursePoint.periods(share, days, GoalPath(goal, nil), reading.forecast)
        }
        let state = try await RollUpState.read(from: warehouse)
        if metric.shape == .level {
            guard let months = try await memory.months(metric, goal.scope.filters, warehouse, state) else { return [] }
            return GoalCoursePoint.months(months, days, GoalPath(goal, nil), reading.forecast)
        }
        guard let sums = try await memory.sums(metric, goal.scope.filters, warehouse, state) else { return [] }
        return GoalCoursePoint.weeks(sums, days, GoalPath(goal, sums), reading.forecast)
    }

    private func reading(of goal: Goal, _ state: RollUpState) async throws -> GoalReading {
        let lastDay = state.lastDay ?? Day(daysSince1970: 0)
        guard goal.gap == nil, let metric = goal.metric, let days = goal.days, let target = goal.target else {
            let text = goal.gap?.text ?? GoalGap.deadline.text
            return GoalReading(goal, asOf: lastDay, actual: nil, expected: nil, prospect: .unknown(text))
        }
        if goal.scope.isPerson {
            let text = Text(
                zh: "个人分解不从数据仓库取数，请用签到或上级目标的完成情况评价。",
                en: "A person's part is not in the data: judge it by check-ins and by the goal above.")
            return GoalReading(goal, asOf: lastDay, actual: nil, expected: nil, prospect: .unknown(text))
        }
        if metric.isBySegment { return try await share(goal, metric, days, target, lastDay) }
        return metric.shape == .level
            ? try await level(goal, metric, days, target, state)
            : try await added(goal, metric, days, target, state, lastDay)
    }

    private func added(
        _ goal: Goal, _ metric: Metric, _ days: Period, _ target: Double, _ state: RollUpState, _ lastDay: Day
    ) async throws -> GoalReading {
        guard let sums = try await memory.sums(metric, goal.scope.filters, warehouse, state) else {
            return GoalReading(goal, asOf: lastDay, actual: nil, expected: nil, prospect: .unknown(Self.noData(metric)))
        }
        let asOf = sums.days.lastDay
        let passed = Period(from: days.start, upTo: min(days.end, sums.days.end))
        let actual = passed.dayCount > 0 ? sums.value(passed) : nil
        let expected = GoalPath(goal, sums).expected(on: asOf)
        if days.end <= sums.days.end {
            let isReached = actual.map { Self.meets($0, target, metric) }
            return GoalReading(
                goal, asOf: asOf, actual: actual, expected: target,
                prospect: isReached.map { .ended(isReached: $0) } ?? .unknown(Self.noData(metric)))
        }
        let key = ForecastMemory.Key(metric: metric.id, filters: goal.scope.filters, days: days)
        let forecast = await memory.forecast(key, state.version) {
            WeeklyForecast(sums: sums, days: days).forecast(Self.seed)
        }
        return GoalReading(
            goal, asOf: asOf, actual: actual, expected: expected, prospect: Self.prospect(forecast, target, metric))
    }

    private func level(
        _ goal: Goal, _ metric: Metric, _ days: Period, _ target: Double, _ state: RollUpState
    ) async throws -> GoalReading {
        let lastDay = state.lastDay ?? days.start
        let months = try await memory.months(metric, goal.scope.filters, warehouse, state)
        guard let months, let actual = months.values.last else {
            return GoalReading(goal, asOf: lastDay, actual: nil, expected: nil, prospect: .unknown(Self.noData(metric)))
        }
        let asOf = Grain.month.advance(months.last, by: 1) - 1
        let expected = GoalPath(goal, nil).expected(on: asOf)
        let behind = MonthlyForecast.months(from: days.lastDay, to: months.last)
        if behind >= 0 {
            let place = months.values.count - 1 - behind
            guard months.values.indices.contains(place) else {
                return GoalReading(
                    goal, asOf: asOf, actual: nil, expected: target, prospect: .unknown(Self.noData(metric)))
            }
            let final = months.values[place]
            return GoalReading(
                goal, asOf: asOf, actual: final, expected: target,
                prospect: .ended(isReached: Self.meets(final, target, metric)))
        }
        let key = ForecastMemory.Key(metric: metric.id, filters: goal.scope.filters, days: days)
        let forecast = await memory.forecast(key, state.version) {
            MonthlyForecast(
                values: months.values, lastMonth: months.last, due: days.lastDay, bounds: metric.unit.bounds
            ).forecast(Self.seed)
        }
        return GoalReading(
            goal, asOf: asOf, actual: actual, expected: expected, prospect: Self.prospect(forecast, target, metric))
    }

    static let seed = Seed(20_261_122)

    static func prospect(_ forecast: GoalForecast?, _ target: Double, _ metric: Metric) -> GoalReading.Prospect {
        guard let forecast else {
            return .unknown(
                Text(
                    zh: "历史数据不足（至少 8 周或 8 个月），暂按路径评价，不给出概率。",
                    en:
                        "Too little history (eight weeks or months at least): judged by the path, without a probability."
                ))
        }
        let probability =
            metric.direction == .higherIsBetter
            ? forecast.outlook.probability(atLeast: target) : forecast.outlook.probability(atMost: target)
        return .forecast(forecast, probability: probability)
    }

    static func meets(_ value: Double, _ target: Double, _ metric: Metric) -> Bool {
        let slack = 1e-9 * max(1, abs(target))
        return metric.direction == .higherIsBetter ? value >= target - slack : value <= target + slack
    }

    private static func noData(_ metric: Metric) -> Text {
        Text(
            zh: "“\(metric.name.zh)”在该范围内没有数据，请先导入。",
            en: "There are no data on \(metric.name.en) here: import them first.")
    }
}

extension MetricUnit {
    /// Between which values a level of this unit must lie.
    fileprivate var bounds: ClosedRange<Double>? {
        switch self {
        case .percent: 0...1
        case .points: -100...100
        case .money, .count, .ratio, .days: nil
        }
    }
}
