import Engine
package import Kernel
package import Warehouse

/// What did each channel of the ad spend, or each booked line, cost in these days, by region?
package struct OutsideSpend: Sendable {
    package enum Source: Sendable, CaseIterable { case media, books }

    package struct Row: Sendable, Hashable {
        package let code: String
        package let region: String
        package let amount: Int64

        package init(code: String, region: String, amount: Int64) {
            self.code = code
            self.region = region
            self.amount = amount
        }
    }

    package let source: Source
    package let period: Period

    package init(_ source: Source, in period: Period) {
        self.source = source
        self.period = period
    }

    /// The first and the last day that the source has; `nil` where it is empty.
    package static func days(_ source: Source, in warehouse: Warehouse) async throws -> Period? {
        let (table, _, day, _) = columns(source)
        let sql = "SELECT min(\(day)) AS first_on, max(\(day)) AS last_on FROM \(table)"
        for row in try await warehouse.engine.query(sql).rows {
            guard let first = try row.optionalDay("first_on"), let last = try row.optionalDay("last_on") else {
                return nil
            }
            return Period(from: first, upTo: last + 1)
        }
        return nil
    }

    package func rows(from warehouse: Warehouse) async throws -> [Row] {
        try await Self.rows(source, in: [period], from: warehouse)[0]
    }

    /// Rows of each of several periods, by one question.
    package static func rows(_ source: Source, in periods: [Period], from warehouse: Warehouse) async throws -> [[Row]]
    {
        let (table, code, day, amount) = columns(source)
        let inside = "\(day) >= CAST(? AS DATE) AND \(day) < CAST(? AS DATE)"
        let sums = periods.indices.map { "CAST(sum(CASE WHEN \(inside) THEN \(amount) END) AS BIGINT) AS amount_\($0)" }
        let sql = """
            SELECT coalesce(\(code), '') AS code, coalesce(region, '') AS region, \(sums.joined(separator: ", "))
            FROM \(table)
            WHERE \(periods.map { _ in "\(inside)" }.joined(separator: " OR "))
            GROUP BY coalesce(\(code), ''), coalesce(region, '')
            ORDER BY code, region
            """
        let days: [EngineValue] = periods.flatMap { [.day($0.start), .day($0.end)] }
        let found = try await warehouse.engine.query(sql, days + days).rows
        return try periods.indices.map { place in
            try found.compactMap { row in
                guard let amount = try row.optionalInt("amount_\(place)") else { return nil }
                return Row(code: try row.text("code"), region: try row.text("region"), amount: amount)
            }
        }
    }

    private static func columns(_ source: Source) -> (table: String, code: String, day: String, amount: String) {
        switch source {
        case .media: ("ad_spend", "channel", "spent_on", "cost_fen")
        case .books: ("budget_actual", "line", "booked_on", "amount_fen")
        }
    }
}
