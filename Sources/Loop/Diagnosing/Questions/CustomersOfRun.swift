import Engine

/// Who stands in these cells of a run, in this order, a page at a time?
///
/// The page is cut out before names are looked up, so that a million scores are joined to fifty customers.
struct CustomersOfRun: Question {
    let run: Int64
    let filter: RFMCustomerFilter
    let order: RFMCustomerOrder
    let limit: Int64
    let offset: Int64

    var sql: String {
        """
        SELECT customer_id, recency_days, frequency, monetary_fen, cell
        FROM rfm_score
        WHERE \(filter.condition)
        ORDER BY \(order.sql), customer_id ASC NULLS LAST
        LIMIT ? OFFSET ?
        """
    }

    var values: [EngineValue] { filter.values(run: run) + [.int(limit), .int(offset)] }
}

extension RFMCustomerFilter {
    /// Over `rfm_score`; the number of question marks follows the number of cells.
    var condition: String {
        let scope = "run_id = ? AND \(regions.condition())"
        guard let cells else { return scope }
        if cells.isEmpty { return scope + " AND false" }
        let placeholders = cells.map { _ in "?" }.joined(separator: ", ")
        return scope + " AND cell IN (\(placeholders))"
    }

    func values(run: Int64) -> [EngineValue] {
        [.int(run)] + regions.values + (cells ?? []).map { .int(Int64($0.code)) }
    }
}
