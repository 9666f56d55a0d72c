import Kernel
package import Warehouse

/// Proposes targets from the past: last year's value and a step beyond it, in the direction that is better. What planners
/// start from, and what lights the demonstration company's board.
package struct TargetProposal: Sendable {
    private let warehouse: Warehouse
    /// 0.08: eight per cent better than the year before.
    private let step: Double

    package init(_ warehouse: Warehouse, step: Double = 0.08) {
        self.warehouse = warehouse
        self.step = step
    }

    /// Monthly, quarterly and yearly targets for the `count` latest periods of each that have a value a year before;
    /// for the company and for each member of `nodes`.
    package func targets(latest count: Int = 13, nodes: Dimension? = .region) async throws -> [MetricTarget] {
        guard let last = try await RollUpState.read(from: warehouse).lastDay else { return [] }
        var targets: [MetricTarget] = []
        for grain in [Grain.month, .quarter, .year] {
            let starts = (0..<(grain == .month ? count : grain == .quarter ? 5 : 2)).map {
                grain.advance(grain.start(of: last), by: -$0)
            }
            targets += try await proposed(grain, starts, by: nil)
            if let nodes { targets += try await proposed(grain, starts, by: nodes) }
        }
        return targets
    }

    private func proposed(_ grain: Grain, _ starts: [Day], by dimension: Dimension?) async throws -> [MetricTarget] {
        let metrics = Metric.all.filter { metric in dimension.map { metric.offers([$0]) } ?? true }
        let periods = starts.map { Period(grain, holding: $0.adding(months: -12)) }
        let answer = try await MetricReader(warehouse).answer(MetricQuestion(metrics, in: periods, by: dimension))
        let members = dimension == nil ? [""] : answer.members.filter { !$0.isEmpty }
        return metrics.flatMap { metric in
            members.flatMap { member in
                starts.indices.compactMap { position -> MetricTarget? in
                    guard !answer.isPartial(metric, position),
                        let value = answer.value(metric, position, member: member).number, value != 0
                    else { return nil }
                    let node = dimension.map { TargetNode.member($0, member) } ?? .company
                    return MetricTarget(
                        metric: metric.id, node: node, grain: grain, startsOn: starts[position],
                        value: better(value, metric))
                }
            }
        }
    }

    private func better(_ value: Double, _ metric: Metric) -> Double {
        let sign: Double = metric.direction == .higherIsBetter ? 1 : -1
        let wanted: Double =
            switch metric.unit {
            // A share moves a quarter of the way: eight per cent more of 60 % would be out of this world.
            case .percent, .points, .ratio, .days: value + sign * abs(value) * step / 4
            case .money, .count: value + sign * abs(value) * step
            }
        return rounded(wanted, metric)
    }

    /// To what people write down: three leading digits of money and counts, a tenth of a per cent.
    private func rounded(_ value: Double, _ metric: Metric) -> Double {
        switch metric.unit {
        case .percent: return (value * 1000).rounded() / 1000
        case .points, .days: return (value * 10).rounded() / 10
        case .ratio: return (value * 100).rounded() / 100
        case .money, .count:
            var unit = 1.0
            while abs(value) / unit >= 1000 { unit *= 10 }
            return (value / unit).rounded() * unit
        }
    }
}
