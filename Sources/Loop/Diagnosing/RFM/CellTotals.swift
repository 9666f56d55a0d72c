/// How many customers stand somewhere, and what their days, orders and money add up to.
package struct CellTotals: Sendable, Hashable {
    package var customers: Int64 = 0
    package var recencyDays: Int64 = 0
    package var orders: Int64 = 0
    package var monetaryFen: Int64 = 0

    package static let none = CellTotals()

    package static func + (left: CellTotals, right: CellTotals) -> CellTotals {
        CellTotals(
            customers: left.customers + right.customers, recencyDays: left.recencyDays + right.recencyDays,
            orders: left.orders + right.orders, monetaryFen: left.monetaryFen + right.monetaryFen)
    }

    /// Days since the last order, the mean over the customers; `nil` where there are none.
    package var meanRecencyDays: Double? { mean(recencyDays) }
    package var meanOrders: Double? { mean(orders) }
    package var meanMonetaryFen: Double? { mean(monetaryFen) }

    private func mean(_ sum: Int64) -> Double? { customers == 0 ? nil : Double(sum) / Double(customers) }
}
