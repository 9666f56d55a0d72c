/// The file that is imported: order lines as a shop system writes them, made by the engine itself.
enum OrderLineFile {
    /// Three lines an order, 400,000 customers, 2,000 products, eight columns of about 90 bytes together.
    static func statement(lines: Int, path: String) -> String {
        """
        COPY (SELECT 'SO2024' || lpad((i // 3)::VARCHAR, 9, '0') AS order_no,
            strftime(TIMESTAMP '2022-01-01' + to_seconds((i // 3) * 19), '%Y-%m-%d %H:%M:%S') AS ordered_at,
            'C' || lpad((hash(i // 3) % 400000)::VARCHAR, 7, '0') AS customer_no,
            'P' || lpad((hash(i * 7 + 1) % 2000)::VARCHAR, 5, '0') AS product_code,
            1 + hash(i + 5) % 4 AS quantity, ((1000 + hash(i + 9) % 90000) / 100)::DECIMAL(18,2) AS unit_price,
            ((1 + hash(i + 5) % 4) * ((1000 + hash(i + 9) % 90000) / 100))::DECIMAL(18,2) AS amount,
            ['tmall', 'jd', 'douyin', 'store'][1 + (hash(i // 3) % 4)::INT] AS channel FROM range(\(lines)) t(i))
            TO '\(path)' (HEADER)
        """
    }
}
