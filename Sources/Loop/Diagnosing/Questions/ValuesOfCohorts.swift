import Engine
import Kernel

/// What did the customers whose first order fell in some months bring in their first days, all of them or by member?
struct ValuesOfCohorts: Question {
    let kind: BasketKind?
    /// Whole months.
    let cohorts: [Period]
    /// So many times 30 days.
    let steps: Int64
    let regions: RegionChoice

    var sql: String {
        cohorts.indices.map { place in
            """
            SELECT CAST(\(place) AS BIGINT) AS place, member, CAST(sum(customers) AS BIGINT) AS customers,
                CAST(sum(sales_fen) AS BIGINT) AS sales_fen, CAST(sum(costed_fen) AS BIGINT) AS costed_fen,
                CAST(sum(margin_fen) AS BIGINT) AS margin_fen
            FROM basket_value
            WHERE kind = ? AND step <= ? AND cohort >= CAST(? AS DATE) AND cohort < CAST(? AS DATE) AND \(regions.condition())
            GROUP BY member
            """
        }.joined(separator: "\nUNION ALL\n")
    }

    var values: [EngineValue] {
        cohorts.flatMap { period in
            [.text(kind?.rawValue ?? ""), .int(steps), .day(period.start), .day(period.end)] + regions.values
        }
    }
}

/// What did the customers of each month of first orders bring in each 30 days of their lives?
struct ValueSteps: Question {
    let regions: RegionChoice

    var sql: String {
        """
        SELECT cohort, step, CAST(sum(customers) AS BIGINT) AS customers, CAST(sum(sales_fen) AS BIGINT) AS sales_fen,
            CAST(sum(costed_fen) AS BIGINT) AS costed_fen, CAST(sum(margin_fen) AS BIGINT) AS margin_fen
        FROM basket_value
        WHERE kind = '' AND step <= ? AND \(regions.condition())
        GROUP BY cohort, step
        """
    }

    var values: [EngineValue] { [.int(Int64(ValueCurve.longest))] + regions.values }
}
