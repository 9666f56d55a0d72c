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

    package let period: Period

    package init(in period: Period) { self.period = period }

    package func rows(from warehouse: Warehouse) async throws -> [Row] {
        let sql = """
            WITH spend AS (
                SELECT ad_channel AS channel, CAST(sum(ad_cost) AS BIGINT) AS cost, CAST(sum(clicks) AS BIGINT) AS clicks
                FROM ad_daily
                WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE) AND ad_channel IS NOT NULL
                GROUP BY ad_channel
            ), won AS (
                SELECT ad_channel AS channel, CAST(sum(registrations) AS BIGINT) AS customers
                FROM registered_daily
                WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE)
                GROUP BY ad_channel
            ), bought AS (
                SELECT ad_channel AS channel, CAST(sum(origin_orders) AS BIGINT) AS orders,
                    CAST(sum(origin_sales) AS BIGINT) AS sales
                FROM origin_daily
                WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE)
                GROUP BY ad_channel
            )
            SELECT s.channel, s.cost, s.clicks, coalesce(w.customers, 0) AS customers, coalesce(b.orders, 0) AS orders,
                coalesce(b.sales, 0) AS sales
            FROM spend s
            LEFT JOIN won w ON w.channel = s.channel
            LEFT JOIN bought b ON b.channel = s.channel
            ORDER BY s.channel
            """
        let days: [EngineValue] = [.day(period.start), .day(period.end)]
        return try await warehouse.engine.query(sql, days + days + days).rows.map { row in
            Row(
                channel: try row.text("channel"), cost: try row.optionalInt("cost") ?? 0,
                clicks: try row.optionalInt("clicks") ?? 0, newCustomers: try row.int("customers"),
                orders: try row.int("orders"), sales: try row.int("sales"))
        }
    }
}
