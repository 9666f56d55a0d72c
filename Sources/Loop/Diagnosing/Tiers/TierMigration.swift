package import Kernel

/// The migration matrix of one scheme between two days (迁移矩阵).
package struct TierMigration: Sendable, Hashable {
    package let scheme: TierScheme
    package let from: Day
    package let to: Day
    package let moves: [TierMove]
    /// Whether the first day's tiers were counted by rules that divide the cells differently.
    package let hasOtherRules: Bool

    package init(scheme: TierScheme, from: Day, to: Day, moves: [TierMove], hasOtherRules: Bool = false) {
        self.scheme = scheme
        self.from = from
        self.to = to
        self.moves = moves
        self.hasOtherRules = hasOtherRules
    }

    /// `nil` stands for having no tier on that day: not a customer yet, or no order in the period any more.
    package func customers(from: String?, to: String?) -> Int64 {
        moves.filter { $0.from == from && $0.to == to }.reduce(0) { $0 + $1.customers }
    }

    /// Of those in the tier `from` on the first day, the share that stands in `to` on the second; `nil` when there were none.
    package func share(from: String?, to: String?) -> Double? {
        let all = moves.filter { $0.from == from }.reduce(0) { $0 + $1.customers }
        return all == 0 ? nil : Double(customers(from: from, to: to)) / Double(all)
    }

    /// The share of dormant customers that came back (唤醒率, CU-10) in scheme 2, of the tier `to_wake`.
    package var wakeUpShare: Double? {
        guard scheme.tier("to_wake") != nil, let still = share(from: "to_wake", to: "to_wake") else { return nil }
        return 1 - still - (share(from: "to_wake", to: nil) ?? 0)
    }
}

/// Customers who went from one tier to another, or stayed.
package struct TierMove: Sendable, Hashable {
    package let from: String?
    package let to: String?
    package let customers: Int64

    package init(from: String?, to: String?, customers: Int64) {
        self.from = from
        self.to = to
        self.customers = customers
    }
}
