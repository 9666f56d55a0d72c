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
        let sql =
            switch source {
            case .media: "SELECT min(spent_on) AS first_on, max(spent_on) AS last_on FROM ad_spend"
            case .books: "SELECT min(booked_on) AS first_on, max(booked_on) AS last_on FROM budget_actual"
            }
        for row in try await warehouse.engine.query(sql).rows {
            guard let first = try row.optionalDay("first_on"), let last = try row.optionalDay("last_on") else {
                return nil
            }
            return Period(from: first, upTo: last + 1)
        }
        return nil
    }

    package func rows(from warehouse: Warehouse) async throws -> [Row] {
        let sql =
            switch source {
            case .media:
                """
                SELECT coalesce(channel, '') AS code, coalesce(region, '') AS region, CAST(sum(cost_fen) AS BIGINT) AS amount
                FROM ad_spend
                WHERE spent_on >= CAST(? AS DATE) AND spent_on < CAST(? AS DATE)
                GROUP BY coalesce(channel, ''), coalesce(region, '')
                ORDER BY code, region
                """
            case .books:
                """
                SELECT coalesce(line, '') AS code, coalesce(region, '') AS region, CAST(sum(amount_fen) AS BIGINT) AS amount
                FROM budget_actual
                WHERE booked_on >= CAST(? AS DATE) AND booked_on < CAST(? AS DATE)
                GROUP BY coalesce(line, ''), coalesce(region, '')
                ORDER BY code, region
                """
            }
        return try await warehouse.engine.query(sql, [.day(period.start), .day(period.end)]).rows.map { row in
            Row(
                code: try row.text("code"), region: try row.text("region"),
                amount: try row.optionalInt("amount") ?? 0)
        }
    }
}
