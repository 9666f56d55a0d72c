import Engine
import Kernel

/// Which accounts bought most in each quarter of a period, and what did all together buy? An order belongs to its dealer, else
/// to its customer. One row more for each quarter where all others are among its largest; it has no name.
struct AccountSales {
    /// From the start of a quarter.
    let period: Period
    let regions: Set<String>?
    /// So many rows for each quarter.
    let limit: Int64

    var sql: String {
        """
        WITH account AS (
            SELECT day AS quarter, dealer, customer_id, sum(sales) AS sales,
                CASE WHEN dealer IS NULL AND customer_id IS NULL THEN 1 ELSE 0 END AS others
            FROM large_account
            WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE) AND \(place)
            GROUP BY day, dealer, customer_id
        ), placed AS (
            SELECT quarter, dealer, customer_id, sales, sum(sales) OVER (PARTITION BY quarter) AS total,
                row_number() OVER (
                    PARTITION BY quarter
                    ORDER BY others ASC, sales DESC NULLS LAST, dealer ASC NULLS LAST, customer_id ASC NULLS LAST
                ) AS place
            FROM account
        ), dealing AS (
            SELECT coalesce(d.dealer_code, CAST(d.dealer_id AS STRING)) AS code, min(d.name) AS name
            FROM dealer d
            GROUP BY coalesce(d.dealer_code, CAST(d.dealer_id AS STRING))
        )
        SELECT placed.quarter, coalesce(dealing.name, placed.dealer, '') AS dealer,
            coalesce(c.customer_no, CAST(placed.customer_id AS STRING), '') AS customer_no,
            CAST(placed.sales AS BIGINT) AS sales, CAST(placed.total AS BIGINT) AS total
        FROM placed
        LEFT JOIN dealing ON dealing.code = placed.dealer
        LEFT JOIN customer c ON c.customer_id = placed.customer_id
        WHERE placed.place <= ?
        ORDER BY placed.quarter, placed.place
        """
    }

    private var place: String {
        guard let regions else { return "true" }
        return regions.isEmpty ? "false" : "region IN (\(regions.map { _ in "?" }.joined(separator: ", ")))"
    }

    var values: [EngineValue] {
        [.day(period.start), .day(period.end)] + (regions ?? []).sorted().map { .text($0) } + [.int(limit)]
    }
}
