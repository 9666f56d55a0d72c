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

    /// Orders by what brought their customers: the channel of registration, whenever and wherever they order.
    static let origin = RollUp(
        "origin_daily", facts: [.orderHeader], lookups: [.customer], day: "o.ordered_on",
        dimensions: [Column(.adChannel, "c.channel")],
        measures: [
            MeasureColumn(.originSales, "sum(o.amount_fen)"),
            MeasureColumn(.originOrders, "count(*)"),
        ],
        source: """
            FROM order_header o
            JOIN customer c ON c.customer_id = o.customer_id
            WHERE o.status = 'paid' AND {days}
            """)

    /// Customers by the day they registered and what brought them.
    static let registered = RollUp(
        "registered_daily", facts: [], lookups: [.customer], reach: .everything, day: "c.registered_on",
        dimensions: [Column(.adChannel, "c.channel")],
        measures: [MeasureColumn(.registrations, "count(*)")],
        source: """
            FROM customer c
            WHERE c.registered_on IS NOT NULL AND {days}
            """)
}
