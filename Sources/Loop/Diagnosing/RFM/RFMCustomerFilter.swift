/// Which customers of a run are asked for.
package struct RFMCustomerFilter: Sendable, Hashable {
    /// In order; `nil` for all cells.
    package let cells: [RFMCell]?
    /// By the customer's region at the time of the run.
    package let regions: RegionChoice

    package init(cells: [RFMCell]? = nil, regions: RegionChoice = .all) {
        self.cells = cells
        self.regions = regions
    }

    /// A square of the grid: any score left out is any.
    package init(recency: Int? = nil, frequency: Int? = nil, monetary: Int? = nil, regions: RegionChoice = .all) {
        let cells = RFMCell.all.filter { cell in
            (recency ?? cell.recency) == cell.recency && (frequency ?? cell.frequency) == cell.frequency
                && (monetary ?? cell.monetary) == cell.monetary
        }
        self.init(cells: cells.count == RFMCell.all.count ? nil : cells, regions: regions)
    }

    /// A tier of a scheme.
    package init(tier: String, of scheme: TierScheme, regions: RegionChoice = .all) {
        self.init(cells: scheme.cells(of: tier), regions: regions)
    }

    /// Only the cells that both ask for.
    package func and(cells other: [RFMCell]) -> RFMCustomerFilter {
        RFMCustomerFilter(cells: (cells ?? RFMCell.all).filter(Set(other).contains), regions: regions)
    }

    package func covers(_ cell: RFMCell) -> Bool { cells?.contains(cell) ?? true }
}

/// What a list of customers is put in order by. Ties follow the customer id.
package enum RFMCustomerOrder: String, Sendable, CaseIterable {
    case mostMoney, mostOrders, latest, longestAgo

    var sql: String {
        switch self {
        case .mostMoney: "monetary_fen DESC NULLS LAST"
        case .mostOrders: "frequency DESC NULLS LAST"
        case .latest: "recency_days ASC NULLS LAST"
        case .longestAgo: "recency_days DESC NULLS LAST"
        }
    }
}
