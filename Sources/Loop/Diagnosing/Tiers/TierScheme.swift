package import Kernel

/// A way to divide all customers into tiers: rules over the scores, read from the top; the first that covers a cell gives
/// its tier. Schemes live side by side, and each customer holds one tier in each (CU-02).
package struct TierScheme: Sendable, Hashable, Codable, Identifiable {
    package let id: String
    package let name: Text
    package let tiers: [Tier]
    package let rules: [TierRule]

    package init(_ id: String, _ name: Text, tiers: [Tier], rules: [TierRule]) {
        self.id = id
        self.name = name
        self.tiers = tiers
        self.rules = rules
    }

    /// The tier of a cell; `nil` only for a scheme that `check()` refuses.
    package func tier(of cell: RFMCell) -> Tier? {
        rules.first { $0.covers(cell) }.flatMap { rule in tiers.first { $0.id == rule.tier } }
    }

    package func tier(_ id: String) -> Tier? { tiers.first { $0.id == id } }

    /// The cells of a tier, in order.
    package func cells(of tier: String) -> [RFMCell] { RFMCell.all.filter { self.tier(of: $0)?.id == tier } }

    /// Every cell has a tier, every rule decides some cell, and rules name only tiers of the scheme.
    package func check() throws(RFMProblem) {
        for rule in rules where tier(rule.tier) == nil { throw .tierUnknown(scheme: id, tier: rule.tier) }
        let firstRules = RFMCell.all.map { cell in rules.firstIndex { $0.covers(cell) } }
        let open = zip(RFMCell.all, firstRules).filter { $0.1 == nil }.map(\.0.code)
        guard open.isEmpty else { throw .cellsWithoutTier(scheme: id, cells: open) }
        let used = Set(firstRules)
        for index in rules.indices where !used.contains(index) { throw .ruleNeverUsed(scheme: id, rule: index + 1) }
    }
}
