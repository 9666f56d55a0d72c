import Engine
import Kernel

/// Of the customers whose first order fell in a month, how many bought in each month since?
///
/// The same orders count as for scoring: paid, of a positive amount, of a known customer, up to a day.
struct CohortActivity: Question {
    let asOf: Day
    let regions: RegionChoice

    var sql: String {
        """
        WITH active AS (
            SELECT DISTINCT customer_id, CAST(date_trunc('month', ordered_on) AS DATE) AS month
            FROM order_header
            WHERE status = 'paid' AND amount_fen > 0 AND customer_id IS NOT NULL AND ordered_on <= CAST(? AS DATE)
        ), wanted AS (
            SELECT customer_id, month FROM active
            WHERE \(regions.customerCondition)
        ), joined AS (
            SELECT customer_id, min(month) AS cohort FROM wanted GROUP BY customer_id
        )
        SELECT cohort, month, count(*) AS customers
        FROM wanted JOIN joined ON joined.customer_id = wanted.customer_id
        GROUP BY cohort, month
        ORDER BY cohort ASC NULLS FIRST, month ASC NULLS FIRST
        """
    }

    var values: [EngineValue] { [.day(asOf)] + regions.values }
}
