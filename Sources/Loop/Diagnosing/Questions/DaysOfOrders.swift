import Engine

/// On which day was the first paid order, and on which the last?
struct DaysOfOrders: Question {
    let sql = """
        SELECT min(ordered_on) AS first_on, max(ordered_on) AS last_on
        FROM order_header
        WHERE status = 'paid' AND ordered_on IS NOT NULL
        """
}
