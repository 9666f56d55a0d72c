import Engine

/// Write the values of customers for all of them, by channel or by category of the first order.
struct CountValues: Question {
    static let kinds: [BasketKind?] = [nil, .channel, .category]

    let kind: BasketKind?

    var sql: String {
        let member = kind?.rawValue ?? "''"
        return """
            INSERT INTO new_basket_value
            SELECT cohort, region, '\(kind?.rawValue ?? "")', \(member), step, CAST(sum(customers) AS BIGINT),
                CAST(sum(sales_fen) AS BIGINT), CAST(sum(costed_fen) AS BIGINT), CAST(sum(margin_fen) AS BIGINT)
            FROM basket_flow
            GROUP BY cohort, region, \(kind.map { "\($0.rawValue), " } ?? "")step
            """
    }
}
