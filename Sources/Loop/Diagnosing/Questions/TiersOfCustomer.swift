import Engine

/// Which tiers has a customer held, the latest first?
struct TiersOfCustomer: Question {
    let customer: Int64

    let sql = """
        SELECT standing, scheme, tier, valid_from, valid_to
        FROM customer_tier WHERE customer_id = ?
        ORDER BY valid_from DESC NULLS LAST, standing ASC NULLS FIRST, scheme ASC NULLS FIRST
        """

    var values: [EngineValue] { [.int(customer)] }
}
