import Engine

/// What does each cell of a run hold, in one region or in all?
struct CellsOfRun: Question {
    let run: Int64
    let region: String?

    let sql = """
        SELECT cell, CAST(sum(customers) AS BIGINT) AS customers, CAST(sum(recency_days) AS BIGINT) AS recency_days,
            CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(monetary_fen) AS BIGINT) AS monetary_fen
        FROM rfm_cell
        WHERE run_id = ? AND (CAST(? AS VARCHAR) IS NULL OR region = ?)
        GROUP BY cell ORDER BY cell ASC NULLS FIRST
        """

    var values: [EngineValue] {
        let region = region.map(EngineValue.text) ?? .null
        return [.int(run), region, region]
    }
}

extension CellTotals {
    init(_ row: EngineRow) throws {
        self.init(
            customers: try row.int("customers"), recencyDays: try row.int("recency_days"),
            orders: try row.int("orders"), monetaryFen: try row.int("monetary_fen"))
    }
}
