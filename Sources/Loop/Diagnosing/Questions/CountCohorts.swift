import Engine
import Kernel

/// Write, by region, how many customers whose first order fell in a month bought in each month since, up to a day.
struct CountCohorts: Question {
    let asOf: Day

    let sql = """
        INSERT INTO cohort_month
        WITH active AS (
            SELECT DISTINCT customer_id, CAST(date_trunc('month', ordered_on) AS DATE) AS month
            FROM order_header
            WHERE status = 'paid' AND amount_fen > 0 AND customer_id IS NOT NULL AND ordered_on <= CAST(? AS DATE)
        ), joined AS (
            SELECT active.customer_id, min(month) AS cohort, max(customer.region) AS region
            FROM active LEFT JOIN customer ON customer.customer_id = active.customer_id
            GROUP BY active.customer_id
        )
        SELECT CAST(? AS DATE), region, cohort, month, count(*)
        FROM active JOIN joined ON joined.customer_id = active.customer_id
        GROUP BY region, cohort, month
        """

    var values: [EngineValue] { [.day(asOf), .day(asOf)] }
}
