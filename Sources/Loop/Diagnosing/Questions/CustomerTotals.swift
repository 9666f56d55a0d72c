import Engine

/// How many customers were valued, and what do their days, orders and amounts add up to?
struct CustomerTotals: Question {
    let sql = """
        SELECT count(*) AS customers, CAST(coalesce(sum(recency_days), 0) AS BIGINT) AS recency_days,
            CAST(coalesce(sum(frequency), 0) AS BIGINT) AS orders,
            CAST(coalesce(sum(monetary_fen), 0) AS BIGINT) AS monetary_fen
        FROM rfm_value
        """

    struct Row: Sendable, Hashable {
        let customers: Int64
        let recencyDays: Int64
        let orders: Int64
        let monetaryFen: Int64

        init(_ row: EngineRow) throws {
            customers = try row.int("customers")
            recencyDays = try row.int("recency_days")
            orders = try row.int("orders")
            monetaryFen = try row.int("monetary_fen")
        }
    }
}
