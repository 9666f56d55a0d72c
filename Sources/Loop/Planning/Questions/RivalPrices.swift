import Engine
import Kernel

/// At which price was each of our products' counterparts seen at each rival: every sighting of the last weeks, before them the
/// last of each week? Of several sources on a day the cheapest, which is what a buyer finds.
struct RivalPrices {
    let days: Period
    /// From here on every sighting.
    let dailyFrom: Day

    var sql: String {
        """
        WITH seen AS (
            SELECT competitor, product_code, seen_on, min(price_fen) AS price_fen
            FROM competitor_price
            WHERE seen_on >= CAST(? AS DATE) AND seen_on < CAST(? AS DATE) AND price_fen > 0 AND competitor IS NOT NULL
                AND product_code IS NOT NULL
            GROUP BY competitor, product_code, seen_on
        ), placed AS (
            SELECT competitor, product_code, seen_on, price_fen,
                row_number() OVER (
                    PARTITION BY competitor, product_code, date_trunc('week', seen_on)
                    ORDER BY seen_on DESC NULLS LAST
                ) AS back
            FROM seen
        ), named AS (
            SELECT p.product_code, max(p.name) AS name, max(p.category) AS category
            FROM product p
            WHERE p.product_code IS NOT NULL
            GROUP BY p.product_code
        )
        SELECT s.competitor, s.product_code, s.seen_on, s.price_fen, coalesce(named.name, s.product_code) AS name,
            coalesce(named.category, '') AS category
        FROM placed s
        LEFT JOIN named ON named.product_code = s.product_code
        WHERE s.back = 1 OR s.seen_on >= CAST(? AS DATE)
        ORDER BY s.product_code, s.competitor, s.seen_on
        """
    }

    var values: [EngineValue] { [.day(days.start), .day(days.end), .day(dailyFrom)] }
}

/// What did each product with followed rivals bring on each day, and how many units?
struct OwnPrices {
    let days: Period
    /// `nil`: everywhere.
    let regions: Set<String>?

    var sql: String {
        """
        SELECT s.product, s.day, CAST(sum(s.paid_sales) AS BIGINT) AS fen, CAST(sum(s.items) AS BIGINT) AS items
        FROM product_daily s
        WHERE s.day >= CAST(? AS DATE) AND s.day < CAST(? AS DATE) AND s.items > 0 AND \(place)
            AND s.product IN (SELECT product_code FROM competitor_price)
        GROUP BY s.product, s.day
        ORDER BY s.product, s.day
        """
    }

    private var place: String {
        guard let regions else { return "true" }
        return regions.isEmpty ? "false" : "s.region IN (\(regions.map { _ in "?" }.joined(separator: ", ")))"
    }

    var values: [EngineValue] {
        [.day(days.start), .day(days.end)] + (regions ?? []).sorted().map { .text($0) }
    }
}
