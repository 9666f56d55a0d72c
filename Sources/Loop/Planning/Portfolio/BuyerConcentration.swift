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

    package static func read(_ period: Period, regions: Set<String>? = nil, from warehouse: Warehouse) async throws
        -> BuyerConcentration
    {
        let question = AccountSales(period: period, regions: regions, limit: Int64(counted))
        let rows = try await warehouse.engine.query(question.sql, question.values).rows
        let accounts = try rows.map { row in
            let dealer = try row.text("dealer")
            return Buyer(
                name: dealer.isEmpty ? try row.text("customer_no") : dealer, isDealer: !dealer.isEmpty,
                sales: try row.int("sales"))
        }
        return BuyerConcentration(
            period: period, accounts: accounts, total: try rows.first { _ in true }?.int("total") ?? 0)
    }
}
