import Engine
import Kernel

/// Gather the paid orders of some days with their main product, kept for the session as `basket_order`.
///
/// The main product is the line that is worth most before discount. Whether *it* was discounted, and not whether anything was,
/// tells promoted baskets from others: the more lines a basket has, the likelier one of them is on offer, so that "any discount"
/// picks large baskets whatever discounts do. `is_promoted` is NULL for orders without lines.
struct GatherOrders: Question {
    let days: Period

    let sql = """
        CREATE OR REPLACE TEMP TABLE basket_order AS
        WITH line AS (
            SELECT l.order_id, p.category, coalesce(l.discount_fen, 0) > 0 AS is_promoted,
                (coalesce(l.amount_fen, 0) + coalesce(l.discount_fen, 0)) * 1000 - coalesce(l.line_no, 0) AS worth
            FROM order_line l LEFT JOIN product p ON p.product_id = l.product_id
            WHERE l.ordered_on >= CAST(? AS DATE) AND l.ordered_on < CAST(? AS DATE)
        ), main AS (
            SELECT order_id, max_by(coalesce(category, ''), worth) AS category, max_by(is_promoted, worth) AS is_promoted
            FROM line
            GROUP BY order_id
        ), newcomer AS (
            SELECT customer_id, min(day) AS first_on FROM customer_step WHERE acquired = 1 GROUP BY customer_id
        )
        SELECT o.order_id, o.customer_id, o.ordered_on AS day, CAST(date_trunc('month', o.ordered_on) AS DATE) AS month,
            coalesce(o.region, '') AS region, coalesce(o.channel, '') AS channel,
            coalesce(o.amount_fen, 0) AS amount_fen, coalesce(o.item_count, 0) AS items,
            coalesce(o.amount_fen, 0) + coalesce(o.discount_fen, 0) AS gross_fen,
            coalesce(o.discount_fen, 0) > 0 AS is_discounted, coalesce(n.first_on < o.ordered_on, FALSE) AS is_repeat,
            m.category, m.is_promoted
        FROM order_header o
        LEFT JOIN main m ON m.order_id = o.order_id
        LEFT JOIN newcomer n ON n.customer_id = o.customer_id
        WHERE o.status = 'paid' AND o.ordered_on >= CAST(? AS DATE) AND o.ordered_on < CAST(? AS DATE)
        """

    var values: [EngineValue] { [.day(days.start), .day(days.end), .day(days.start), .day(days.end)] }
}
