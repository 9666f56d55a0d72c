import Kernel

extension RollUp {
    /// What the large accounts bought, by quarter and region (M-04). An order belongs to its dealer, else to its customer. By name
    /// stand the twenty largest of the company and of each region, and whoever buys a thousandth of a region; what all others bought,
    /// and what nobody is known to have bought, is one row without a name. So sums are those of all sales, the largest accounts of the
    /// company and of any one region are exact, and of several regions together short by less than a thousandth of each.
    static let largeAccounts = RollUp(
        "large_account",
        shape: .people(
            PersonColumns(
                key: "customer_id", keyExpression: "a.customer_id",
                counts: [.init(name: "sales", expression: "sum(a.sales)")])),
        facts: [.orderHeader], lookups: [.dealer], reach: .quarter, day: "a.quarter",
        restricted: "CAST(date_trunc('quarter', o.ordered_on) AS DATE)",
        dimensions: [Column(.region, "a.region"), Column(.dealer, "a.dealer")], measures: [],
        source: """
            FROM (
                WITH account AS (
                    SELECT CAST(date_trunc('quarter', o.ordered_on) AS DATE) AS quarter, o.region,
                        coalesce(d.dealer_code, CAST(o.dealer_id AS STRING)) AS dealer,
                        CASE WHEN o.dealer_id IS NULL THEN o.customer_id END AS customer_id, sum(o.amount_fen) AS sales
                    FROM order_header o
                    LEFT JOIN dealer d ON d.dealer_id = o.dealer_id
                    WHERE o.status = 'paid' AND {days}
                    GROUP BY 1, 2, 3, 4
                ), company AS (
                    SELECT quarter, dealer, customer_id, row_number() OVER (
                            PARTITION BY quarter
                            ORDER BY sum(sales) DESC NULLS LAST, dealer ASC NULLS LAST, customer_id ASC NULLS LAST
                        ) AS place
                    FROM account
                    WHERE dealer IS NOT NULL OR customer_id IS NOT NULL
                    GROUP BY quarter, dealer, customer_id
                ), placed AS (
                    SELECT t.quarter, t.region, t.dealer, t.customer_id, t.sales, c.place AS company_place,
                        row_number() OVER (
                            PARTITION BY t.quarter, t.region
                            ORDER BY CASE WHEN c.place IS NULL THEN 1 ELSE 0 END ASC, t.sales DESC NULLS LAST,
                                t.dealer ASC NULLS LAST, t.customer_id ASC NULLS LAST
                        ) AS place,
                        sum(t.sales) OVER (PARTITION BY t.quarter, t.region) AS region_sales
                    FROM account t
                    LEFT JOIN company c ON c.quarter = t.quarter AND c.dealer IS NOT DISTINCT FROM t.dealer
                        AND c.customer_id IS NOT DISTINCT FROM t.customer_id
                ), judged AS (
                    SELECT quarter, region, dealer, customer_id, sales,
                        company_place IS NOT NULL
                            AND (place <= 20 OR company_place <= 20 OR 1000 * sales >= region_sales) AS is_large
                    FROM placed
                )
                SELECT quarter, region, sales, CASE WHEN is_large THEN dealer END AS dealer,
                    CASE WHEN is_large THEN customer_id END AS customer_id
                FROM judged
            ) a
            """)
}
