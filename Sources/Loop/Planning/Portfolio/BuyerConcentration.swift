import Engine
package import Kernel
package import Warehouse

/// How much of our sales hangs on a few accounts (M-04): over the limit, they have a say in our prices.
package struct BuyerConcentration: Sendable {
    package let period: Period
    /// The largest accounts, the largest first.
    package let accounts: [Buyer]
    /// Smallest currency units of all accounts.
    package let total: Int64

    package struct Buyer: Sendable, Hashable {
        package let name: String
        package let isDealer: Bool
        package let sales: Int64
    }

    /// So many of the largest count together, as the five-forces indicator has it.
    package static let counted = 5
    package static let limit = 0.3

    /// The part of all sales that the five largest buy; `nil` without sales.
    package var share: Double? {
        total > 0 ? Double(accounts.reduce(0) { $0 + $1.sales }) / Double(total) : nil
    }

    package func share(of buyer: Buyer) -> Double { total > 0 ? Double(buyer.sales) / Double(total) : 0 }

    /// The quarter of a day and those before it, the latest first; the running one up to that day. Quarters without sales are
    /// among them.
    package static func quarters(
        _ count: Int, upTo day: Day, regions: Set<String>? = nil, from warehouse: Warehouse
    ) async throws -> [BuyerConcentration] {
        let current = Period(.quarter, holding: day).start
        let starts = (0..<count).map { Grain.quarter.advance(current, by: -$0) }
        let whole = Period(from: starts.last ?? current, upTo: day + 1)
        let question = AccountSales(period: whole, regions: regions, limit: Int64(counted))
        let rows = try await warehouse.engine.query(question.sql, question.values).rows.map(Row.init)
        let byQuarter = Dictionary(grouping: rows, by: \.quarter)
        return starts.map { start in
            let own = byQuarter[start] ?? []
            return BuyerConcentration(
                period: Period(from: start, upTo: min(Grain.quarter.advance(start, by: 1), day + 1)),
                accounts: own.compactMap(\.buyer), total: own.first?.total ?? 0)
        }
    }

    private struct Row {
        let quarter: Day
        /// `nil` for all others together.
        let buyer: Buyer?
        let total: Int64

        init(_ row: EngineRow) throws {
            quarter = try row.day("quarter")
            total = try row.int("total")
            let (dealer, customer) = (try row.text("dealer"), try row.text("customer_no"))
            buyer =
                dealer.isEmpty && customer.isEmpty
                ? nil
                : Buyer(
                    name: dealer.isEmpty ? customer : dealer, isDealer: !dealer.isEmpty, sales: try row.int("sales"))
        }
    }
}
