import Engine

/// Write how many customers, days, orders and how much money each region and cell of a run holds.
struct SummariseCells: Question {
    let run: Int64

    let sql = """
        INSERT INTO rfm_cell
        SELECT run_id, region, cell, count(*), CAST(sum(recency_days) AS BIGINT),
            CAST(sum(frequency) AS BIGINT), CAST(sum(monetary_fen) AS BIGINT)
        FROM rfm_score WHERE run_id = ?
        GROUP BY run_id, region, cell
        """

    var values: [EngineValue] { [.int(run)] }
}
