import Engine
package import Warehouse

/// A customer of a run.
package struct RFMCustomer: Sendable, Hashable, Identifiable {
    package let id: Int64
    /// Empty where only orders know the customer.
    package let card: CustomerCard?
    package let recencyDays: Int64
    package let frequency: Int64
    package let monetaryFen: Int64
    package let cell: RFMCell

    init?(_ row: EngineRow, _ card: CustomerCard?) throws {
        guard let cell = RFMCell(code: Int(try row.int("cell"))) else { return nil }
        id = try row.int("customer_id")
        self.card = card
        recencyDays = try row.int("recency_days")
        frequency = try row.int("frequency")
        monetaryFen = try row.int("monetary_fen")
        self.cell = cell
    }
}

/// One page of a list of customers.
package struct RFMCustomerPage: Sendable, Hashable {
    package let customers: [RFMCustomer]
    /// All that the filter finds, not only this page.
    package let total: Int64
}
