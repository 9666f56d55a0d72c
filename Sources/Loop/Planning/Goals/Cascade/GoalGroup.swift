package import Kernel
import Stats
import Warehouse

/// The children of a goal that break it down in one way, and whether they come to what the goal says.
package struct GoalGroup: Sendable {
    package let parent: Goal
    package let way: GoalWay
    package let children: [Goal]

    /// How children come together, by the kind of metric.
    package enum Rule: String, Sendable {
        case sum, weightedMean, last

        package var name: Text {
            switch self {
            case .sum: Text(zh: "合计", en: "Sum")
            case .weightedMean: Text(zh: "加权平均", en: "Weighted mean")
            case .last: Text(zh: "期末值", en: "Last value")
            }
        }
    }

    package init(parent: Goal, way: GoalWay, children: [Goal]) {
        self.parent = parent
        self.way = way
        self.children = children
    }

    /// All groups of a goal's children, in the order of their first.
    package static func groups(of parent: Goal, _ children: [Goal]) -> [GoalGroup] {
        var order: [GoalWay] = []
        let byWay = Dictionary(grouping: children) { GoalWay(of: $0, in: parent) }
        for child in children {
            let way = GoalWay(of: child, in: parent)
            if !order.contains(way) { order.append(way) }
        }
        return order.map { GoalGroup(parent: parent, way: $0, children: byWay[$0] ?? []) }
    }

    package var rule: Rule { Self.rule(parent.metric, way) }

    static func rule(_ metric: Metric?, _ way: GoalWay) -> Rule {
        switch (metric?.shape ?? .sum, way) {
        case (.sum, _): .sum
        case (.level, .period): .last
        case (.quotient, _), (.level, _): .weightedMean
        }
    }

    /// What the children come to, in typed numbers; `nil` while one has no target.
    package var reached: Double? {
        let targets = children.compactMap(typedTarget)
        guard targets.count == children.count, !targets.isEmpty else { return nil }
        switch rule {
        case .sum: return parent.unit.typed(steps: targets.map(parent.unit.steps).reduce(0, +))
        case .weightedMean: return Balancing.mean(targets, children.map { $0.weight ?? 1 })
        case .last:
            let last = children.indices.max { end(children[$0]) < end(children[$1]) }
            return last.map { targets[$0] }
        }
    }

    /// What the children come to less what the goal says, in typed numbers.
    package var difference: Double? {
        reached.flatMap { reached in
            typedTarget(parent).map { parent.unit.typed(steps: parent.unit.steps(reached - $0)) }
        }
    }

    /// To the last unit for sums; within half of the smallest step for means.
    package var isBalanced: Bool { difference == 0 }

    /// Days of the goal that no child of a breakdown by period has, or that two have.
    package var unevenDays: (missing: [Period], doubled: [Period]) {
        guard case .period = way, let whole = parent.days else { return ([], []) }
        var missing: [Period] = []
        var doubled: [Period] = []
        var next = whole.start
        for days in children.compactMap(\.days).sorted(by: { $0.start < $1.start }) {
            if days.start > next { missing.append(Period(from: next, upTo: days.start)) }
            if days.start < next { doubled.append(Period(from: days.start, upTo: min(next, days.end))) }
            next = max(next, days.end)
        }
        if next < whole.end { missing.append(Period(from: next, upTo: whole.end)) }
        return (missing, doubled)
    }

    private func typedTarget(_ goal: Goal) -> Double? { goal.target.map(goal.unit.typed) }
    private func end(_ goal: Goal) -> Day { goal.days?.end ?? Day(daysSince1970: .min) }
}
