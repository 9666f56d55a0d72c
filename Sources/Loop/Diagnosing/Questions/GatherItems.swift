import Engine
import Kernel

/// Gather what lies in the gathered orders, one row for each order and product, as `basket_item`.
struct GatherItems: Question {
    let days: Period

    let sql = """
        CREATE OR REPLACE TEMP TABLE basket_item AS
        SELECT o.order_id, o.customer_id, o.day, o.region, o.amount_fen, l.product_id,
            min(coalesce(p.category, '')) AS category,
            CAST(sum(coalesce(l.quantity, 0)) AS BIGINT) AS items, CAST(sum(coalesce(l.amount_fen, 0)) AS BIGINT) AS own_fen
        FROM order_line l
        JOIN basket_order o ON o.order_id = l.order_id
        LEFT JOIN product p ON p.product_id = l.product_id
        WHERE l.product_id IS NOT NULL AND l.ordered_on >= CAST(? AS DATE) AND l.ordered_on < CAST(? AS DATE)
        GROUP BY o.order_id, o.customer_id, o.day, o.region, o.amount_fen, l.product_id
        """

    var values: [EngineValue] { [.day(days.start), .day(days.end)] }
}

/// The same with one row for each order and category, as `basket_category`.
struct GatherCategories: Question {
    let sql = """
        CREATE OR REPLACE TEMP TABLE basket_category AS
        SELECT order_id, customer_id, day, region, amount_fen, category, CAST(sum(items) AS BIGINT) AS items,
            CAST(sum(own_fen) AS BIGINT) AS own_fen
        FROM basket_item
        GROUP BY order_id, customer_id, day, region, amount_fen, category
        """
}

/// Which products lie in the most baskets? The first 200, kept as `basket_top`.
struct RankProducts: Question {
    private static let shown: Int64 = 200
    /// Of these so many are searched for pairs: 4,950 of them.
    private static let paired: Int64 = 100

    let days: Period

    let sql = """
        CREATE OR REPLACE TEMP TABLE basket_top AS
        WITH held AS (
            SELECT product_id, count(*) AS orders FROM basket_item WHERE day >= CAST(? AS DATE) GROUP BY product_id
        ), ranked AS (
            SELECT product_id, row_number() OVER (ORDER BY orders DESC NULLS LAST, product_id ASC NULLS LAST) AS place
            FROM held
        )
        SELECT product_id, place <= ? AS is_paired FROM ranked WHERE place <= ?
        """

    var values: [EngineValue] {
        [.day(max(days.start, days.end - 365)), .int(Self.paired), .int(Self.shown)]
    }
}
