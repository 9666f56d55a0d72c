/// Which customers of a run are asked for.
package struct RFMCustomerFilter: Sendable, Hashable {
    /// In order; `nil` for all cells.
    package let cells: [RFMCell]?
    /// The customer's region at the time of the run; `nil` for all. Set from the reader's row scope.
    package let region: String?

    package init(cells: [RFMCell]? = nil, region: String? = nil) {
        self.cells = cells
        self.region = region
    }

    /// A square of the grid: any score left out is any.
    package init(recency: Int? = nil, frequency: Int? = nil, monetary: Int? = nil, region: String? = nil) {
        let cells = RFMCell.all.filter { cell in
            (recency ?? cell.recency) == cell.recency && (frequency ?? cell.frequency) == cell.frequency
                && (monetary ?? cell.monetary) == cell.monetary
        }
        self.init(cells: cells.count == RFMCell.all.count ? nil : cells, region: region)
    }

    /// A tier of a scheme.
    package init(tier: String, of scheme: TierScheme, region: String? = nil) {
        self.init(cells: scheme.cells(of: tier), region: region)
    }

    /// Only the cells that both ask for.
    package func and(cells other: [RFMCell]) -> RFMCustomerFilter {
        RFMCustomerFilter(cells: (cells ?? RFMCell.all).filter(Set(other).contains), region: region)
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
