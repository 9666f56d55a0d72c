import Engine

/// How many of the tables that tiers are counted from differ from what the last provisional run found there?
struct SourcesOffBasis: Question {
    let sql = """
        WITH now AS (
            SELECT 'order_header' AS source, count(*) AS row_count,
                CAST(coalesce(sum(load_id), 0) AS BIGINT) AS load_sum
            FROM order_header
            UNION ALL
            SELECT 'customer', count(*), CAST(coalesce(sum(load_id), 0) AS BIGINT) FROM customer
        )
        SELECT count(*) AS n
        FROM now LEFT JOIN rfm_basis AS basis ON basis.source = now.source
        WHERE coalesce(basis.row_count, 0) <> now.row_count OR coalesce(basis.load_sum, 0) <> now.load_sum
        """
}
