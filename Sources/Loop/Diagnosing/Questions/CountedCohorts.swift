import Engine

/// What was last counted of the cohorts, in some regions or in all, and as of which day?
struct CountedCohorts: Question {
    let regions: RegionChoice

    var sql: String {
        """
        SELECT as_of, cohort, month, CAST(sum(customers) AS BIGINT) AS customers
        FROM cohort_month
        WHERE \(regions.condition())
        GROUP BY as_of, cohort, month
        ORDER BY cohort ASC NULLS FIRST, month ASC NULLS FIRST
        """
    }

    var values: [EngineValue] { regions.values }
}
