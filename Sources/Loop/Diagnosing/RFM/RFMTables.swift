import Engine

/// The tables of scoring, beside the canonical ones in the warehouse. They too keep no keys or indexes: each run writes
/// its rows in one transaction, and only this room writes them.
enum RFMTables {
    static func create(in engine: Engine) async throws {
        for definition in [run, score, cell, tierCell, customerTier, move, basis] {
            try await engine.execute(definition)
        }
    }

    /// One row a run: what was asked, the borders it used, and its totals.
    static let run = """
        CREATE TABLE IF NOT EXISTS rfm_run (
            run_id BIGINT, as_of DATE, standing VARCHAR, options VARCHAR, cuts VARCHAR,
            customers BIGINT, orders BIGINT, recency_days BIGINT, monetary_fen BIGINT,
            recency_median DOUBLE, frequency_median DOUBLE, monetary_median DOUBLE,
            started_at TIMESTAMP, finished_at TIMESTAMP, has_scores BOOLEAN
        )
        """

    /// One row a run and customer. `region` is the customer's at the time of the run; `cell` is 111 … 555.
    static let score = """
        CREATE TABLE IF NOT EXISTS rfm_score (
            run_id BIGINT, customer_id BIGINT, region VARCHAR,
            recency_days BIGINT, frequency BIGINT, monetary_fen BIGINT, cell BIGINT
        )
        """

    /// Totals a run, region and cell: grids and tier counts of any past run are read from here.
    static let cell = """
        CREATE TABLE IF NOT EXISTS rfm_cell (
            run_id BIGINT, region VARCHAR, cell BIGINT,
            customers BIGINT, recency_days BIGINT, orders BIGINT, monetary_fen BIGINT
        )
        """

    /// Which tier each cell had in each scheme of a run: 125 rows a scheme.
    static let tierCell = """
        CREATE TABLE IF NOT EXISTS rfm_tier_cell (run_id BIGINT, scheme VARCHAR, cell BIGINT, tier VARCHAR)
        """

    /// The tier of each customer in each scheme over time; `valid_to` is the first day it no longer held, NULL while it
    /// holds. Official and provisional tiers are two histories. Only changes are written.
    static let customerTier = """
        CREATE TABLE IF NOT EXISTS customer_tier (
            standing VARCHAR, customer_id BIGINT, scheme VARCHAR, tier VARCHAR,
            valid_from DATE, valid_to DATE, run_id BIGINT
        )
        """

    /// How many customers each run moved from tier to tier, against the run of its standing before it. Those who stayed
    /// are the rest of the tier.
    static let move = """
        CREATE TABLE IF NOT EXISTS rfm_move (
            run_id BIGINT, scheme VARCHAR, region VARCHAR, from_tier VARCHAR, to_tier VARCHAR, customers BIGINT
        )
        """

    /// The rows and load numbers of the tables that the last provisional run was counted from, as the roll-ups note
    /// theirs: tells whether the tiers still have to follow a load.
    static let basis = """
        CREATE TABLE IF NOT EXISTS rfm_basis (source VARCHAR, row_count BIGINT, load_sum BIGINT)
        """
}
