import Engine

/// On which day was the last order that counts?
struct LastOrderDay: Question {
    let sql = """
        SELECT max(ordered_on) AS day FROM order_header
        WHERE status = 'paid' AND amount_fen > 0 AND customer_id IS NOT NULL
        """
}
