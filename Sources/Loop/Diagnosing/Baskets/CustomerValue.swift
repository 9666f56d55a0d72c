import Engine
package import Kernel

/// What customers brought in the first days of their lives (CLV): gross margin of all their orders from the first one on, returns
/// taken off, nothing forecast.
package struct CustomerValue: Sendable, Hashable {
    package let customers: Int64
    package let salesFen: Int64
    /// Of that, with a known cost.
    package let costedFen: Int64
    package let marginFen: Int64

    /// Below this share of sales with known cost a margin says too little, as for the metric of gross margin.
    package static let costNeeded = 0.95

    package static let none = CustomerValue(customers: 0, salesFen: 0, costedFen: 0, marginFen: 0)

    package init(customers: Int64, salesFen: Int64, costedFen: Int64, marginFen: Int64) {
        self.customers = customers
        self.salesFen = salesFen
        self.costedFen = costedFen
        self.marginFen = marginFen
    }

    init(_ row: EngineRow) throws {
        self.init(
            customers: try row.int("customers"), salesFen: try row.int("sales_fen"),
            costedFen: try row.int("costed_fen"),
            marginFen: try row.int("margin_fen"))
    }

    package static func + (left: CustomerValue, right: CustomerValue) -> CustomerValue {
        CustomerValue(
            customers: left.customers + right.customers, salesFen: left.salesFen + right.salesFen,
            costedFen: left.costedFen + right.costedFen, marginFen: left.marginFen + right.marginFen)
    }

    /// Fen; `nil` without customers and where too little of the cost is known.
    package var marginPerCustomer: Double? {
        guard customers > 0, salesFen > 0, Double(costedFen) >= Self.costNeeded * Double(salesFen) else { return nil }
        return Double(marginFen) / Double(customers)
    }

    /// Net sales, fen; `nil` without customers.
    package var salesPerCustomer: Double? { customers > 0 ? Double(salesFen) / Double(customers) : nil }
}

/// Over how many of their first days customers are valued.
package enum ValueHorizon: Int64, Sendable, CaseIterable, Codable {
    case quarter = 3
    case half = 6
    case year = 12

    package var days: Int { Int(rawValue) * ValueFlows.stepDays }

    /// The twelve months of first orders whose customers were all that old by the end of `period`, the latest ones: enough
    /// customers to compare members, and every one of them watched for the whole time. A period of months.
    package func cohorts(by period: Period) -> Period {
        let lastStart = period.end - days + 1
        let end = Grain.month.start(of: lastStart)
        return Period(from: Grain.month.advance(end, by: -12), upTo: end)
    }
}
