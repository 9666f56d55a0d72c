import Engine

/// How many baskets, of what value, and how many buyers had each span of days, by region or in the whole company?
struct CountBaskets: Question {
    enum Source: String, CaseIterable {
        case all = ""
        case channel, category, product
    }

    let source: Source
    let isByRegion: Bool

    var sql: String {
        """
        INSERT INTO basket_count
        WITH buyer AS (
            SELECT s.from_on, s.until_on, \(region) AS region, \(member) AS member, b.customer_id, count(*) AS orders,
                sum(b.amount_fen) AS sales_fen, sum(b.items) AS items, sum(\(own)) AS own_fen
            FROM \(table) b JOIN basket_calendar s ON s.day = b.day
            \(source == .product ? "WHERE b.product_id IN (SELECT product_id FROM basket_top)" : "")
            GROUP BY s.from_on, s.until_on, \(isByRegion ? "b.region, " : "")\(group)b.customer_id
        )
        SELECT from_on, until_on, region, '\(source.rawValue)', member, CAST(sum(orders) AS BIGINT),
            CAST(sum(sales_fen) AS BIGINT), CAST(sum(items) AS BIGINT), CAST(sum(own_fen) AS BIGINT), count(customer_id),
            CAST(sum(CASE WHEN customer_id IS NOT NULL AND orders >= 2 THEN 1 ELSE 0 END) AS BIGINT)
        FROM buyer
        GROUP BY from_on, until_on, region, member
        """
    }

    private var region: String { isByRegion ? "b.region" : "'*'" }

    private var table: String {
        switch source {
        case .all, .channel: "basket_order"
        case .category: "basket_category"
        case .product: "basket_item"
        }
    }

    private var member: String {
        switch source {
        case .all: "''"
        case .channel: "b.channel"
        case .category: "b.category"
        case .product: "CAST(b.product_id AS STRING)"
        }
    }

    private var group: String {
        switch source {
        case .all: ""
        case .channel: "b.channel, "
        case .category: "b.category, "
        case .product: "b.product_id, "
        }
    }

    private var own: String { table == "basket_order" ? "b.amount_fen" : "b.own_fen" }
}
