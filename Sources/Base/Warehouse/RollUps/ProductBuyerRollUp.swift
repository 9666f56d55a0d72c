import Kernel

extension RollUp {
    /// How many different customers bought a product within the last 365 days, as daily changes: she enters with a purchase, and
    /// leaves with her next one or a year later. Each is counted once, in the region of her latest purchase, so that any set of
    /// regions adds up; the running total is exact on every day (PP-01).
    static let productBuyers = RollUp(
        "product_buyer_daily", facts: [.orderLine, .orderHeader], lookups: [.product], reach: .everything, day: "c.day",
        dimensions: [Column(.product, Snippet.productCode), Column(.region, "c.region")],
        measures: [MeasureColumn(.yearBuyers, "sum(c.change)", isLevel: true)],
        source: source(of: "(\(BuyerStep.steps(where: "TRUE")))"), loadSource: source(of: "buyer_step"))

    private static func source(of steps: String) -> String {
        """
        FROM (
            SELECT s.product_id, s.region, s.day, 1 AS change FROM \(steps) s
            UNION ALL
            SELECT s.product_id, s.region, s.left_on AS day, -1 AS change FROM \(steps) s
        ) c
        LEFT JOIN product p ON p.product_id = c.product_id
        WHERE {days}
        """
    }
}

/// From when to when a purchase is the latest of its customer and product, a year at most. Kept by customer, so that a changed
/// order costs the steps of its own customer only.
enum BuyerStep {
    static let definition = """
        CREATE TABLE IF NOT EXISTS buyer_step (
            customer_id BIGINT, product_id BIGINT, region VARCHAR, day DATE, left_on DATE
        )
        """

    /// Forgets and counts anew the steps of those who had or have purchases on changed days.
    static let renewal = [
        """
        CREATE OR REPLACE TEMP TABLE changed_buyer AS
        SELECT s.customer_id FROM buyer_step s WHERE s.day IN (\(changedDays))
        UNION
        SELECT o.customer_id FROM order_line l JOIN order_header o ON o.order_id = l.order_id
        WHERE o.customer_id IS NOT NULL AND l.ordered_on IN (\(changedDays))
        """,
        "DELETE FROM buyer_step WHERE customer_id IN (SELECT customer_id FROM changed_buyer)",
        "INSERT INTO buyer_step \(steps(where: "o.customer_id IN (SELECT customer_id FROM changed_buyer)"))",
    ]

    /// All steps from scratch.
    static let reconstruction = ["DELETE FROM buyer_step", "INSERT INTO buyer_step \(steps(where: "TRUE"))"]

    private static let changedDays = "SELECT day FROM changed_order_line UNION ALL SELECT day FROM changed_order_header"

    static func steps(where condition: String) -> String {
        """
        WITH bought AS (
            SELECT o.customer_id, l.product_id, l.ordered_on AS day, min(o.region) AS region,
                CAST(l.ordered_on + INTERVAL '365' DAY AS DATE) AS year_after
            FROM order_line l
            JOIN order_header o ON o.order_id = l.order_id
            WHERE o.status = 'paid' AND o.customer_id IS NOT NULL AND l.ordered_on IS NOT NULL AND \(condition)
            GROUP BY o.customer_id, l.product_id, l.ordered_on
        )
        SELECT customer_id, product_id, region, day,
            least(year_after, coalesce(lead(day) OVER w, year_after)) AS left_on
        FROM bought
        WINDOW w AS (PARTITION BY customer_id, product_id ORDER BY day ASC NULLS FIRST)
        """
    }
}
