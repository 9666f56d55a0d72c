import Engine

/// A customer of a run. Contact data are as stored: pages mask them unless the reader may see them.
package struct RFMCustomer: Sendable, Hashable, Identifiable {
    package let id: Int64
    package let number: String?
    package let name: String?
    package let phone: String?
    package let region: String?
    package let city: String?
    package let channel: String?
    package let recencyDays: Int64
    package let frequency: Int64
    package let monetaryFen: Int64
    package let cell: RFMCell

    init?(_ row: EngineRow) throws {
        guard let cell = RFMCell(code: Int(try row.int("cell"))) else { return nil }
        id = try row.int("customer_id")
        number = try row.optionalText("customer_no")
        name = try row.optionalText("name")
        phone = try row.optionalText("phone")
        region = try row.optionalText("region")
        city = try row.optionalText("city")
        channel = try row.optionalText("channel")
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
