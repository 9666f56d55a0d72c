import Engine

/// Whom did a run move between the tiers of one scheme, from which to which, the most valuable first?
///
/// A tier that ended on the run's day was left, one that began on it was reached; who has only one of them is new or gone.
struct MovedCustomers: Question {
    let run: RFMRun
    let filter: TierMoveFilter
    /// A page of them; `nil` for all.
    var page: (limit: Int64, offset: Int64)?

    private var moved: String {
        """
        WITH opened AS (
            SELECT customer_id, tier FROM customer_tier
            WHERE standing = ? AND scheme = ? AND valid_from = CAST(? AS DATE)
        ), closed AS (
            SELECT customer_id, tier FROM customer_tier
            WHERE standing = ? AND scheme = ? AND valid_to = CAST(? AS DATE)
        ), moved AS (
            SELECT coalesce(opened.customer_id, closed.customer_id) AS customer_id,
                closed.tier AS from_tier, opened.tier AS to_tier
            FROM opened FULL JOIN closed ON closed.customer_id = opened.customer_id
        ), wanted AS (
            SELECT customer_id, from_tier, to_tier FROM moved WHERE \(filter.condition)
        )
        """
    }

    private var movedValues: [EngineValue] {
        let side: [EngineValue] = [.text(run.standing.rawValue), .text(filter.scheme), .day(run.asOf)]
        return side + side + filter.values
    }

    var sql: String {
        """
        \(moved)
        SELECT wanted.customer_id, customer_no, name, phone, customer.region, city, channel, from_tier, to_tier,
            recency_days, frequency, monetary_fen
        FROM wanted
        LEFT JOIN rfm_score AS score ON score.run_id = ? AND score.customer_id = wanted.customer_id
        LEFT JOIN customer ON customer.customer_id = wanted.customer_id
        ORDER BY monetary_fen DESC NULLS LAST, wanted.customer_id ASC NULLS LAST
        \(page == nil ? "" : "LIMIT ? OFFSET ?")
        """
    }

    var values: [EngineValue] {
        movedValues + [.int(run.id)] + (page.map { [.int($0.limit), .int($0.offset)] } ?? [])
    }

    /// How many are they?
    var count: (sql: String, values: [EngineValue]) { (moved + "\nSELECT count(*) AS n FROM wanted", movedValues) }
}
