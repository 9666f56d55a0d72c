import Engine

/// Which values of a dimension hold given ranks, and which ranks does each of these values fill?
///
/// Customers are counted by value and the counts are added up, which needs no order among millions of equal rows.
struct ValuesAtRanks: Question {
    let dimension: RFMDimension
    let ranks: [Int64]

    private var rankConditions: String {
        ranks.map { _ in "(last_rank >= ? AND last_rank - customers < ?)" }.joined(separator: " OR ")
    }

    var sql: String {
        """
        WITH counted AS (
            SELECT \(dimension.risingExpression) AS value, count(*) AS customers FROM rfm_value GROUP BY 1
        ), ranked AS (
            SELECT value, customers,
                CAST(sum(customers) OVER (ORDER BY value ASC NULLS FIRST ROWS UNBOUNDED PRECEDING) AS BIGINT) AS last_rank
            FROM counted
        )
        SELECT value, last_rank - customers + 1 AS first_rank, last_rank
        FROM ranked
        WHERE \(rankConditions)
        ORDER BY value ASC NULLS FIRST
        """
    }

    var values: [EngineValue] { ranks.flatMap { [.int($0), .int($0)] } }

    struct Row: Sendable, Hashable {
        let value: Int64
        let firstRank: Int64
        let lastRank: Int64

        init(_ row: EngineRow) throws {
            value = try row.int("value")
            firstRank = try row.int("first_rank")
            lastRank = try row.int("last_rank")
        }
    }

    /// The counts contradict each other: our fault, not the reader's.
    struct RankMissing: Error {
        let rank: Int64
        let dimension: RFMDimension
    }
}
