import Engine

/// How many baskets, of what value, and how many buyers had each span of days, by region or in the whole company?
///
/// Sums are taken straight from the baskets, and only the people are grouped one by one: half the work of doing both at once. Spans
/// of a group do not overlap, so that their first day tells them apart.
struct CountBaskets: Question {
    enum Source: String, CaseIterable {
        case all = ""
        case channel, category, product
    }

    let source: Source
    let isByRegion: Bool

    var sql: String {
        """
        INSERT INTO new_basket_count
        WITH total AS (
            SELECT s.from_on, min(s.until_on) AS until_on, \(region) AS region, \(member) AS member, count(*) AS orders,
                sum(b.amount_fen) AS sales_fen, sum(b.items) AS items, sum(\(own)) AS own_fen
            FROM \(rows)
            GROUP BY s.from_on\(keys)
        ), person AS (
            SELECT s.from_on, \(region) AS region, \(member) AS member, b.customer_id, count(*) AS orders
            FROM \(rows) AND b.customer_id IS NOT NULL
            GROUP BY s.from_on\(keys), b.customer_id
        ), buyer AS (
            SELECT from_on, region, member, count(*) AS buyers, sum(CASE WHEN orders >= 2 THEN 1 ELSE 0 END) AS repeat_buyers
            FROM person
            GROUP BY from_on, region, member
        )
        SELECT t.from_on, t.until_on, t.region, '\(source.rawValue)', t.member, t.orders, CAST(t.sales_fen AS BIGINT),
            CAST(t.items AS BIGINT), CAST(t.own_fen AS BIGINT), coalesce(p.buyers, 0),
            CAST(coalesce(p.repeat_buyers, 0) AS BIGINT)
        FROM total t LEFT JOIN buyer p ON p.from_on = t.from_on AND p.region = t.region AND p.member = t.member
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

    private var rows: String {
        "\(table) b JOIN basket_calendar s ON s.day = b.day WHERE "
            + (source == .product ? "b.product_id IN (SELECT product_id FROM basket_top)" : "true")
    }

    private var member: String {
        switch source {
        case .all: "''"
        case .channel: "b.channel"
        case .category: "b.category"
        case .product: "CAST(b.product_id AS STRING)"
        }
    }

    private var keys: String {
        let region = isByRegion ? ", b.region" : ""
        return switch source {
        case .all: region
        case .channel: region + ", b.channel"
        case .category: region + ", b.category"
        case .product: region + ", b.product_id"
        }
    }

    private var own: String { table == "basket_order" ? "b.amount_fen" : "b.own_fen" }
}
