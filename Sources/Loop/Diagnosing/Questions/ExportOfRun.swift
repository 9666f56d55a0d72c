import Engine

/// All customers of a run that a filter finds, with scores and the tier in each scheme, for a file.
struct ExportOfRun: Question {
    let run: RFMRun
    let filter: RFMCustomerFilter

    private var schemes: [TierScheme] { run.options.schemes }

    private var tierColumns: String { schemes.indices.map { ", tier_\($0 + 1)" }.joined() }
    private var pivotColumns: String {
        schemes.indices.map { ", max(CASE WHEN scheme = ? THEN tier END) AS tier_\($0 + 1)" }.joined()
    }

    var sql: String {
        """
        WITH wanted AS (
            SELECT customer_id, region, recency_days, frequency, monetary_fen, cell FROM rfm_score WHERE \(filter.condition)
        ), tier AS (
            SELECT cell\(pivotColumns)
            FROM rfm_tier_cell WHERE run_id = ? GROUP BY cell
        )
        SELECT customer_no, wanted.region, city, channel, recency_days, frequency, monetary_fen,
            CAST(floor(wanted.cell / 100) AS BIGINT) AS r_score,
            CAST(floor(pmod(wanted.cell, 100) / 10) AS BIGINT) AS f_score, pmod(wanted.cell, 10) AS m_score
            \(tierColumns)
        FROM wanted
        JOIN tier ON tier.cell = wanted.cell
        LEFT JOIN customer ON customer.customer_id = wanted.customer_id
        ORDER BY monetary_fen DESC NULLS LAST, wanted.customer_id ASC NULLS LAST
        """
    }

    var values: [EngineValue] {
        filter.values(run: run.id) + schemes.map { .text($0.id) } + [.int(run.id)]
    }
}
