package import Kernel
package import Store
package import Warehouse

/// Makes boards: all values of a board by one question to each roll-up.
package struct BoardReader: Sendable {
    let warehouse: Warehouse
    private let targets: TargetStore

    package init(warehouse: Warehouse, store: Store) {
        self.warehouse = warehouse
        targets = TargetStore(store)
    }

    /// The board of a view for the period of `grain` that holds `day`; without a day, the last one with data.
    package func read(
        _ view: BoardView, grain: Grain = .month, day: Day? = nil, filters: [DimensionFilter] = []
    ) async throws -> Board {
        let state = try await RollUpState.read(from: warehouse)
        guard let last = state.lastDay else { throw MonitoringProblem.noData }
        let periods = ComparedPeriods(grain, upTo: min(day ?? last, last))
        let answer = try await answer(view.metrics, periods, filters, state)
        let judged = try await standards(periods, filters)
        let cards = view.metrics.map { card($0, periods, answer, judged) }
        return Board(
            view: view, periods: periods, filters: filters, cards: cards, zone: warehouse.zone,
            currency: warehouse.currency,
            refreshedAt: state.refreshedAt, version: state.version)
    }

    /// The card of one metric.
    package func card(_ metric: Metric, _ periods: ComparedPeriods, _ filters: [DimensionFilter]) async throws
        -> BoardCard
    {
        let state = try await RollUpState.read(from: warehouse)
        let answer = try await answer([metric], periods, filters, state)
        return card(metric, periods, answer, try await standards(periods, filters))
    }

    private func answer(
        _ metrics: [Metric], _ periods: ComparedPeriods, _ filters: [DimensionFilter], _ state: RollUpState
    ) async throws -> MetricAnswer {
        try await MetricReader(warehouse).answer(MetricQuestion(metrics, in: periods.all, where: filters), state)
    }

    /// Targets and limits of what is shown.
    package struct Standards: Sendable {
        let targets: [String: Double]
        let limits: [String: LightLimits]
        package func target(_ metric: Metric) -> Double? { targets[metric.id] }
        package func limits(_ metric: Metric) -> LightLimits {
            limits[metric.id] ?? limits[TargetStore.everyMetric] ?? .standard
        }
    }

    package func standards(_ periods: ComparedPeriods, _ filters: [DimensionFilter]) async throws -> Standards {
        var values: [String: Double] = [:]
        if let node = TargetNode(filters: filters) {
            let day = Period(from: periods.whole.start, upTo: periods.whole.start + 1)
            for target in try await targets.targets(node: node, grain: periods.grain, startingIn: day) {
                values[target.metric] = target.value
            }
        }
        return Standards(targets: values, limits: try await targets.limits())
    }

    private func card(
        _ metric: Metric, _ periods: ComparedPeriods, _ answer: MetricAnswer, _ standards: Standards
    ) -> BoardCard {
        let positions = Dictionary(uniqueKeysWithValues: answer.question.periods.enumerated().map { ($1, $0) })
        func value(_ period: Period) -> MetricValue {
            positions[period].map { answer.value(metric, $0) } ?? .unavailable(.dimensionNotOffered([]))
        }
        let current = value(periods.current)
        let target = standards.target(metric)
        let expected = target.map { metric.addsUpOverDays ? $0 * periods.elapsedShare : $0 }
        let reached = current.number.flatMap { number in
            expected.flatMap { attainment(of: number, target: $0, direction: metric.direction) }
        }
        return BoardCard(
            metric: metric, value: current, target: target, expected: expected, attainment: reached,
            light: standards.limits(metric).light(reached), limits: standards.limits(metric),
            onPrevious: BoardCard.Change(from: value(periods.previous), to: current, of: metric),
            onLastYear: BoardCard.Change(from: value(periods.lastYear), to: current, of: metric),
            history: periods.history.map { value($0).number },
            freshness: answer.state.freshness(of: metric),
            isPartial: positions[periods.current].map { answer.isPartial(metric, $0) } ?? false)
    }
}

extension Metric {
    /// Whether a longer period simply brings more of it, so that half a month should have half the month's target.
    package var addsUpOverDays: Bool {
        switch formula {
        case .measure(let measure): RollUp.answering(measure, offering: [])?.column(of: measure)?.isLevel == false
        case .known(.difference, _, _, _), .difference: true
        default: false
        }
    }
}

extension RollUpState {
    /// How far all the sources of a metric reach.
    package func freshness(of metric: Metric) -> BoardCard.Freshness {
        let facts = metric.rollUps.flatMap(\.facts).compactMap { source($0) }
        return BoardCard.Freshness(
            lastDay: facts.compactMap { $0.days?.lastDay }.min(), loadedAt: facts.compactMap(\.loadedAt).min())
    }
}
