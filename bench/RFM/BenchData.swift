/// Customers and orders made inside the engine: few customers buy much, ties are many, one order in twenty is a return.
enum BenchData {
    static func statements(_ size: WorkSize) -> [String] {
        [
            """
            INSERT INTO customer (customer_id, customer_no, region, load_id)
            SELECT i + 1, 'C' || lpad(CAST((i * 7919) % \(size.customers) AS VARCHAR), 8, '0'),
                CASE i % 7 WHEN 0 THEN 'east' WHEN 1 THEN 'south' WHEN 2 THEN 'north' WHEN 3 THEN 'central'
                    WHEN 4 THEN 'southwest' WHEN 5 THEN 'northwest' ELSE 'northeast' END, 1
            FROM range(\(size.customers)) numbers(i)
            """,
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, load_id)
            SELECT i + 1,
                CASE WHEN hash(i + 5) % 50 <> 0
                    THEN CAST(1 + floor(\(size.customers) * pow((hash(i) % 1000000007) / 1000000007.0, 2)) AS BIGINT) END,
                DATE '2024-01-01' + CAST(hash(i + 1) % 1096 AS INTEGER),
                CASE WHEN hash(i + 2) % 20 = 0 THEN 'returned' ELSE 'paid' END,
                CASE WHEN hash(i + 2) % 20 = 0 THEN -1 ELSE 1 END * CAST(100 + hash(i + 3) % 50000 AS BIGINT), 1
            FROM range(\(size.orders)) numbers(i)
            """,
        ]
    }
}
