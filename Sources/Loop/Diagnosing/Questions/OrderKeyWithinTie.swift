import Engine

/// Among the customers with one value of a dimension, whose order key stands at a position?
struct OrderKeyWithinTie: Question {
    let dimension: RFMDimension
    let value: Int64
    let position: Int64

    var sql: String {
        """
        WITH tied AS (
            SELECT order_key, row_number() OVER (ORDER BY order_key ASC NULLS FIRST) AS position
            FROM rfm_value WHERE \(dimension.risingExpression) = ?
        )
        SELECT order_key FROM tied WHERE position = ?
        """
    }

    var values: [EngineValue] { [.int(value), .int(position)] }
}
