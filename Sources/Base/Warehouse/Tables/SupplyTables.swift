import Kernel

extension CanonicalTable {
    /// Goods sent to dealers and stores.
    package static let shipment = CanonicalTable(
        "shipment", Text(zh: "发货", en: "Shipments"), day: "shipped_on",
        [
            Column("shipment_id", .integer), Column("dealer_id", .integer), Column("store_id", .integer),
            Column("product_id", .integer), Column("shipped_on", .day), Column("quantity", .integer),
            Column("amount_fen", .integer),
        ])

    /// Stock counts, usually at month ends.
    package static let stock = CanonicalTable(
        "stock", Text(zh: "库存", en: "Stock counts"), day: "counted_on",
        [
            Column("counted_on", .day), Column("store_id", .integer), Column("product_id", .integer),
            Column("quantity", .integer), Column("value_fen", .integer),
        ])
}
