import Engine

/// Write each customer's values and cell of a run.
struct ScoreCustomers: Question {
    let run: Int64
    let cuts: ScoreCuts

    private var cell: CellExpression { CellExpression(cuts: cuts, splitsTies: true) }

    var sql: String {
        """
        INSERT INTO rfm_score
        SELECT ?, customer_id, region, recency_days, frequency, monetary_fen, \(cell.sql)
        FROM rfm_value
        """
    }

    var values: [EngineValue] { [.int(run)] + cell.values }
}
