import Engine
import Kernel

/// What did each product sell up to a day: amounts of the last year and the one before, units of the last 90 days, of the 90
/// before and of the same 90 a year ago, and buyers of the last year? Paid orders only.
struct ProductSales {
    let asOf: Day
    /// `nil`: everywhere.
    let regions: Set<String>?

    var sql: String {
        """
        SELECT coalesce(p.product_code, CAST(p.product_id AS VARCHAR)) AS code,
            coalesce(max(p.name), code) AS name, coalesce(max(p.category), '') AS category,
            coalesce(max(p.series), '') AS series, max(p.launched_on) AS launched_on, min(l.ordered_on) AS first_on,
            CAST(coalesce(sum(CASE WHEN l.ordered_on > CAST(? AS DATE) THEN l.amount_fen ELSE 0 END), 0) AS BIGINT) AS year_fen,
            CAST(coalesce(sum(CASE WHEN l.ordered_on > CAST(? AS DATE) AND l.ordered_on <= CAST(? AS DATE)
                THEN l.amount_fen ELSE 0 END), 0) AS BIGINT) AS before_fen,
            CAST(coalesce(sum(CASE WHEN l.ordered_on > CAST(? AS DATE) THEN l.quantity ELSE 0 END), 0) AS BIGINT) AS recent,
            CAST(coalesce(sum(CASE WHEN l.ordered_on > CAST(? AS DATE) AND l.ordered_on <= CAST(? AS DATE)
                THEN l.quantity ELSE 0 END), 0) AS BIGINT) AS earlier,
            CAST(coalesce(sum(CASE WHEN l.ordered_on > CAST(? AS DATE) AND l.ordered_on <= CAST(? AS DATE)
                THEN l.quantity ELSE 0 END), 0) AS BIGINT) AS year_ago,
            count(DISTINCT CASE WHEN l.ordered_on > CAST(? AS DATE) THEN l.customer_id END) AS buyers
        FROM order_line l
        JOIN order_header h ON h.order_id = l.order_id
        JOIN product p ON p.product_id = l.product_id
        WHERE h.status = 'paid' AND l.ordered_on <= CAST(? AS DATE) AND \(place)
        GROUP BY code
        ORDER BY year_fen DESC, code
        """
    }

    private var place: String {
        guard let regions else { return "true" }
        return regions.isEmpty ? "false" : "h.region IN (\(regions.map { _ in "?" }.joined(separator: ", ")))"
    }

    var values: [EngineValue] {
        let days = [
            asOf - 365, asOf - 730, asOf - 365, asOf - 90, asOf - 180, asOf - 90, asOf - 455, asOf - 365, asOf - 365,
            asOf,
        ]
        return days.map { .day($0) } + (regions ?? []).sorted().map { .text($0) }
    }
}
