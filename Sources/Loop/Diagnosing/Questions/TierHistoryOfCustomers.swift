import Engine

/// Which tiers of all schemes has each customer held, from when to when? In the order of customers, the earliest first.
struct TierHistoryOfCustomers: Question {
    let standing: RFMStanding
    let regions: RegionChoice

    var sql: String {
        """
        SELECT customer_no, customer.region, city, scheme, tier, valid_from, valid_to
        FROM (
            SELECT customer_id, scheme, tier, valid_from, valid_to FROM customer_tier
            WHERE standing = ? AND \(regions.customerCondition)
        ) AS held
        LEFT JOIN customer ON customer.customer_id = held.customer_id
        ORDER BY held.customer_id ASC NULLS LAST, scheme ASC NULLS LAST, valid_from ASC NULLS LAST
        """
    }

    var values: [EngineValue] { [.text(standing.rawValue)] + regions.values }
}
