import Engine

/// What is known of baskets beforehand, so that pages answer in milliseconds whatever the number of orders. Only this room
/// writes these tables, and swaps them all in one transaction.
enum BasketTables {
    static func create(in engine: Engine) async throws {
        for definition in all { try await engine.execute(definition) }
    }

    static let all = [count, value, promotion, single, pair, day, state]

    /// Paid baskets of a span of days, by region and member. Customers are counted once, so that neither spans nor regions add
    /// up: region '*' is the whole company. `kind` '' is all baskets; `own_fen` is what the member itself brought of `sales_fen`.
    static let count = """
        CREATE TABLE IF NOT EXISTS basket_count (
            from_on DATE, until_on DATE, region VARCHAR, kind VARCHAR, member VARCHAR,
            orders BIGINT, sales_fen BIGINT, items BIGINT, own_fen BIGINT, buyers BIGINT, repeat_buyers BIGINT
        )
        """

    /// What the customers of a month of first orders brought in each 30 days of their lives; step 0 holds how many they are.
    /// Region, channel and category are those of the first order.
    static let value = """
        CREATE TABLE IF NOT EXISTS basket_value (
            cohort DATE, region VARCHAR, kind VARCHAR, member VARCHAR, step BIGINT,
            customers BIGINT, sales_fen BIGINT, costed_fen BIGINT, margin_fen BIGINT
        )
        """

    /// Baskets around a promoted main product against comparable others, as sums that add up over regions.
    static let promotion = """
        CREATE TABLE IF NOT EXISTS basket_promotion (
            from_on DATE, until_on DATE, region VARCHAR, kind VARCHAR, member VARCHAR,
            promoted BIGINT, matched BIGINT, compared BIGINT, discounted BIGINT, plain BIGINT,
            \(PromotionOutcome.allCases.flatMap(\.columns).map { "\($0) DOUBLE" }.joined(separator: ", "))
        )
        """

    /// Baskets of the last year with one category or product, by region; `kind` '' is all baskets.
    static let single = """
        CREATE TABLE IF NOT EXISTS basket_single (
            region VARCHAR, kind VARCHAR, member VARCHAR, orders BIGINT, sales_fen BIGINT, squares DOUBLE
        )
        """

    /// Baskets of the last year with both of two, by region.
    static let pair = """
        CREATE TABLE IF NOT EXISTS basket_pair (
            region VARCHAR, kind VARCHAR, first VARCHAR, second VARCHAR, orders BIGINT, sales_fen BIGINT, squares DOUBLE
        )
        """

    /// The rows and load numbers of each day that all of it was counted from, as the roll-ups note theirs.
    static let day = """
        CREATE TABLE IF NOT EXISTS basket_day (source VARCHAR, day DATE, row_count BIGINT, load_sum BIGINT)
        """

    /// One row: the days of the orders and of the pairs, and when it was counted.
    static let state = """
        CREATE TABLE IF NOT EXISTS basket_state (
            first_on DATE, last_on DATE, pairs_from DATE, refreshed_at TIMESTAMP
        )
        """
}
