import Engine

/// Write each customer's values and cell of a run.
struct ScoreCustomers: Question {
    let run: Int64
    let cuts: ScoreCuts

    var sql: String {
        """
        INSERT INTO rfm_score
        SELECT ?, customer_id, region, recency_days, frequency, monetary_fen,
            100 * (\(Self.score(.recency))) + 10 * (\(Self.score(.frequency))) + (\(Self.score(.monetary)))
        FROM rfm_value
        """
    }

    /// From the top: the first border that the customer lies above decides. A border without an order key
    /// makes the second comparison NULL, which counts as "not above".
    private static func score(_ dimension: RFMDimension) -> String {
        let borders = stride(from: RFMCell.levels, to: 1, by: -1).map { score in
            "WHEN \(dimension.rising) > ? OR (\(dimension.rising) = ? AND order_key > ?) THEN \(score)"
        }
        return "CASE \(borders.joined(separator: " ")) ELSE 1 END"
    }

    var values: [EngineValue] {
        [.int(run)] + RFMDimension.allCases.flatMap { dimension in
            cuts[dimension].reversed().flatMap { cut in
                [.int(cut.value), .int(cut.value), cut.orderKey.map(EngineValue.text) ?? .null]
            }
        }
    }
}
