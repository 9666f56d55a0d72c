import Engine

/// How many customers did each tier of each scheme hold in the runs of one standing, the earliest first?
struct TierCountsByRun: Question {
    let standing: RFMStanding
    let regions: RegionChoice

    var sql: String {
        """
        SELECT run.run_id, run.as_of, tier_cell.scheme, tier_cell.tier,
            CAST(sum(cell.customers) AS BIGINT) AS customers, CAST(sum(cell.monetary_fen) AS BIGINT) AS monetary_fen
        FROM rfm_run AS run
        JOIN rfm_cell AS cell ON cell.run_id = run.run_id
        JOIN rfm_tier_cell AS tier_cell ON tier_cell.run_id = run.run_id AND tier_cell.cell = cell.cell
        WHERE run.standing = ? AND \(regions.condition(on: "cell.region"))
        GROUP BY run.run_id, run.as_of, tier_cell.scheme, tier_cell.tier
        ORDER BY run.as_of ASC NULLS FIRST, run.run_id ASC NULLS FIRST, tier_cell.scheme ASC NULLS FIRST, tier_cell.tier ASC NULLS FIRST
        """
    }

    var values: [EngineValue] { [.text(standing.rawValue)] + regions.values }
}
