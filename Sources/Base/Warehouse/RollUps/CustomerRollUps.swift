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
}
