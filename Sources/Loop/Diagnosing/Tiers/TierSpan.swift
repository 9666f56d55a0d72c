import Engine
package import Kernel

/// A tier that a customer held for some time.
package struct TierSpan: Sendable, Hashable {
    package let standing: RFMStanding
    package let scheme: String
    package let tier: String
    package let validFrom: Day
    /// The first day it no longer held; `nil` while it holds.
    package let validTo: Day?

    init(_ row: EngineRow) throws {
        standing = RFMStanding(rawValue: try row.text("standing")) ?? .trial
        scheme = try row.text("scheme")
        tier = try row.text("tier")
        validFrom = try row.day("valid_from")
        validTo = try row.optionalDay("valid_to")
    }
}
