import Kernel

extension CanonicalTable {
    /// What is sold.
    package static let product = CanonicalTable(
        "product", Text(zh: "商品", en: "Products"),
        [
            Column("product_id", .integer), Column("product_code", .text), Column("name", .text),
            Column("category", .text),
            Column("subcategory", .text), Column("brand", .text), Column("series", .text),
            Column("list_price_fen", .integer),
            Column("unit_cost_fen", .integer), Column("launched_on", .day), Column("retired_on", .day),
        ])

    /// Unit costs over time.
    package static let productCost = CanonicalTable(
        "product_cost", Text(zh: "商品成本", en: "Product costs"),
        [Column("product_id", .integer), Column("valid_from", .day), Column("unit_cost_fen", .integer)])
}
