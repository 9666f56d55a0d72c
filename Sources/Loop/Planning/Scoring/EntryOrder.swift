package import Records

/// The order in which markets abroad are ready to be entered (RG-05): the mean of supply chain, team and policy, weakest link
/// first told; among equals the larger target leads.
package struct EntryOrder: Sendable {
    package struct Place: Sendable, Identifiable {
        package let market: Record
        /// 1 to 5; `nil` while one of the three is not scored.
        package let readiness: Double?
        /// The field that is least ready.
        package let weakest: RecordField?
        /// `nil` for markets that are not scored, or left.
        package let proposed: Int?
        package let planned: Int?
        package var id: Int64 { market.id }
    }

    package let places: [Place]
    /// Of the company's revenue, now and as it is meant to be.
    package let share: Double
    package let targetShare: Double
    /// Over 30 % of revenue from abroad within five years.
    package static let aim = 0.3
    private static let parts = ["supply_ready", "team_ready", "policy_ready"]

    package init(_ markets: [Record]) {
        let open = markets.filter { $0.state != "left" }
        let scored = open.filter { Self.readiness($0) != nil }.sorted {
            (Self.readiness($1) ?? 0, $1.number("target_share") ?? 0, $0.number)
                < (Self.readiness($0) ?? 0, $0.number("target_share") ?? 0, $1.number)
        }
        let ranks = Dictionary(uniqueKeysWithValues: scored.enumerated().map { ($1.id, $0 + 1) })
        places = open.map { market in
            Place(
                market: market, readiness: Self.readiness(market),
                weakest: Self.readiness(market) == nil
                    ? nil
                    : Self.parts.min { (market.whole($0) ?? 0) < (market.whole($1) ?? 0) }.flatMap(market.type.field),
                proposed: ranks[market.id], planned: market.number("sequence").map { Int($0) })
        }.sorted {
            ($0.proposed ?? .max, $0.planned ?? .max, $0.market.number) < (
                $1.proposed ?? .max, $1.planned ?? .max, $1.market.number
            )
        }
        share = open.reduce(0) { $0 + ($1.number("revenue_share") ?? 0) }
        targetShare = open.reduce(0) { $0 + ($1.number("target_share") ?? 0) }
    }

    private static func readiness(_ market: Record) -> Double? {
        let steps = parts.compactMap { market.whole($0) }
        return steps.count == parts.count ? Double(steps.reduce(0, +)) / Double(parts.count) : nil
    }
}
