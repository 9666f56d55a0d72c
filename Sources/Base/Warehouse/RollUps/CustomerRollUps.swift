import Kernel

extension RollUp {
    /// Who bought on which day: people are counted once in a period from this.
    static let customerDay = RollUp(
        "customer_day",
        shape: .people(
            PersonColumns(
                key: "customer_id", keyExpression: "o.customer_id",
                counts: [
                    .init(name: "orders", expression: "count(*)"),
                    .init(name: "private_orders", expression: "sum(CASE WHEN o.is_private_domain THEN 1 ELSE 0 END)"),
                ])),
        facts: [.orderHeader], lookups: [.customer], day: "o.ordered_on",
        dimensions: [
            Column(.region, "o.region"), Column(.channel, "o.channel"), Column(.cityTier, Snippet.customerTier),
        ],
        measures: [
            MeasureColumn(.buyers, "count(*)"),
            MeasureColumn(.repeatBuyers, "sum(CASE WHEN orders >= 2 THEN 1 ELSE 0 END)"),
            MeasureColumn(.privateBuyers, "sum(CASE WHEN private_orders >= 1 THEN 1 ELSE 0 END)"),
            MeasureColumn(.privateRepeatBuyers, "sum(CASE WHEN private_orders >= 2 THEN 1 ELSE 0 END)"),
        ],
        source: """
            FROM order_header o
            LEFT JOIN customer c ON c.customer_id = o.customer_id
            WHERE o.status = 'paid' AND o.customer_id IS NOT NULL AND {days}
            """)

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
        source: lifecycleSteps(
            days: """
                SELECT o.customer_id, o.ordered_on AS day, min(o.region) AS region, min(o.channel) AS channel,
                    min(CAST(c.city_tier AS STRING)) AS city_tier
                FROM order_header o
                LEFT JOIN customer c ON c.customer_id = o.customer_id
                WHERE o.status = 'paid' AND o.customer_id IS NOT NULL
                GROUP BY o.customer_id, o.ordered_on
                """),
        loadSource: lifecycleSteps(
            days: """
                SELECT customer_id, day, min(region) AS region, min(channel) AS channel, min(city_tier) AS city_tier
                FROM customer_day
                GROUP BY customer_id, day
                """))

    /// A customer lapses on the 180th day without an order; the region and channel are those of the first order.
    private static func lifecycleSteps(days: String) -> String {
        """
        FROM (
            WITH bought AS (
                \(days.replacing("\n", with: "\n        "))
            ), life AS (
                SELECT day, lead(day) OVER w AS next_day, row_number() OVER w AS nth, first_value(region) OVER w AS region,
                    first_value(channel) OVER w AS channel, first_value(city_tier) OVER w AS city_tier
                FROM bought
                WINDOW w AS (PARTITION BY customer_id ORDER BY day ASC NULLS FIRST)
            )
            SELECT day, region, channel, city_tier, 1 AS acquired, 0 AS matured, 0 AS retained, 0 AS lapsed, 0 AS revived
            FROM life
            WHERE nth = 1
            UNION ALL
            SELECT CAST(day + INTERVAL '90' DAY AS DATE), region, channel, city_tier, 0, 1,
                CASE WHEN next_day <= CAST(day + INTERVAL '90' DAY AS DATE) THEN 1 ELSE 0 END, 0, 0
            FROM life
            WHERE nth = 1
            UNION ALL
            SELECT CAST(day + INTERVAL '180' DAY AS DATE), region, channel, city_tier, 0, 0, 0, 1, 0
            FROM life
            WHERE next_day IS NULL OR next_day > CAST(day + INTERVAL '180' DAY AS DATE)
            UNION ALL
            SELECT next_day, region, channel, city_tier, 0, 0, 0, 0, 1
            FROM life
            WHERE next_day > CAST(day + INTERVAL '180' DAY AS DATE)
        ) step
        WHERE {days}
        """
    }
}
