import Engine

/// How far does each customer push the estimate off? Kept as `basket_cluster`.
///
/// The estimate is the mean over strata of the difference of two means, weighted by the promoted baskets. A basket moves it by its
/// distance from its own mean; what a customer's baskets add up to is one independent draw, and the squares of these sums are the
/// variance (cluster-robust: Liang & Zeger 1986). The factors make each stratum's part that of Welch (1947) where every customer
/// has one basket.
struct PromotionClusters: Question {
    var sql: String {
        let parts = PromotionOutcome.allCases.map {
            """
            sum(CASE WHEN b.is_promoted
                        THEN sqrt(t.with_count / nullif(t.with_count - 1, 0)) * (CAST(b.\($0.source) AS DOUBLE) - t.\($0.rawValue)_with)
                        ELSE -t.with_count / nullif(sqrt(t.without_count * (t.without_count - 1)), 0)
                            * (CAST(b.\($0.source) AS DOUBLE) - t.\($0.rawValue)_without)
                    END) AS \($0.rawValue)
            """
        }
        return """
            CREATE OR REPLACE TEMP TABLE basket_cluster AS
            SELECT s.from_on, min(s.until_on) AS until_on, b.region, b.channel, coalesce(b.customer_id, -b.order_id) AS person,
                \(parts.joined(separator: ",\n    "))
            FROM basket_order b
            JOIN basket_calendar s ON s.day = b.day
            JOIN basket_stratum t ON t.from_on = s.from_on AND t.until_on = s.until_on AND t.region = b.region
                AND t.channel = b.channel AND t.month = b.month AND t.is_repeat = b.is_repeat AND t.category = b.category
            WHERE b.is_promoted IS NOT NULL
            GROUP BY s.from_on, b.region, b.channel, coalesce(b.customer_id, -b.order_id)
            """
    }
}
