import Engine
package import Kernel
package import Warehouse

/// What did each ad channel cost in these days, how many clicks and new customers did it bring, and how large are the
/// baskets of the customers who came by it? Read from the
/// daily roll-ups.
package struct ChannelYield: Sendable {
    package struct Row: Sendable {
        package let channel: String
        package let cost: Int64
        package let clicks: Int64
        package let newCustomers: Int64
        package let orders: Int64
        package let sales: Int64
    }

    package let periods: [Period]

    /// - Parameter periods: none of them overlaps another.
    package init(in periods: [Period]) { self.periods = periods }

    /// Rows of each period.
    package func rows(from warehouse: Warehouse) async throws -> [[Row]] {
        let place = "CASE \(periods.indices.map { "WHEN \(Self.inside) THEN \($0)" }.joined(separator: " ")) END"
        let days = periods.map { _ in "\(Self.inside)" }.joined(separator: " OR ")
        func sums(_ columns: String, _ table: String) -> String {
            "SELECT \(place) AS place, ad_channel AS channel, \(columns) FROM \(table) WHERE \(days) GROUP BY place, ad_channel"
        }
        let sql = """
            WITH spend AS (
                \(sums("CAST(sum(ad_cost) AS BIGINT) AS cost, CAST(sum(clicks) AS BIGINT) AS clicks", "ad_daily"))
            ), won AS (
                \(sums("CAST(sum(registrations) AS BIGINT) AS customers", "registered_daily"))
            ), bought AS (
                \(sums("CAST(sum(origin_orders) AS BIGINT) AS orders, CAST(sum(origin_sales) AS BIGINT) AS sales", "origin_daily"))
            )
            SELECT s.place, s.channel, s.cost, s.clicks, coalesce(w.customers, 0) AS customers, coalesce(b.orders, 0) AS orders,
                coalesce(b.sales, 0) AS sales
            FROM spend s
            LEFT JOIN won w ON w.channel = s.channel AND w.place = s.place
            LEFT JOIN bought b ON b.channel = s.channel AND b.place = s.place
            WHERE s.channel IS NOT NULL
            ORDER BY s.place, s.channel
            """
        let bound = periods.flatMap { [.day($0.start), .day($0.end)] as [EngineValue] }
        let values = (0..<6).flatMap { _ in bound }
        var rows = periods.map { _ in [Row]() }
        for row in try await warehouse.engine.query(sql, values).rows {
            rows[Int(try row.int("place"))].append(
                Row(
                    channel: try row.text("channel"), cost: try row.optionalInt("cost") ?? 0,
                    clicks: try row.optionalInt("clicks") ?? 0, newCustomers: try row.int("customers"),
                    orders: try row.int("orders"), sales: try row.int("sales")))
        }
        return rows
    }

    private static let inside = "day >= CAST(? AS DATE) AND day < CAST(? AS DATE)"
}
