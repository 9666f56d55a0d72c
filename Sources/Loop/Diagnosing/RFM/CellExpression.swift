import Engine

/// The cell of a row from its values and the borders, as SQL.
struct CellExpression: Sendable {
    let cuts: ScoreCuts
    /// Whether the rows carry the order key that splits equal values. Borders set by hand need none.
    let splitsTies: Bool

    var sql: String {
        "100 * (\(score(.recency))) + 10 * (\(score(.frequency))) + (\(score(.monetary)))"
    }

    /// From the top: the first border that the customer lies above decides. A border without an order key
    /// makes the second comparison NULL, which counts as "not above".
    private func score(_ dimension: RFMDimension) -> String {
        let borders = stride(from: RFMCell.levels, to: 1, by: -1).map { score in
            splitsTies
                ? "WHEN \(dimension.risingExpression) > ? OR (\(dimension.risingExpression) = ? AND order_key > ?) THEN \(score)"
                : "WHEN \(dimension.risingExpression) > ? THEN \(score)"
        }
        return "CASE \(borders.joined(separator: " ")) ELSE 1 END"
    }

    var values: [EngineValue] {
        RFMDimension.allCases.flatMap { dimension in
            cuts[dimension].reversed().flatMap { cut -> [EngineValue] in
                splitsTies
                    ? [.int(cut.value), .int(cut.value), cut.orderKey.map(EngineValue.text) ?? .null]
                    : [.int(cut.value)]
            }
        }
    }
}
