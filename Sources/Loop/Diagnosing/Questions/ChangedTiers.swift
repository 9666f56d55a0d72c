import Engine

/// Who has another tier in a run than the one that still holds? Kept for the session as `rfm_change`.
/// `from_tier` is NULL for who had none, `to_tier` for who is no longer scored.
struct ChangedTiers: Question {
    let run: Int64
    let standing: RFMStanding

    let sql = """
        CREATE OR REPLACE TEMP TABLE rfm_change AS
        WITH now AS (
            SELECT score.customer_id, tier_cell.scheme, tier_cell.tier
            FROM rfm_score AS score
            JOIN rfm_tier_cell AS tier_cell ON tier_cell.run_id = score.run_id AND tier_cell.cell = score.cell
            WHERE score.run_id = ?
        ), held AS (
            SELECT customer_id, scheme, tier FROM customer_tier WHERE standing = ? AND valid_to IS NULL
        )
        SELECT coalesce(now.customer_id, held.customer_id) AS customer_id, coalesce(now.scheme, held.scheme) AS scheme,
            held.tier AS from_tier, now.tier AS to_tier
        FROM now FULL JOIN held ON held.customer_id = now.customer_id AND held.scheme = now.scheme
        WHERE now.tier IS DISTINCT FROM held.tier
        """

    var values: [EngineValue] { [.int(run), .text(standing.rawValue)] }

    static let forget = "DROP TABLE IF EXISTS rfm_change"
}
