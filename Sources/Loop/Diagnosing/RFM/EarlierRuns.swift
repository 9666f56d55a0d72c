import Engine

/// Keeps the warehouse from growing by all customers every day: the customers of official runs stay, those of provisional
/// and trial runs only until the next one; totals always stay. A run of the same day and standing is replaced altogether.
enum EarlierRuns {
    static func tidy(after run: RFMRun, in session: EngineSession) async throws {
        for statement in replaced {
            try await session.execute(statement, [.text(run.standing.rawValue), .day(run.asOf), .int(run.id)])
        }
        guard run.standing != .official else { return }
        try await session.execute(dropScores, [.text(run.standing.rawValue), .int(run.id)])
        try await session.execute(noteDropped, [.text(run.standing.rawValue), .int(run.id)])
    }

    private static let replaced = ["rfm_score", "rfm_cell", "rfm_tier_cell", "rfm_move", "rfm_run"].map { table in
        """
        DELETE FROM \(table) WHERE run_id IN (
            SELECT run_id FROM rfm_run WHERE standing = ? AND as_of = CAST(? AS DATE) AND run_id <> ?
        )
        """
    }

    private static let dropScores = """
        DELETE FROM rfm_score WHERE run_id IN (SELECT run_id FROM rfm_run WHERE standing = ? AND has_scores AND run_id <> ?)
        """

    private static let noteDropped = "UPDATE rfm_run SET has_scores = false WHERE standing = ? AND run_id <> ?"
}
