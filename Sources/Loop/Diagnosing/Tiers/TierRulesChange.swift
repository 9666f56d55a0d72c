package import Kernel

/// One change of the rules of a scheme, as the audit log keeps it.
package struct TierRulesChange: Sendable, Hashable {
    /// The version that began with it: 2 for the first change.
    package let version: Int
    package let at: Instant?
    package let author: String
    package let before: [TierRule]
    package let rules: [TierRule]
}

/// How many of the 125 cells go from one tier to another when rules change.
package struct CellMove: Sendable, Hashable {
    /// `nil`: had no tier.
    package let from: String?
    package let to: String?
    package let cells: Int
}

extension TierScheme {
    /// What becomes of the cells under other rules, the largest move first; cells that stay are left out.
    package func moves(to other: TierScheme) -> [CellMove] {
        var counts: [[String?]: Int] = [:]
        for cell in RFMCell.all {
            let pair = [tier(of: cell)?.id, other.tier(of: cell)?.id]
            if pair[0] != pair[1] { counts[pair, default: 0] += 1 }
        }
        return counts.map { CellMove(from: $0.key[0], to: $0.key[1], cells: $0.value) }
            .sorted { ($1.cells, $0.from ?? "", $0.to ?? "") < ($0.cells, $1.from ?? "", $1.to ?? "") }
    }
}
