import Engine

/// What does each cell of a run hold, in some regions or in all?
struct CellsOfRun: Question {
    let run: Int64
    let regions: RegionChoice

    var sql: String {
        """
        SELECT cell, CAST(sum(customers) AS BIGINT) AS customers, CAST(sum(recency_days) AS BIGINT) AS recency_days,
            CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(monetary_fen) AS BIGINT) AS monetary_fen
        FROM rfm_cell
        WHERE run_id = ? AND \(regions.condition())
        GROUP BY cell ORDER BY cell ASC NULLS FIRST
        """
    }

    var values: [EngineValue] { [.int(run)] + regions.values }
}

extension CellTotals {
    init(_ row: EngineRow) throws {
        self.init(
            customers: try row.int("customers"), recencyDays: try row.int("recency_days"),
            orders: try row.int("orders"), monetaryFen: try row.int("monetary_fen"))
    }
}
