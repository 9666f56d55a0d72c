import Engine
import Kernel

/// How lately, how often and for how much did each customer buy, up to a day? Kept for the session as `rfm_value`.
///
/// Paid orders with a positive amount count; returns and orders without a customer do not. Days are those of the
/// business zone. `order_key` is what equal customers are put in order by: their number.
struct CustomerValues: Question {
    let asOf: Day
    let lookBackDays: Int?

    let sql = """
        CREATE OR REPLACE TEMP TABLE rfm_value AS
        WITH bought AS (
            SELECT customer_id, datediff(CAST(? AS DATE), max(ordered_on)) AS recency_days,
                count(*) AS frequency, CAST(sum(amount_fen) AS BIGINT) AS monetary_fen
            FROM order_header
            WHERE status = 'paid' AND amount_fen > 0 AND customer_id IS NOT NULL
                AND ordered_on <= CAST(? AS DATE) AND ordered_on > CAST(? AS DATE)
            GROUP BY customer_id
        )
        SELECT bought.customer_id, recency_days, frequency, monetary_fen, customer.region,
            coalesce(customer.customer_no, CAST(bought.customer_id AS VARCHAR)) AS order_key
        FROM bought LEFT JOIN customer ON customer.customer_id = bought.customer_id
        """

    var values: [EngineValue] { [.day(asOf), .day(asOf), .day(lookBackDays.map { asOf - $0 } ?? Self.beforeAll)] }

    /// Day 1 of year 1: earlier than any order.
    private static let beforeAll = Day(daysSince1970: -719_162)

    static let forget = "DROP TABLE IF EXISTS rfm_value"
}
