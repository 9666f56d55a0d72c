/// What did each rival's goods in four of our categories cost when they were seen last, beside our list price?
enum DemonstrationRivalPrices {
    static let sql = """
        WITH latest AS (
            SELECT competitor, product_code, seen_on, price_fen, source,
                row_number() OVER (
                    PARTITION BY competitor, product_code ORDER BY seen_on DESC NULLS LAST, source ASC NULLS LAST
                ) AS place
            FROM competitor_price
        ), good AS (
            SELECT p.category, p.product_code, p.name, p.list_price_fen,
                row_number() OVER (PARTITION BY p.category ORDER BY p.product_code ASC NULLS LAST) AS place
            FROM product p
            WHERE p.retired_on IS NULL AND p.product_code IN (SELECT product_code FROM competitor_price)
        )
        SELECT l.competitor, g.category, g.product_code, g.name, coalesce(g.list_price_fen, 0) AS own_fen, l.price_fen,
            l.seen_on, l.source
        FROM latest l
        JOIN good g ON g.product_code = l.product_code AND g.place = 1
        WHERE l.place = 1 AND g.category IN ('洗护发', '身体护理', '面部护肤', '家居清洁')
        ORDER BY g.category, l.competitor
        """
}
