import Engine

/// How many customers did a run move from which tier of a scheme to which?
struct MovesOfRun: Question {
    let run: Int64
    let scheme: String
    let regions: RegionChoice

    var sql: String {
        """
        SELECT from_tier, to_tier, CAST(sum(customers) AS BIGINT) AS customers
        FROM rfm_move
        WHERE run_id = ? AND scheme = ? AND \(regions.condition())
        GROUP BY from_tier, to_tier
        ORDER BY from_tier ASC NULLS FIRST, to_tier ASC NULLS FIRST
        """
    }

    var values: [EngineValue] { [.int(run), .text(scheme)] + regions.values }
}
