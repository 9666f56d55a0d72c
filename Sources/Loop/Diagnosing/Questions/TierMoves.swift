import Engine
import Kernel

/// Between two days, how many customers went from which tier of a scheme to which?
///
/// A tier holds from `valid_from` up to but not including `valid_to`. Who had no tier on one of the days shows as NULL there.
struct TierMoves: Question {
    let standing: RFMStanding
    let scheme: String
    let from: Day
    let to: Day
    let regions: RegionChoice

    var sql: String {
        """
        WITH before AS (
            SELECT customer_id, tier FROM customer_tier
            WHERE standing = ? AND scheme = ? AND valid_from <= CAST(? AS DATE)
                AND (valid_to IS NULL OR valid_to > CAST(? AS DATE))
        ), later AS (
            SELECT customer_id, tier FROM customer_tier
            WHERE standing = ? AND scheme = ? AND valid_from <= CAST(? AS DATE)
                AND (valid_to IS NULL OR valid_to > CAST(? AS DATE))
        ), moved AS (
            SELECT coalesce(before.customer_id, later.customer_id) AS customer_id,
                before.tier AS from_tier, later.tier AS to_tier
            FROM before FULL JOIN later ON later.customer_id = before.customer_id
        )
        SELECT from_tier, to_tier, count(*) AS customers
        FROM moved
        WHERE \(regions.customerCondition)
        GROUP BY from_tier, to_tier
        ORDER BY from_tier ASC NULLS FIRST, to_tier ASC NULLS FIRST
        """
    }

    var values: [EngineValue] {
        let side: (Day) -> [EngineValue] = { [.text(standing.rawValue), .text(scheme), .day($0), .day($0)] }
        return side(from) + side(to) + regions.values
    }
}
