import Engine

/// How many baskets held each category or product, and how many baskets are there in all?
struct SinglesKept: Question {
    let kind: BasketKind
    let regions: RegionChoice

    var sql: String {
        """
        SELECT kind, member, CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(sales_fen) AS BIGINT) AS sales_fen,
            sum(squares) AS squares
        FROM basket_single
        WHERE kind IN ('', ?) AND \(regions.condition())
        GROUP BY kind, member
        """
    }

    var values: [EngineValue] { [.text(kind.rawValue)] + regions.values }
}

/// How many baskets held both of two? Only pairs that met a few times.
struct PairsKept: Question {
    let kind: BasketKind
    let regions: RegionChoice

    var sql: String {
        """
        SELECT first, second, CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(sales_fen) AS BIGINT) AS sales_fen,
            sum(squares) AS squares
        FROM basket_pair
        WHERE kind = ? AND \(regions.condition())
        GROUP BY first, second
        HAVING sum(orders) >= ?
        """
    }

    var values: [EngineValue] { [.text(kind.rawValue)] + regions.values + [.int(BasketPairs.fewest)] }
}

/// How are the products called that baskets are counted for?
struct ProductNames: Question {
    let sql = """
        SELECT CAST(product_id AS STRING) AS member, min(coalesce(name, product_code)) AS name
        FROM product
        WHERE product_id IS NOT NULL AND CAST(product_id AS STRING) IN (
                SELECT member FROM basket_count WHERE kind = 'product'
                UNION ALL
                SELECT member FROM basket_single WHERE kind = 'product'
            )
        GROUP BY product_id
        """
}
