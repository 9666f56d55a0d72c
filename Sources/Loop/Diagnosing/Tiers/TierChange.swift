import Engine

/// One customer's change of tier: what starts the matching marketing or service flow (CU-04).
package struct TierChange: Sendable, Hashable {
    package let customer: Int64
    package let scheme: String
    /// `nil`: had none before.
    package let from: String?
    /// `nil`: is no longer scored.
    package let to: String?

    init(_ row: EngineRow) throws {
        customer = try row.int("customer_id")
        scheme = try row.text("scheme")
        from = try row.optionalText("from_tier")
        to = try row.optionalText("to_tier")
    }
}
