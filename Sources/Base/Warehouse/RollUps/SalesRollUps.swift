import Kernel

extension RollUp {
    /// Orders and returns by day. Cancelled orders count nowhere.
    static let sales = RollUp(
        "sales_daily", facts: [.orderHeader], lookups: [.customer, .store, .dealer], day: "o.ordered_on",
        dimensions: [
            Column(.region, "o.region"), Column(.channel, "o.channel"), Column(.cityTier, Snippet.cityTier),
            Column(.store, "s.store_code"), Column(.dealer, "d.dealer_code"),
            Column(.domain, Snippet.domain),
        ],
        measures: [
            MeasureColumn(.netSales, "sum(o.amount_fen)"),
            MeasureColumn(.paidSales, "sum(CASE WHEN o.status = 'paid' THEN o.amount_fen ELSE 0 END)"),
            MeasureColumn(.grossSales, "sum(CASE WHEN o.status = 'paid' THEN o.gross_fen ELSE 0 END)"),
            MeasureColumn(.discount, "sum(CASE WHEN o.status = 'paid' THEN o.discount_fen ELSE 0 END)"),
            MeasureColumn(.saleOrders, "count(*)"),
            MeasureColumn(.paidOrders, "sum(CASE WHEN o.status = 'paid' THEN 1 ELSE 0 END)"),
            MeasureColumn(.items, "sum(CASE WHEN o.status = 'paid' THEN o.item_count ELSE 0 END)"),
            MeasureColumn(.refundAmount, "sum(CASE WHEN o.status = 'returned' THEN abs(o.amount_fen) ELSE 0 END)"),
            MeasureColumn(.costedSales, "sum(CASE WHEN o.cost_fen IS NOT NULL THEN o.amount_fen ELSE 0 END)"),
            MeasureColumn(.goodsCost, "sum(CASE WHEN o.amount_fen < 0 THEN -abs(o.cost_fen) ELSE o.cost_fen END)"),
            MeasureColumn(.privateSales, "sum(CASE WHEN o.is_private_domain THEN o.amount_fen ELSE 0 END)"),
            MeasureColumn(.memberSales, "sum(CASE WHEN c.is_member THEN o.amount_fen ELSE 0 END)"),
            MeasureColumn(.storeSales, "sum(CASE WHEN o.store_id IS NOT NULL THEN o.amount_fen ELSE 0 END)"),
            MeasureColumn(
                .storeOrders, "sum(CASE WHEN o.status = 'paid' AND o.channel = 'store' THEN 1 ELSE 0 END)"),
            MeasureColumn(
                .dealerItems,
                "sum(CASE WHEN o.status = 'paid' AND o.dealer_id IS NOT NULL THEN o.item_count ELSE 0 END)"),
        ],
        source: """
            FROM order_header o
            LEFT JOIN customer c ON c.customer_id = o.customer_id
            LEFT JOIN store s ON s.store_id = o.store_id
            LEFT JOIN dealer d ON d.dealer_id = o.dealer_id
            WHERE o.status IN ('paid', 'returned') AND {days}
            """)

    /// Order lines by day and category.
    static let productSales = RollUp(
        "product_sales_daily", facts: [.orderLine, .orderHeader], lookups: [.product], day: "l.ordered_on",
        dimensions: [
            Column(.category, "p.category"), Column(.region, "o.region"), Column(.channel, "o.channel"),
            Column(.domain, Snippet.domain),
        ],
        measures: lineMeasures, source: orderLines)

    /// The same by product: coarser otherwise, so that a year of every product is read in milliseconds (PP-01, PP-03).
    static let products = RollUp(
        "product_daily", facts: [.orderLine, .orderHeader], lookups: [.product], day: "l.ordered_on",
        dimensions: [
            Column(.product, Snippet.productCode), Column(.category, "p.category"), Column(.region, "o.region"),
        ],
        measures: lineMeasures, source: orderLines)

    private static let lineMeasures = [
        MeasureColumn(.netSales, "sum(l.amount_fen)"),
        MeasureColumn(.paidSales, "sum(CASE WHEN o.status = 'paid' THEN l.amount_fen ELSE 0 END)"),
        MeasureColumn(
            .grossSales,
            "sum(CASE WHEN o.status = 'paid' THEN l.amount_fen + coalesce(l.discount_fen, 0) ELSE 0 END)"),
        MeasureColumn(.discount, "sum(CASE WHEN o.status = 'paid' THEN l.discount_fen ELSE 0 END)"),
        MeasureColumn(.items, "sum(CASE WHEN o.status = 'paid' THEN l.quantity ELSE 0 END)"),
        MeasureColumn(.refundAmount, "sum(CASE WHEN o.status = 'returned' THEN abs(l.amount_fen) ELSE 0 END)"),
        MeasureColumn(.costedSales, "sum(CASE WHEN l.cost_fen IS NOT NULL THEN l.amount_fen ELSE 0 END)"),
        MeasureColumn(.goodsCost, "sum(CASE WHEN l.amount_fen < 0 THEN -abs(l.cost_fen) ELSE l.cost_fen END)"),
        MeasureColumn(.privateSales, "sum(CASE WHEN o.is_private_domain THEN l.amount_fen ELSE 0 END)"),
    ]

    private static let orderLines = """
        FROM order_line l
        JOIN order_header o ON o.order_id = l.order_id
        LEFT JOIN product p ON p.product_id = l.product_id
        WHERE o.status IN ('paid', 'returned') AND {days}
        """

    /// Stores by the day they opened.
    static let openStores = RollUp(
        "store_daily", facts: [], lookups: [.store, .dealer], reach: .everything,
        day: "coalesce(s.opened_on, DATE '1970-01-01')",
        dimensions: [
            Column(.region, "s.region"), Column(.cityTier, "CAST(s.city_tier AS STRING)"),
            Column(.store, "s.store_code"), Column(.dealer, "d.dealer_code"),
        ],
        measures: [MeasureColumn(.openStores, "count(*)", isLevel: true)],
        source: """
            FROM store s
            LEFT JOIN dealer d ON d.dealer_id = s.dealer_id
            WHERE s.store_id IS NOT NULL AND {days}
            """)
}

/// Expressions that several roll-ups share.
enum Snippet {
    static let cityTier = "CAST(coalesce(c.city_tier, s.city_tier) AS STRING)"
    static let customerTier = "CAST(c.city_tier AS STRING)"
    static let productCode = "coalesce(p.product_code, CAST(p.product_id AS STRING))"
    static let domain = "CASE WHEN o.is_private_domain THEN 'private' ELSE 'public' END"
}
