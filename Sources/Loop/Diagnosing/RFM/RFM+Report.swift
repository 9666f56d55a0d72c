import Engine
import Kernel
import Warehouse

extension RFM {
    /// The report of a run, with the customers of these numbers in it.
    package func report(on run: RFMRun, customers numbers: [String] = []) async throws -> RFMReport {
        let grid = try await grid(of: run)
        var customers: [RFMReport.Customer] = []
        for number in numbers { customers.append(RFMReport.Customer(try await customer(number, of: run), number, run)) }
        return RFMReport(
            run: RFMReport.Run(run, warehouse), statistics: RFMReport.Statistics(run),
            borders: RFMReport.Borders(run.cuts),
            cellsUsed: grid.usedCells.count, cells: grid.usedCells.map { RFMReport.Cell($0, grid[$0]) },
            schemes: run.options.schemes.map { RFMReport.Scheme($0, grid) }, customers: customers)
    }
}

extension RFMReport.Run {
    init(_ run: RFMRun, _ warehouse: Warehouse) {
        self.init(
            runId: run.id, asOf: run.asOf.description, zone: warehouse.zone.identifier,
            currency: warehouse.currency.code,
            standing: run.standing, method: run.options.method.name, lookBackDays: run.options.lookBackDays,
            customers: run.customers, orders: run.orders, monetaryMinor: run.monetaryFen)
    }
}

extension RFMMethod {
    /// Stable: `quantiles` or `fixed`.
    package var name: String {
        switch self {
        case .quantiles: "quantiles"
        case .fixed: "fixed"
        }
    }
}

extension RFMReport.Statistics {
    init(_ run: RFMRun) {
        self.init(recencyDays: run.recency, frequency: run.frequency, monetaryMinor: run.monetary)
    }
}

extension RFMReport.Borders {
    init(_ cuts: ScoreCuts) {
        func reached(_ dimension: RFMDimension) -> [Int64] { cuts[dimension].map { $0.reached(in: dimension) } }
        self.init(recencyDays: reached(.recency), frequency: reached(.frequency), monetaryMinor: reached(.monetary))
    }
}

extension RFMReport.Cell {
    init(_ cell: RFMCell, _ totals: CellTotals) {
        self.init(
            cell: cell.code, r: cell.recency, f: cell.frequency, m: cell.monetary,
            customers: totals.customers, orders: totals.orders, monetaryMinor: totals.monetaryFen)
    }
}

extension RFMReport.Scheme {
    init(_ scheme: TierScheme, _ grid: RFMGrid) {
        self.init(scheme: scheme.id, name: scheme.name, tiers: grid.tiers(of: scheme).map(RFMReport.TierLine.init))
    }
}

extension RFMReport.TierLine {
    init(_ share: TierShare) {
        self.init(
            tier: share.tier.id, name: share.tier.name, customers: share.totals.customers, share: share.share,
            monetaryMinor: share.totals.monetaryFen)
    }
}

extension RFMReport.Customer {
    init(_ customer: RFMCustomer, _ number: String, _ run: RFMRun) {
        let tiers = run.options.schemes.compactMap { scheme in scheme.tier(of: customer.cell).map { (scheme.id, $0.id) }
        }
        self.init(
            customerNo: number, recencyDays: customer.recencyDays, frequency: customer.frequency,
            monetaryMinor: customer.monetaryFen, cell: customer.cell.code,
            tiers: Dictionary(uniqueKeysWithValues: tiers))
    }
}
