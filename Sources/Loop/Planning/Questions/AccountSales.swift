import Engine
import Kernel

/// How much did each account buy within a period? An order belongs to its dealer, else to its customer; the largest first.
struct AccountSales {
    let period: Period
    let regions: Set<String>?
    let limit: Int64

    var sql: String {
        """
        WITH account AS (
            SELECT h.dealer_id, CASE WHEN h.dealer_id IS NULL THEN h.customer_id END AS customer_id,
                CAST(coalesce(sum(h.amount_fen), 0) AS BIGINT) AS sales
            FROM order_header h
            WHERE h.status = 'paid' AND h.ordered_on >= CAST(? AS DATE) AND h.ordered_on < CAST(? AS DATE) AND \(place)
            GROUP BY h.dealer_id, CASE WHEN h.dealer_id IS NULL THEN h.customer_id END
        )
        SELECT coalesce(d.name, '') AS dealer, coalesce(c.customer_no, '') AS customer_no, account.sales,
            CAST(sum(account.sales) OVER () AS BIGINT) AS total
        FROM account
        LEFT JOIN dealer d ON d.dealer_id = account.dealer_id
        LEFT JOIN customer c ON c.customer_id = account.customer_id
        WHERE account.dealer_id IS NOT NULL OR account.customer_id IS NOT NULL
        ORDER BY account.sales DESC, dealer, customer_no
        LIMIT ?
        """
    }

    private var place: String {
        guard let regions else { return "true" }
        return regions.isEmpty ? "false" : "h.region IN (\(regions.map { _ in "?" }.joined(separator: ", ")))"
    }

    var values: [EngineValue] {
        [.day(period.start), .day(period.end)] + (regions ?? []).sorted().map { .text($0) } + [.int(limit)]
    }
}
