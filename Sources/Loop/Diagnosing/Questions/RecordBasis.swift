import Engine

/// Note from which orders and customers provisional tiers are counted.
struct RecordBasis: Question {
    let sql = """
        INSERT INTO rfm_basis
        SELECT 'order_header', count(*), CAST(coalesce(sum(load_id), 0) AS BIGINT) FROM order_header
        UNION ALL
        SELECT 'customer', count(*), CAST(coalesce(sum(load_id), 0) AS BIGINT) FROM customer
        """

    /// In place of what was noted before.
    static func renew(in session: EngineSession) async throws {
        try await session.execute("DELETE FROM rfm_basis")
        try await session.run(RecordBasis())
    }
}
