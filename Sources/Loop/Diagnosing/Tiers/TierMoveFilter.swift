import Engine

/// Which customers that a run moved between tiers of a scheme are asked for.
package struct TierMoveFilter: Sendable, Hashable {
    /// One side of a move.
    package enum Side: Sendable, Hashable {
        case any
        /// Without a tier: not scored before, or not any more.
        case none
        case tier(String)
    }

    package let scheme: String
    package let from: Side
    package let to: Side
    /// By the customer's region.
    package let regions: RegionChoice

    package init(scheme: String, from: Side = .any, to: Side = .any, regions: RegionChoice = .all) {
        self.scheme = scheme
        self.from = from
        self.to = to
        self.regions = regions
    }

    var condition: String {
        "\(Self.condition(from, "from_tier")) AND \(Self.condition(to, "to_tier")) AND \(regions.customerCondition)"
    }

    var values: [EngineValue] { Self.values(from) + Self.values(to) + regions.values }

    private static func condition(_ side: Side, _ column: StaticString) -> String {
        switch side {
        case .any: "true"
        case .none: "\(column) IS NULL"
        case .tier: "\(column) = ?"
        }
    }

    private static func values(_ side: Side) -> [EngineValue] {
        if case .tier(let id) = side { [.text(id)] } else { [] }
    }
}
