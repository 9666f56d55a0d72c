import Engine
package import Kernel

/// How many customers a tier held in one run.
package struct TierCount: Sendable, Hashable {
    package let run: Int64
    package let asOf: Day
    package let scheme: String
    package let tier: String
    package let customers: Int64
    package let monetaryFen: Int64

    init(_ row: EngineRow) throws {
        run = try row.int("run_id")
        asOf = try row.day("as_of")
        scheme = try row.text("scheme")
        tier = try row.text("tier")
        customers = try row.int("customers")
        monetaryFen = try row.int("monetary_fen")
    }
}
