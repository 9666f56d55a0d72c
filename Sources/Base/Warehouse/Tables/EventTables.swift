import Kernel

extension CanonicalTable {
    /// What people do: views, carts, payments, message opens, store visits, posts.
    package static let event = CanonicalTable(
        "event", Text(zh: "行为事件", en: "Events"), day: "occurred_on",
        [
            Column("event_id", .text), Column("customer_id", .integer), Column("occurred_at", .moment),
            Column("occurred_on", .day), Column("name", .text), Column("channel", .text), Column("device", .text),
            Column("page", .text), Column("campaign", .text), Column("product_id", .integer),
            Column("session_id", .integer),
            Column("properties", .text),
        ])

    /// The events that carry a campaign.
    package static let touchpointView = """
        CREATE VIEW IF NOT EXISTS touchpoint AS
        SELECT event_id, customer_id, occurred_at, occurred_on, name, channel, device, page, campaign, product_id, session_id,
            properties, load_id
        FROM event
        WHERE campaign IS NOT NULL
        """
}
