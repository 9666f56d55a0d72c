package import Kernel
package import Warehouse

/// Answers what a reader asks of one metric: how it went, and what it is made of (AT-06).
package struct MetricAnalyst: Sendable {
    private let warehouse: Warehouse
    private let targets: TargetStore

    package init(warehouse: Warehouse, targets: TargetStore) {
        self.warehouse = warehouse
        self.targets = targets
    }

    /// The line of a metric up to a day.
    package func trend(
        of metric: Metric, grain: Grain, upTo day: Day, filters: [DimensionFilter]
    ) async throws -> MetricTrend {
        let periods = ComparedPeriods(grain, upTo: day, historyCount: MetricTrend.length(grain)).history
        let yearBefore = periods.map { grain == .week ? Period(from: $0.start - 364, upTo: $0.end - 364) : $0.lastYear }
        let answer = try await MetricReader(warehouse).answer(
            MetricQuestion([metric], in: periods + yearBefore, where: filters))
        let wanted = try await goals(of: metric, grain, periods, filters)
        let points = periods.indices.map { index in
            MetricTrend.Point(
                period: periods[index], value: answer.value(metric, index),
                lastYear: answer.value(metric, periods.count + index), target: wanted[periods[index].start],
                isRunning: Period(grain, holding: periods[index].start) != periods[index])
        }
        return MetricTrend(metric: metric, grain: grain, points: points)
    }

    private func goals(
        of metric: Metric, _ grain: Grain, _ periods: [Period], _ filters: [DimensionFilter]
    ) async throws -> [Day: Double] {
        guard let node = TargetNode(filters: filters), let first = periods.first, let last = periods.last else {
            return [:]
        }
        let found = try await targets.targets(
            node: node, grain: grain, startingIn: Period(from: first.start, upTo: last.end))
        return found.filter { $0.metric == metric.id }.reduce(into: [:]) { $0[$1.startsOn] = $1.value }
    }

    /// The members of a dimension in a period and how they moved.
    package func breakdown(
        of metric: Metric, by dimension: Dimension, _ periods: ComparedPeriods, filters: [DimensionFilter]
    ) async throws -> MetricBreakdown {
        let asked = [periods.current, periods.previous, periods.lastYear]
        let parts = try await MetricReader(warehouse).answer(
            MetricQuestion([metric], in: asked, by: dimension, where: filters))
        let whole = try await MetricReader(warehouse).answer(MetricQuestion([metric], in: asked, where: filters))
        let names = try await MemberNames.read(dimension, from: warehouse)
        let addsUp = metric.membersAddUp(by: dimension)
        let total = whole.value(metric, 0).number
        let rows = parts.members.map { member in
            let now = parts.value(metric, 0, member: member)
            let before = parts.value(metric, 1, member: member)
            return MetricBreakdown.Row(
                member: member, name: names.text(of: member), value: now,
                share: addsUp ? now.number.flatMap { value in total.flatMap { $0 == 0 ? nil : value / $0 } } : nil,
                onPrevious: BoardCard.Change(from: before, to: now, of: metric),
                onLastYear: BoardCard.Change(from: parts.value(metric, 2, member: member), to: now, of: metric),
                contribution: addsUp ? now.number.flatMap { value in before.number.map { value - $0 } } : nil)
        }
        let sorted = rows.sorted {
            ($0.value.number ?? -.infinity, $1.member) > ($1.value.number ?? -.infinity, $0.member)
        }
        return MetricBreakdown(metric: metric, dimension: dimension, rows: sorted, addsUp: addsUp)
    }
}

extension Metric {
    /// Whether the values of a dimension's members sum to the whole: amounts and counts do, people and rates do not.
    package func membersAddUp(by dimension: Dimension) -> Bool {
        let isSum = formula.measures.allSatisfy { measure in
            RollUp.answering(measure, offering: [dimension])?.shape == .sums
        }
        switch formula {
        case .measure, .difference, .known(.difference, _, _, _): return isSum
        default: return false
        }
    }
}
