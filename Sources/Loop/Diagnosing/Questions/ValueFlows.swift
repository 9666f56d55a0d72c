import Engine

/// What did the customers of each month of first orders bring in each 30 days of their lives? Kept as `basket_flow`, by region,
/// channel and category of the first order; step 0 counts the customers.
struct ValueFlows: Question {
    /// 30 days.
    static let stepDays = 30

    let sql = """
        CREATE OR REPLACE TEMP TABLE basket_flow AS
        WITH newcomer AS (
            SELECT customer_id, min(day) AS first_on, CAST(date_trunc('month', min(day)) AS DATE) AS cohort,
                coalesce(min(region), '') AS region, coalesce(min(channel), '') AS channel
            FROM customer_step
            WHERE acquired = 1
            GROUP BY customer_id
        ), first_line AS (
            SELECT n.customer_id, coalesce(p.category, '') AS category,
                (coalesce(l.amount_fen, 0) + coalesce(l.discount_fen, 0)) * 1000 - coalesce(l.line_no, 0) AS worth
            FROM newcomer n
            JOIN order_header o ON o.customer_id = n.customer_id AND o.ordered_on = n.first_on
            JOIN order_line l ON l.order_id = o.order_id
            LEFT JOIN product p ON p.product_id = l.product_id
            WHERE o.status = 'paid'
        ), main AS (
            SELECT customer_id, max_by(category, worth) AS category FROM first_line GROUP BY customer_id
        ), person AS (
            SELECT n.customer_id, n.first_on, n.cohort, n.region, n.channel, coalesce(m.category, '') AS category
            FROM newcomer n LEFT JOIN main m ON m.customer_id = n.customer_id
        )
        SELECT cohort, region, channel, category, CAST(0 AS BIGINT) AS step, count(*) AS customers,
            CAST(0 AS BIGINT) AS sales_fen, CAST(0 AS BIGINT) AS costed_fen, CAST(0 AS BIGINT) AS margin_fen
        FROM person
        GROUP BY cohort, region, channel, category
        UNION ALL
        SELECT p.cohort, p.region, p.channel, p.category,
            CAST(floor(datediff(o.ordered_on, p.first_on) / 30) AS BIGINT) + 1 AS step, 0,
            CAST(sum(o.amount_fen) AS BIGINT),
            CAST(sum(CASE WHEN o.cost_fen IS NOT NULL THEN o.amount_fen ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN o.cost_fen IS NULL THEN 0 WHEN o.amount_fen < 0 THEN o.amount_fen + abs(o.cost_fen)
                ELSE o.amount_fen - o.cost_fen END) AS BIGINT)
        FROM person p JOIN order_header o ON o.customer_id = p.customer_id
        WHERE o.status IN ('paid', 'returned') AND o.amount_fen IS NOT NULL AND o.ordered_on >= p.first_on
        GROUP BY 1, 2, 3, 4, 5
        """
}
