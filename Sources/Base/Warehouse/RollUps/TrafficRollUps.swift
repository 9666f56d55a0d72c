import Kernel

extension RollUp {
    /// Visits by day: a visit is a session; where events name none, a person's day.
    static let traffic = RollUp(
        "traffic_daily", facts: [.event], lookups: [.customer], day: "v.day", restricted: "e.occurred_on",
        dimensions: [Column(.channel, "v.channel"), Column(.region, "v.region"), Column(.device, "v.device")],
        measures: [
            MeasureColumn(.pageViews, "sum(v.views)"),
            MeasureColumn(.visits, "count(*)"),
            MeasureColumn(.cartVisits, "sum(CASE WHEN v.carts > 0 THEN 1 ELSE 0 END)"),
            MeasureColumn(.checkoutVisits, "sum(CASE WHEN v.checkouts > 0 THEN 1 ELSE 0 END)"),
            MeasureColumn(.paymentVisits, "sum(CASE WHEN v.payments > 0 THEN 1 ELSE 0 END)"),
        ],
        source: """
            FROM (
                SELECT coalesce(e.session_id, -e.customer_id) AS visit, e.occurred_on AS day, min(e.channel) AS channel,
                    min(e.device) AS device, min(c.region) AS region,
                    sum(CASE WHEN e.name IN ('page_view', 'product_view') THEN 1 ELSE 0 END) AS views,
                    sum(CASE WHEN e.name = 'add_to_cart' THEN 1 ELSE 0 END) AS carts,
                    sum(CASE WHEN e.name = 'checkout' THEN 1 ELSE 0 END) AS checkouts,
                    sum(CASE WHEN e.name = 'payment' THEN 1 ELSE 0 END) AS payments
                FROM event e
                LEFT JOIN customer c ON c.customer_id = e.customer_id
                WHERE e.name IN ('page_view', 'product_view', 'add_to_cart', 'checkout', 'payment') AND {days}
                GROUP BY coalesce(e.session_id, -e.customer_id), e.occurred_on
            ) v
            """)

    /// Who came on which day.
    static let visitorDay = RollUp(
        "visitor_day",
        shape: .people(
            PersonColumns(
                key: "visitor_id", keyExpression: "coalesce(e.customer_id, -e.session_id)",
                counts: [.init(name: "views", expression: "count(*)")])),
        facts: [.event], lookups: [.customer], day: "e.occurred_on",
        dimensions: [Column(.channel, "e.channel"), Column(.region, "c.region")],
        measures: [MeasureColumn(.visitors, "count(*)")],
        source: """
            FROM event e
            LEFT JOIN customer c ON c.customer_id = e.customer_id
            WHERE e.name IN ('page_view', 'product_view') AND coalesce(e.customer_id, -e.session_id) IS NOT NULL AND {days}
            """)

    /// Answers to messages, visits to stores and talk in communities, by day.
    static let engagement = RollUp(
        "engagement_daily", facts: [.event], lookups: [.customer], day: "e.occurred_on",
        dimensions: [Column(.channel, "e.channel"), Column(.region, "c.region")],
        measures: [
            MeasureColumn(.messageOpens, "sum(CASE WHEN e.name = 'message_open' THEN 1 ELSE 0 END)"),
            MeasureColumn(.messageClicks, "sum(CASE WHEN e.name = 'message_click' THEN 1 ELSE 0 END)"),
            MeasureColumn(.storeVisits, "sum(CASE WHEN e.name = 'store_visit' THEN 1 ELSE 0 END)"),
            MeasureColumn(.communityPosts, "sum(CASE WHEN e.name = 'community_post' THEN 1 ELSE 0 END)"),
        ],
        source: """
            FROM event e
            LEFT JOIN customer c ON c.customer_id = e.customer_id
            WHERE e.name IN ('message_open', 'message_click', 'store_visit', 'community_post') AND {days}
            """)
}
