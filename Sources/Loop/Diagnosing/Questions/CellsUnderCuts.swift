import Engine

/// What would each cell hold if the customers of a run were scored by other borders?
struct CellsUnderCuts: Question {
    let run: Int64
    let cuts: FixedCuts
    let regions: RegionChoice

    private var cell: CellExpression {
        let cuts = ScoreCuts(
            recency: cuts.cuts(for: .recency), frequency: cuts.cuts(for: .frequency),
            monetary: cuts.cuts(for: .monetary))
        return CellExpression(cuts: cuts, splitsTies: false)
    }

    var sql: String {
        """
        SELECT \(cell.sql) AS cell, count(*) AS customers, CAST(sum(recency_days) AS BIGINT) AS recency_days,
            CAST(sum(frequency) AS BIGINT) AS orders, CAST(sum(monetary_fen) AS BIGINT) AS monetary_fen
        FROM rfm_score
        WHERE run_id = ? AND \(regions.condition())
        GROUP BY 1 ORDER BY 1 ASC NULLS FIRST
        """
    }

    var values: [EngineValue] { cell.values + [.int(run)] + regions.values }
}
