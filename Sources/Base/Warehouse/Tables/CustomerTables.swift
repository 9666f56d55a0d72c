import Kernel

extension CanonicalTable {
    /// People who bought or registered.
    package static let customer = CanonicalTable(
        "customer", Text(zh: "客户", en: "Customers"),
        [
            Column("customer_id", .integer), Column("customer_no", .text), Column("name", .text),
            Column("gender", .text),
            Column("birth_on", .day), Column("phone", .text), Column("email", .text), Column("country", .text),
            Column("region", .text), Column("province", .text), Column("city", .text), Column("city_tier", .small),
            Column("channel", .text), Column("registered_at", .moment), Column("registered_on", .day),
            Column("is_member", .flag), Column("member_level", .text),
        ])

    /// Every name a customer goes by: number, phone, e-mail, open id, device, member card.
    package static let identity = CanonicalTable(
        "identity", Text(zh: "客户标识", en: "Customer identities"),
        [
            Column("kind", .text), Column("value", .text), Column("customer_id", .integer),
            Column("first_seen_at", .moment),
        ])
}
