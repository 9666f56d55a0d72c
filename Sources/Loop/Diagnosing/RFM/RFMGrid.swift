/// The 125 cells of a run with what each holds, for some regions or for all.
package struct RFMGrid: Sendable, Hashable {
    package let run: RFMRun
    private let cells: [RFMCell: CellTotals]

    package init(run: RFMRun, cells: [RFMCell: CellTotals]) {
        self.run = run
        self.cells = cells
    }

    package subscript(cell: RFMCell) -> CellTotals { cells[cell] ?? .none }

    /// Cells with at least one customer.
    package var usedCells: [RFMCell] { cells.filter { $0.value.customers > 0 }.keys.sorted() }
    package var total: CellTotals { totals { _ in true } }

    package func totals(where belongs: (RFMCell) -> Bool) -> CellTotals {
        cells.reduce(.none) { sum, entry in belongs(entry.key) ? sum + entry.value : sum }
    }

    /// One square of the R × F picture, over all amounts or for one score of M.
    package func square(recency: Int, frequency: Int, monetary: Int? = nil) -> CellTotals {
        totals { $0.recency == recency && $0.frequency == frequency && (monetary == nil || $0.monetary == monetary) }
    }

    /// The tiers of a scheme in its order, each with its totals and its share of all customers
    /// (分层渗透率, CU-10); shares are 0 while there is nobody.
    package func tiers(of scheme: TierScheme) -> [TierShare] {
        let all = max(total.customers, 1)
        return scheme.tiers.map { tier in
            let totals = totals { scheme.tier(of: $0)?.id == tier.id }
            return TierShare(tier: tier, totals: totals, share: Double(totals.customers) / Double(all))
        }
    }
}

/// A tier with what it holds.
package struct TierShare: Sendable, Hashable {
    package let tier: Tier
    package let totals: CellTotals
    /// Of all customers, 0 … 1.
    package let share: Double
}
