package import Kernel
package import Warehouse

/// What a metric shall reach in one period, for the whole company or one member of a dimension.
package struct MetricTarget: Sendable, Hashable {
    package let metric: String
    package let node: TargetNode
    package let grain: Grain
    /// The first day of the period.
    package let startsOn: Day
    /// In the metric's own unit: fen, counts, shares of one.
    package let value: Double

    package init(metric: String, node: TargetNode = .company, grain: Grain, startsOn: Day, value: Double) {
        self.metric = metric
        self.node = node
        self.grain = grain
        self.startsOn = grain.start(of: startsOn)
        self.value = value
    }
}

/// For whom a target is set.
package enum TargetNode: Sendable, Hashable {
    case company
    case member(Dimension, String)

    /// `company`, `region:east`.
    package var code: String {
        switch self {
        case .company: "company"
        case .member(let dimension, let member): "\(dimension.rawValue):\(member)"
        }
    }

    package init?(code: String) {
        if code == "company" {
            self = .company
            return
        }
        let parts = code.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let dimension = Dimension(rawValue: String(parts[0])) else { return nil }
        self = .member(dimension, String(parts[1]))
    }

    /// The node that a set of filters describes: the company, one member, or none that targets are set for.
    package init?(filters: [DimensionFilter]) {
        switch filters.count {
        case 0: self = .company
        case 1 where filters[0].members.count == 1: self = .member(filters[0].dimension, filters[0].members[0])
        default: return nil
        }
    }
}
