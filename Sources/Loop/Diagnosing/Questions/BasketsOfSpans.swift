import Engine
import Kernel

/// What was counted of all baskets, or of each member of a split, in these spans of days?
///
/// Of several regions the sums: a customer who bought in two of them counts in both.
struct BasketsOfSpans: Question {
    let kind: BasketKind?
    let spans: [Period]
    let regions: RegionChoice

    var sql: String {
        let wanted = spans.map { _ in "(from_on = CAST(? AS DATE) AND until_on = CAST(? AS DATE))" }
        return """
            SELECT from_on, until_on, member, CAST(sum(orders) AS BIGINT) AS orders,
                CAST(sum(sales_fen) AS BIGINT) AS sales_fen, CAST(sum(items) AS BIGINT) AS items,
                CAST(sum(own_fen) AS BIGINT) AS own_fen, CAST(sum(buyers) AS BIGINT) AS buyers,
                CAST(sum(repeat_buyers) AS BIGINT) AS repeat_buyers
            FROM basket_count
            WHERE kind = ? AND \(regions == .all ? "region = '*'" : regions.condition())
                AND (\(wanted.isEmpty ? "false" : wanted.joined(separator: " OR ")))
            GROUP BY from_on, until_on, member
            """
    }

    var values: [EngineValue] {
        [.text(kind?.rawValue ?? "")] + regions.values + spans.flatMap { [.day($0.start), .day($0.end)] }
    }
}

/// In which regions are there baskets?
struct RegionsOfBaskets: Question {
    let sql =
        "SELECT DISTINCT region FROM basket_count WHERE kind = '' AND region NOT IN ('*', '') ORDER BY region ASC NULLS LAST"
}
