import Engine

/// Which baskets are alike but for the promotion? Kept as `basket_stratum`: baskets of one channel, region and month, both first or
/// both repeat orders, around a main product of one category; with at least two of either side, so that each has a variance.
struct PromotionStrata: Question {
    static let keys = ["from_on", "until_on", "region", "channel", "month", "is_repeat", "category"]

    var sql: String {
        let means = PromotionOutcome.allCases.map {
            """
            avg(CASE WHEN b.is_promoted THEN CAST(b.\($0.source) AS DOUBLE) END) AS \($0.rawValue)_with,
                    avg(CASE WHEN NOT b.is_promoted THEN CAST(b.\($0.source) AS DOUBLE) END) AS \($0.rawValue)_without
            """
        }
        return """
            CREATE OR REPLACE TEMP TABLE basket_stratum AS
            WITH counted AS (
                SELECT s.from_on, s.until_on, b.region, b.channel, b.month, b.is_repeat, b.category,
                    CAST(sum(CASE WHEN b.is_promoted THEN 1 ELSE 0 END) AS DOUBLE) AS with_count,
                    CAST(sum(CASE WHEN b.is_promoted THEN 0 ELSE 1 END) AS DOUBLE) AS without_count,
                    \(means.joined(separator: ",\n        "))
                FROM basket_order b JOIN basket_calendar s ON s.day = b.day
                WHERE b.is_promoted IS NOT NULL AND s.is_shown
                GROUP BY s.from_on, s.until_on, b.region, b.channel, b.month, b.is_repeat, b.category
            )
            SELECT * FROM counted WHERE with_count >= 2 AND without_count >= 2
            """
    }
}

extension PromotionOutcome {
    /// Its column of `basket_order`.
    var source: String {
        switch self {
        case .paid: "amount_fen"
        case .gross: "gross_fen"
        case .items: "items"
        }
    }
}
