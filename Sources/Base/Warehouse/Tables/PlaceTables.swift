import Kernel

extension CanonicalTable {
    /// Dealers and their sub-dealers.
    package static let dealer = CanonicalTable(
        "dealer", Text(zh: "经销商", en: "Dealers"),
        [
            Column("dealer_id", .integer), Column("dealer_code", .text), Column("name", .text), Column("level", .text),
            Column("grade", .text), Column("region", .text), Column("province", .text), Column("city", .text),
            Column("parent_dealer_id", .integer), Column("joined_on", .day),
        ])

    /// Shops: the company's own and the dealers'.
    package static let store = CanonicalTable(
        "store", Text(zh: "门店", en: "Stores"),
        [
            Column("store_id", .integer), Column("store_code", .text), Column("name", .text), Column("kind", .text),
            Column("region", .text), Column("province", .text), Column("city", .text), Column("city_tier", .small),
            Column("dealer_id", .integer), Column("opened_on", .day),
        ])
}
