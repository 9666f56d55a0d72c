import Engine

/// Whose tier did a run change, from what to what? A page at a time.
struct TierChangesOfRun: Question {
    let run: RFMRun
    let limit: Int64
    let offset: Int64

    let sql = """
        WITH opened AS (
            SELECT customer_id, scheme, tier FROM customer_tier
            WHERE standing = ? AND valid_from = CAST(? AS DATE)
        ), closed AS (
            SELECT customer_id, scheme, tier FROM customer_tier
            WHERE standing = ? AND valid_to = CAST(? AS DATE)
        )
        SELECT coalesce(opened.customer_id, closed.customer_id) AS customer_id,
            coalesce(opened.scheme, closed.scheme) AS scheme, closed.tier AS from_tier, opened.tier AS to_tier
        FROM opened FULL JOIN closed ON closed.customer_id = opened.customer_id AND closed.scheme = opened.scheme
        ORDER BY 1 ASC NULLS FIRST, 2 ASC NULLS FIRST
        LIMIT ? OFFSET ?
        """

    var values: [EngineValue] {
        let track: [EngineValue] = [.text(run.standing.rawValue), .day(run.asOf)]
        return track + track + [.int(limit), .int(offset)]
    }
}
