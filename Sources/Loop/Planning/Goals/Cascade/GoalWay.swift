package import Kernel
package import Warehouse

/// A way to break a goal down: by period, by members of a dimension, or among people.
package enum GoalWay: Sendable, Hashable {
    case period(Grain)
    case dimension(Dimension)
    case people

    /// `month`, `region`, `people`.
    package var code: String {
        switch self {
        case .period(let grain): grain.rawValue
        case .dimension(let dimension): dimension.rawValue
        case .people: "people"
        }
    }

    package init?(code: String) {
        if code == "people" {
            self = .people
        } else if let grain = Grain(rawValue: code), grain != .day, grain != .year {
            self = .period(grain)
        } else if let dimension = Dimension(rawValue: code) {
            self = .dimension(dimension)
        } else {
            return nil
        }
    }

    package var name: Text {
        switch self {
        case .period(let grain): grain.name
        case .dimension(let dimension): dimension.name
        case .people: Text(zh: "个人", en: "Person")
        }
    }

    /// The ways open to a goal that has none of its own scope yet.
    package static func open(to goal: Goal) -> [GoalWay] {
        guard let metric = goal.metric, goal.gap == nil, let days = goal.days else { return [] }
        let grains = [Grain.quarter, .month, .week].filter { GoalPieces.periods(of: days, $0).count > 1 }
        let taken = Set(goal.scope.filters.map(\.dimension))
        let hasOther = taken.contains { $0 != .region }
        let dimensions = [Dimension.region, .channel, .category, .product, .store, .dealer, .domain].filter {
            dimension in
            !taken.contains(dimension) && (dimension == .region || !hasOther)
                && metric.offers(taken.union([dimension]))
        }
        if goal.scope.isPerson { return grains.map(GoalWay.period) }
        return grains.map(GoalWay.period) + dimensions.map(GoalWay.dimension) + [.people]
    }

    /// In which way a child is a part of its parent.
    package init(of child: Goal, in parent: Goal) {
        let own = child.scope.filters.first { !parent.scope.filters.contains($0) }
        if child.scope.isPerson, !parent.scope.isPerson {
            self = .people
        } else if let own {
            self = .dimension(own.dimension)
        } else {
            let count = child.days?.dayCount ?? 0
            self = .period(count <= 7 ? .week : count <= 31 ? .month : count <= 92 ? .quarter : .year)
        }
    }
}
