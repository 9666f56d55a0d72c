import Engine

/// Where does the customer of this number stand in a run?
struct CustomerOfRun: Question {
    let run: Int64
    let number: String

    let sql = """
        SELECT score.customer_id, customer_no, name, phone, customer.region, city, channel,
            recency_days, frequency, monetary_fen, cell
        FROM customer JOIN rfm_score AS score ON score.customer_id = customer.customer_id
        WHERE customer.customer_no = ? AND score.run_id = ?
        """

    var values: [EngineValue] { [.text(number), .int(run)] }
}
