import Engine
package import Kernel
package import Warehouse

/// What did each ad channel cost in these days, how many clicks and new customers did it bring, and how large are the
/// baskets of the customers who came by it?
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
                SELECT channel, CAST(sum(cost_fen) AS BIGINT) AS cost, CAST(sum(coalesce(clicks, 0)) AS BIGINT) AS clicks
                FROM ad_spend
                WHERE spent_on >= CAST(? AS DATE) AND spent_on < CAST(? AS DATE) AND channel IS NOT NULL
                GROUP BY channel
            ), won AS (
                SELECT channel, count(*) AS customers
                FROM customer
                WHERE registered_on >= CAST(? AS DATE) AND registered_on < CAST(? AS DATE)
                GROUP BY channel
            ), bought AS (
                SELECT c.channel, count(*) AS orders, CAST(sum(o.amount_fen) AS BIGINT) AS sales
                FROM order_header o
                JOIN customer c ON c.customer_id = o.customer_id
                WHERE o.status = 'paid' AND o.ordered_on >= CAST(? AS DATE) AND o.ordered_on < CAST(? AS DATE)
                GROUP BY c.channel
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
