import Kernel

extension RollUp {
    /// Stock counts by day of counting.
    static let stockValue = RollUp(
        "stock_daily", shape: .snapshots, facts: [.stock], lookups: [.store, .product], day: "k.counted_on",
        dimensions: [
            Column(.category, "p.category"), Column(.region, "s.region"), Column(.store, "s.store_code"),
        ],
        measures: [MeasureColumn(.stockValue, "sum(k.value_fen)")],
        source: """
            FROM stock k
            LEFT JOIN product p ON p.product_id = k.product_id
            LEFT JOIN store s ON s.store_id = k.store_id
            WHERE {days}
            """)

    /// Shipments to dealers by day.
    static let shipments = RollUp(
        "shipment_daily", facts: [.shipment], lookups: [.dealer, .product], day: "h.shipped_on",
        dimensions: [
            Column(.region, "d.region"), Column(.dealer, "d.dealer_code"), Column(.category, "p.category"),
        ],
        measures: [
            MeasureColumn(.shippedAmount, "sum(h.amount_fen)"), MeasureColumn(.shippedItems, "sum(h.quantity)"),
        ],
        source: """
            FROM shipment h
            LEFT JOIN dealer d ON d.dealer_id = h.dealer_id
            LEFT JOIN product p ON p.product_id = h.product_id
            WHERE h.dealer_id IS NOT NULL AND {days}
            """)

    /// Answers to "how likely are you to recommend us?" by day.
    static let nps = RollUp(
        "nps_daily", facts: [.surveyAnswer], lookups: [.store], day: "q.answered_on",
        dimensions: [Column(.region, "q.region"), Column(.store, "s.store_code")],
        measures: [
            MeasureColumn(.npsAnswers, "count(*)"),
            MeasureColumn(.npsPromoters, "sum(CASE WHEN q.score >= 9 THEN 1 ELSE 0 END)"),
            MeasureColumn(.npsDetractors, "sum(CASE WHEN q.score <= 6 THEN 1 ELSE 0 END)"),
        ],
        source: """
            FROM survey_answer q
            LEFT JOIN store s ON s.store_id = q.store_id
            WHERE q.survey = 'nps' AND q.score BETWEEN 0 AND 10 AND {days}
            """)

    /// What is said about the brand, by day.
    static let mentions = RollUp(
        "mention_daily", facts: [.mention], day: "m.said_on",
        dimensions: [Column(.channel, "m.channel")],
        measures: [
            MeasureColumn(.mentions, "count(*)"),
            MeasureColumn(.positiveMentions, "sum(CASE WHEN m.sentiment = 'positive' THEN 1 ELSE 0 END)"),
            MeasureColumn(.negativeMentions, "sum(CASE WHEN m.sentiment = 'negative' THEN 1 ELSE 0 END)"),
        ],
        source: """
            FROM mention m
            WHERE {days}
            """)
}
