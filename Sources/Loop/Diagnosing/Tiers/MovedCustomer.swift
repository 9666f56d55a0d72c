import Engine

/// A customer whom a run moved from one tier to another, or who was scored for the first or not any more.
package struct MovedCustomer: Sendable, Hashable, Identifiable {
    package let id: Int64
    package let number: String?
    package let name: String?
    package let phone: String?
    package let region: String?
    package let city: String?
    /// `nil`: had none before.
    package let from: String?
    /// `nil`: is no longer scored.
    package let to: String?
    /// What the run found; `nil` where only its totals are kept, or for who is no longer scored.
    package let recencyDays: Int64?
    package let frequency: Int64?
    package let monetaryFen: Int64?

    init(_ row: EngineRow) throws {
        id = try row.int("customer_id")
        number = try row.optionalText("customer_no")
        name = try row.optionalText("name")
        phone = try row.optionalText("phone")
        region = try row.optionalText("region")
        city = try row.optionalText("city")
        from = try row.optionalText("from_tier")
        to = try row.optionalText("to_tier")
        recencyDays = try row.optionalInt("recency_days")
        frequency = try row.optionalInt("frequency")
        monetaryFen = try row.optionalInt("monetary_fen")
    }
}

/// One page of a list of moved customers.
package struct MovedCustomerPage: Sendable, Hashable {
    package let customers: [MovedCustomer]
    /// All that the filter finds, not only this page.
    package let total: Int64
}
