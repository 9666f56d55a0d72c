import Engine
import Kernel
import TestKit
import Warehouse

@testable import Diagnosing

/// UCI Online Retail, one row an invoice and customer, read straight into the canonical tables.
enum OnlineRetail {
    static let file = "online_retail_orders.csv"
    static var isThere: Bool { ReferenceData.has(file) }

    static func shop() async throws -> Shop {
        let shop = try await Shop(zone: BusinessZone("Europe/London") ?? .utc, currency: Currency("GBP") ?? .cny)
        try await shop.engine.execute(
            "CREATE TABLE invoice AS SELECT * FROM read_csv('\(ReferenceData.path(file))', all_varchar = true)")
        try await shop.engine.execute(
            """
            INSERT INTO customer (customer_id, customer_no, load_id)
            SELECT row_number() OVER (ORDER BY md5(number)), number, 1
            FROM (SELECT DISTINCT CustomerID AS number FROM invoice WHERE CustomerID <> '')
            """)
        try await shop.engine.execute(
            """
            INSERT INTO order_header (order_id, order_no, customer_id, ordered_on, status, amount_fen, load_id)
            SELECT row_number() OVER (), InvoiceNo, customer_id, CAST(CAST(ts AS TIMESTAMP) AS DATE),
                CASE WHEN InvoiceNo LIKE 'C%' THEN 'returned' ELSE 'paid' END,
                CAST(round(CAST(amount AS DECIMAL(18, 4)) * 100) AS BIGINT), 1
            FROM invoice LEFT JOIN customer ON customer_no = CustomerID
            """)
        return shop
    }
}
