import Kernel

extension CanonicalTable {
    /// Orders and returns: `status` is paid, returned (with a negative amount) or cancelled.
    package static let orderHeader = CanonicalTable(
        "order_header", Text(zh: "订单", en: "Orders"), day: "ordered_on",
        [
            Column("order_id", .integer), Column("order_no", .text), Column("customer_id", .integer),
            Column("ordered_at", .moment), Column("ordered_on", .day), Column("channel", .text),
            Column("is_private_domain", .flag), Column("store_id", .integer), Column("dealer_id", .integer),
            Column("country", .text), Column("region", .text), Column("province", .text), Column("city", .text),
            Column("status", .text), Column("item_count", .integer), Column("gross_fen", .integer),
            Column("discount_fen", .integer), Column("amount_fen", .integer), Column("cost_fen", .integer),
            Column("currency", .text),
        ])

    /// The lines of each order.
    package static let orderLine = CanonicalTable(
        "order_line", Text(zh: "订单明细", en: "Order lines"), day: "ordered_on",
        [
            Column("order_id", .integer), Column("line_no", .int), Column("product_id", .integer),
            Column("customer_id", .integer), Column("ordered_on", .day), Column("quantity", .integer),
            Column("unit_price_fen", .integer), Column("discount_fen", .integer), Column("amount_fen", .integer),
            Column("cost_fen", .integer),
        ])
}
