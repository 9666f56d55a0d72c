import Kernel

/// The questions to roll-ups that answer one question about metrics: one for each roll-up and window, whatever the number
/// of metrics. A metric that cannot be split or filtered so needs none, and says why.
struct MetricPlan: Sendable {
    let selects: [RollUpSelect]
    let impossible: [String: NotComputable]

    init(_ question: MetricQuestion) {
        var impossible: [String: NotComputable] = [:]
        var slots: [Slot] = []
        for metric in question.metrics {
            if metric.isBySegment {
                impossible[metric.id] = .bySegment
                continue
            }
            guard metric.offers(question.dimensions) else {
                let missing = Dimension.allCases.filter { question.dimensions.contains($0) && !metric.offers([$0]) }
                impossible[metric.id] = .dimensionNotOffered(missing.isEmpty ? Array(question.dimensions) : missing)
                continue
            }
            for need in metric.formula.needs {
                guard let rollUp = RollUp.answering(need.measure, offering: question.dimensions) else { continue }
                let slot = Slot(rollUp: rollUp.id, window: need.window(in: rollUp))
                if !slots.contains(slot) { slots.append(slot) }
            }
        }
        self.impossible = impossible
        selects = slots.compactMap { slot in
            guard let rollUp = RollUp.all.first(where: { $0.id == slot.rollUp }) else { return nil }
            return RollUpSelect(
                rollUp: rollUp, measures: rollUp.measures(for: slot.window), window: slot.window, by: question.by,
                filters: question.filters, periods: question.periods)
        }
    }

    private struct Slot: Hashable {
        let rollUp: String
        let window: RollUpSelect.Window
    }
}

extension RollUp {
    /// All measures that are read in one way: they cost next to nothing beside the first, and serve the next reader.
    func measures(for window: RollUpSelect.Window) -> [Measure] {
        measures.filter { column in
            switch window {
            case .within, .snapshots: !column.isLevel
            case .closing, .opening: column.isLevel
            }
        }.map(\.measure)
    }
}

/// A measure as a formula needs it.
struct MeasureNeed: Sendable, Hashable {
    let measure: Measure
    var isOpening = false

    func window(in rollUp: RollUp) -> RollUpSelect.Window {
        if rollUp.shape == .snapshots { return .snapshots }
        guard rollUp.column(of: measure)?.isLevel == true else { return .within }
        return isOpening ? .opening : .closing
    }
}

extension Formula {
    /// All that must be known to compute it.
    var needs: [MeasureNeed] {
        switch self {
        case .measure(let measure): [MeasureNeed(measure: measure)]
        case .opening(let measure): [MeasureNeed(measure: measure, isOpening: true)]
        case .difference(let left, let right), .ratio(let left, let right): left.needs + right.needs
        case .share(let part, let whole): [MeasureNeed(measure: part), MeasureNeed(measure: whole)]
        case .netPromoterScore: measures.map { MeasureNeed(measure: $0) }
        case .perYear(let inner), .perDay(let inner): inner.needs
        case .known(let inner, let part, let whole, _):
            inner.needs + [MeasureNeed(measure: part), MeasureNeed(measure: whole)]
        }
    }
}
