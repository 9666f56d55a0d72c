package import Kernel

/// A way to divide all customers into tiers: rules over the scores, read from the top; the first that covers a cell gives
/// its tier. Schemes live side by side, and each customer holds one tier in each (CU-02).
package struct TierScheme: Sendable, Hashable, Codable, Identifiable {
    package let id: String
    package let name: Text
    package let tiers: [Tier]
    package let rules: [TierRule]
    /// How often the company has changed the rules; `nil`: never.
    private let changes: Int?

    package init(_ id: String, _ name: Text, tiers: [Tier], rules: [TierRule], version: Int = 1) {
        self.id = id
        self.name = name
        self.tiers = tiers
        self.rules = rules
        changes = version > 1 ? version - 1 : nil
    }

    /// Which version of the rules these are. 1: those that the program came with.
    package var version: Int { (changes ?? 0) + 1 }

    /// The same tiers with other rules.
    package func with(rules: [TierRule], version: Int) -> TierScheme {
        TierScheme(id, name, tiers: tiers, rules: rules, version: version)
    }

    /// The same rules under other names.
    package func named(_ name: Text, tiers: [Tier]) -> TierScheme {
        TierScheme(id, name, tiers: tiers, rules: rules, version: version)
    }

    /// The tier of a cell; `nil` only for a scheme that `check()` refuses.
    package func tier(of cell: RFMCell) -> Tier? {
        rules.first { $0.covers(cell) }.flatMap { rule in tiers.first { $0.id == rule.tier } }
    }

    package func tier(_ id: String) -> Tier? { tiers.first { $0.id == id } }

    /// The cells of a tier, in order.
    package func cells(of tier: String) -> [RFMCell] { RFMCell.all.filter { self.tier(of: $0)?.id == tier } }

    /// Whether the rules of two schemes give every cell the same tier.
    package func divides(as other: TierScheme) -> Bool {
        RFMCell.all.allSatisfy { tier(of: $0)?.id == other.tier(of: $0)?.id }
    }

    /// Every cell has a tier and every tier a cell, every rule decides some cell, and rules name only tiers of the scheme.
    package func check() throws(RFMProblem) {
        for rule in rules where tier(rule.tier) == nil { throw .tierUnknown(scheme: name, tier: rule.tier) }
        let firstRules = RFMCell.all.map { cell in rules.firstIndex { $0.covers(cell) } }
        let open = zip(RFMCell.all, firstRules).filter { $0.1 == nil }.map(\.0.code)
        guard open.isEmpty else { throw .cellsWithoutTier(scheme: name, cells: open) }
        let used = Set(firstRules)
        for index in rules.indices where !used.contains(index) { throw .ruleNeverUsed(scheme: name, rule: index + 1) }
        for tier in tiers where !rules.contains(where: { $0.tier == tier.id }) {
            throw .tierWithoutCells(scheme: name, tier: tier.name)
        }
    }
}
