import Engine

/// The cohorts as last counted, by region, so that the page need not read all orders again.
enum CohortTables {
    static func create(in engine: Engine) async throws { try await engine.execute(month) }

    static let month = """
        CREATE TABLE IF NOT EXISTS cohort_month (
            as_of DATE, region VARCHAR, cohort DATE, month DATE, customers BIGINT
        )
        """
}
