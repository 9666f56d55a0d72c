import Engine

/// Note the rows and load numbers of each day that baskets are counted from, and of the products, as `basket_basis`.
struct NoteBasketDays: Question {
    static let basis = """
        SELECT source, day, row_count, load_sum FROM rollup_day WHERE source IN ('order_header', 'order_line')
        UNION ALL
        SELECT source, CAST(NULL AS DATE), row_count, coalesce(load_sum, 0) FROM rollup_source WHERE source = 'product'
        """

    let sql = "CREATE TEMP TABLE basket_basis AS \(basis)"
}
