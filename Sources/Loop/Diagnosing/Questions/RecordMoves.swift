import Engine

/// Write how many customers of each region a run moved from which tier to which.
struct RecordMoves: Question {
    let run: Int64

    let sql = """
        INSERT INTO rfm_move
        SELECT ?, rfm_change.scheme, customer.region, from_tier, to_tier, count(*)
        FROM rfm_change LEFT JOIN customer ON customer.customer_id = rfm_change.customer_id
        GROUP BY rfm_change.scheme, customer.region, from_tier, to_tier
        """

    var values: [EngineValue] { [.int(run)] }
}
