import Engine

/// Customers of which regions does a run hold?
struct RegionsOfRun: Question {
    let run: Int64

    let sql = """
        SELECT DISTINCT region FROM rfm_cell WHERE run_id = ? AND region IS NOT NULL ORDER BY region ASC NULLS FIRST
        """
    var values: [EngineValue] { [.int(run)] }
}
