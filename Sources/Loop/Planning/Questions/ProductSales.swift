import Engine
import Kernel

/// What did each product sell up to a day: amounts of the last year and the one before, units of the last 90 days, of the 90
/// before and of the same 90 a year ago, and buyers of the last year? Paid orders only, from the daily roll-ups.
struct ProductSales {
    let asOf: Day
    /// `nil`: everywhere.
    let regions: Set<String>?

    var sql: String {
        """
        WITH sold AS (
            SELECT s.product, min(s.day) AS first_on,
                \(sum("paid_sales", since: true)) AS year_fen, \(sum("paid_sales", since: false)) AS before_fen,
                \(sum("items", since: true)) AS recent, \(sum("items", since: false)) AS earlier,
                \(sum("items", since: false)) AS year_ago
            FROM product_daily s
            WHERE s.day <= CAST(? AS DATE) AND (s.paid_sales <> 0 OR s.items <> 0) AND \(place("s"))
            GROUP BY s.product
        ), buyer AS (
            SELECT b.product, CAST(sum(b.year_buyers) AS BIGINT) AS buyers
            FROM product_buyer_daily b
            WHERE b.day <= CAST(? AS DATE) AND \(place("b"))
            GROUP BY b.product
        ), named AS (
            SELECT coalesce(p.product_code, CAST(p.product_id AS STRING)) AS code, max(p.name) AS name,
                max(p.category) AS category, max(p.series) AS series, max(p.launched_on) AS launched_on
            FROM product p
            GROUP BY coalesce(p.product_code, CAST(p.product_id AS STRING))
        )
        SELECT named.code, coalesce(named.name, named.code) AS name, coalesce(named.category, '') AS category,
            coalesce(named.series, '') AS series, named.launched_on, sold.first_on, sold.year_fen, sold.before_fen,
            sold.recent, sold.earlier, sold.year_ago, coalesce(buyer.buyers, 0) AS buyers
        FROM sold
        JOIN named ON named.code = sold.product
        LEFT JOIN buyer ON buyer.product = sold.product
        ORDER BY sold.year_fen DESC, named.code
        """
    }

    /// The sum of the days after one to be bound; up to another, unless it is all since.
    private func sum(_ column: String, since: Bool) -> String {
        let days = "s.day > CAST(? AS DATE)" + (since ? "" : " AND s.day <= CAST(? AS DATE)")
        return "CAST(sum(CASE WHEN \(days) THEN s.\(column) ELSE 0 END) AS BIGINT)"
    }

    private func place(_ table: String) -> String {
        guard let regions else { return "true" }
        return regions.isEmpty
            ? "false" : "\(table).region IN (\(regions.map { _ in "?" }.joined(separator: ", ")))"
    }

    var values: [EngineValue] {
        let days = [
            asOf - 365, asOf - 730, asOf - 365, asOf - 90, asOf - 180, asOf - 90, asOf - 455, asOf - 365, asOf,
        ]
        let places = (regions ?? []).sorted().map { EngineValue.text($0) }
        return days.map { .day($0) } + places + [.day(asOf)] + places
    }
}
