import Kernel

extension RollUp {
    /// Ad spend by day.
    static let advertising = RollUp(
        "ad_daily", facts: [.adSpend], day: "a.spent_on",
        dimensions: [Column(.adChannel, "a.channel"), Column(.campaign, "a.campaign"), Column(.region, "a.region")],
        measures: [
            MeasureColumn(.adCost, "sum(a.cost_fen)"),
            MeasureColumn(.impressions, "sum(a.impressions)"),
            MeasureColumn(.clicks, "sum(a.clicks)"),
            MeasureColumn(.leads, "sum(a.new_leads)"),
        ],
        source: """
            FROM ad_spend a
            WHERE {days}
            """)

    /// Orders by the last ad that touched the customer in the 30 days before.
    static let attributed = RollUp(
        "attributed_daily", facts: [.orderHeader, .event], lookups: [.adSpend], reach: .days(30), day: "a.ordered_on",
        restricted: "o.ordered_on",
        dimensions: [Column(.adChannel, "a.channel"), Column(.campaign, "a.campaign"), Column(.region, "a.region")],
        measures: [
            MeasureColumn(.attributedSales, "sum(a.amount_fen)"),
            MeasureColumn(.attributedCosted, "sum(CASE WHEN a.cost_fen IS NOT NULL THEN a.amount_fen ELSE 0 END)"),
            MeasureColumn(
                .attributedMargin, "sum(CASE WHEN a.cost_fen IS NOT NULL THEN a.amount_fen - a.cost_fen ELSE 0 END)"),
        ],
        source: """
            FROM (
                SELECT o.ordered_on, o.region, o.amount_fen, o.cost_fen, t.channel, t.campaign,
                    row_number() OVER (
                        PARTITION BY o.order_id
                        ORDER BY t.occurred_at DESC NULLS LAST, t.event_id DESC NULLS LAST, t.channel DESC NULLS LAST
                    ) AS nearness
                FROM order_header o
                JOIN event t ON t.customer_id = o.customer_id
                    AND t.occurred_at <= o.ordered_at
                    AND t.occurred_on >= CAST(o.ordered_on - INTERVAL '30' DAY AS DATE)
                WHERE o.status = 'paid' AND t.campaign IS NOT NULL
                    AND t.channel IN (SELECT channel FROM ad_spend) AND {days}
            ) a
            WHERE a.nearness = 1
            """)
}
