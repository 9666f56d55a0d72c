import Kernel

extension RollUp {
    /// The steps of customers' lives as daily changes: the first order, 90 days after it, falling silent, coming back.
    /// Levels (customers so far, lapsed ones) are running totals of them, exact on every day.
    static let lifecycle = RollUp(
        "lifecycle_daily", facts: [.orderHeader], lookups: [.customer], reach: .everything, day: "step.day",
        dimensions: [
            Column(.region, "step.region"), Column(.channel, "step.channel"), Column(.cityTier, "step.city_tier"),
        ],
        measures: [
            MeasureColumn(.newCustomers, "sum(step.acquired)"),
            MeasureColumn(.customers, "sum(step.acquired)", isLevel: true),
            MeasureColumn(.matured, "sum(step.matured)"),
            MeasureColumn(.retained, "sum(step.retained)"),
            MeasureColumn(.revived, "sum(step.revived)"),
            MeasureColumn(.lapsed, "sum(step.lapsed - step.revived)", isLevel: true),
        ],
        source: """
            FROM (
                \(CustomerStep.steps(of: CustomerStep.purchaseDays).replacing("\n", with: "\n    "))
            ) step
            WHERE {days}
            """,
        loadSource: """
            FROM customer_step step
            WHERE {days}
            """)
}

/// The steps of each customer's life. They are kept by customer, so that a changed order costs the steps of its own
/// customer only.
enum CustomerStep {
    static let definition = """
        CREATE TABLE IF NOT EXISTS customer_step (
            customer_id BIGINT, day DATE, region VARCHAR, channel VARCHAR, city_tier VARCHAR,
            acquired BIGINT, matured BIGINT, retained BIGINT, lapsed BIGINT, revived BIGINT
        )
        """

    /// Who bought on which day, from the orders.
    static let purchaseDays = """
        SELECT o.customer_id, o.ordered_on AS day, min(o.region) AS region, min(o.channel) AS channel,
            min(CAST(c.city_tier AS STRING)) AS city_tier
        FROM order_header o
        LEFT JOIN customer c ON c.customer_id = o.customer_id
        WHERE o.status = 'paid' AND o.customer_id IS NOT NULL
        GROUP BY o.customer_id, o.ordered_on
        """

    /// The same, from the roll-up; with a condition on the customer.
    static func rolledUp(where condition: String) -> String {
        """
        SELECT customer_id, day, min(region) AS region, min(channel) AS channel, min(city_tier) AS city_tier
        FROM customer_day
        WHERE \(condition)
        GROUP BY customer_id, day
        """
    }

    /// Forgets and counts anew the steps of the customers in `changed_customer`.
    static let renewal = [
        "DELETE FROM customer_step WHERE customer_id IN (SELECT customer_id FROM changed_customer)",
        "INSERT INTO customer_step \(steps(of: rolledUp(where: "customer_id IN (SELECT customer_id FROM changed_customer)")))",
    ]

    /// All steps from scratch.
    static let reconstruction = [
        "DELETE FROM customer_step",
        "INSERT INTO customer_step \(steps(of: rolledUp(where: "customer_id IS NOT NULL")))",
    ]

    /// A customer lapses on the 180th day without an order; region and channel are those of the first order.
    static func steps(of purchaseDays: String) -> String {
        """
        WITH bought AS (
            \(purchaseDays.replacing("\n", with: "\n    "))
        ), life AS (
            SELECT customer_id, day, lead(day) OVER w AS next_day, row_number() OVER w AS nth,
                first_value(region) OVER w AS region, first_value(channel) OVER w AS channel,
                first_value(city_tier) OVER w AS city_tier
            FROM bought
            WINDOW w AS (PARTITION BY customer_id ORDER BY day ASC NULLS FIRST)
        )
        SELECT customer_id, day, region, channel, city_tier, 1 AS acquired, 0 AS matured, 0 AS retained, 0 AS lapsed,
            0 AS revived
        FROM life
        WHERE nth = 1
        UNION ALL
        SELECT customer_id, CAST(day + INTERVAL '90' DAY AS DATE), region, channel, city_tier, 0, 1,
            CASE WHEN next_day <= CAST(day + INTERVAL '90' DAY AS DATE) THEN 1 ELSE 0 END, 0, 0
        FROM life
        WHERE nth = 1
        UNION ALL
        SELECT customer_id, CAST(day + INTERVAL '180' DAY AS DATE), region, channel, city_tier, 0, 0, 0, 1, 0
        FROM life
        WHERE next_day IS NULL OR next_day > CAST(day + INTERVAL '180' DAY AS DATE)
        UNION ALL
        SELECT customer_id, next_day, region, channel, city_tier, 0, 0, 0, 0, 1
        FROM life
        WHERE next_day > CAST(day + INTERVAL '180' DAY AS DATE)
        """
    }
}
