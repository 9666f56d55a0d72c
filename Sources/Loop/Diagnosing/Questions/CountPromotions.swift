import Engine

/// What did promotions do to baskets in each span of days and region, in all channels or by channel; and what does the plain
/// comparison of baskets with and without any discount say?
struct CountPromotions: Question {
    let isByChannel: Bool

    private var member: String { isByChannel ? "channel" : "''" }
    private var channel: String { isByChannel ? ", channel" : "" }

    var sql: String {
        """
        INSERT INTO new_basket_promotion
        WITH matched AS (
            SELECT from_on, until_on, region, \(member) AS member, sum(with_count) AS matched, sum(without_count) AS compared,
                \(gains)
            FROM basket_stratum
            GROUP BY from_on, until_on, region\(channel)
        ), person AS (
            SELECT from_on, until_on, region, \(member) AS member, person, \(each { "sum(\($0)) AS \($0)" })
            FROM basket_cluster
            GROUP BY from_on, until_on, region\(channel), person
        ), spread AS (
            SELECT from_on, until_on, region, member, \(each { "sum(\($0) * \($0)) AS \($0)_variance" })
            FROM person
            GROUP BY from_on, until_on, region, member
        ), plain AS (
            SELECT s.from_on, s.until_on, b.region, \(isByChannel ? "b.channel" : "''") AS member,
                sum(CASE WHEN b.is_promoted THEN 1 ELSE 0 END) AS promoted,
                sum(CASE WHEN b.is_discounted THEN 1 ELSE 0 END) AS discounted,
                sum(CASE WHEN b.is_discounted THEN 0 ELSE 1 END) AS plain,
                \(plainSums)
            FROM basket_order b JOIN basket_calendar s ON s.day = b.day
            WHERE s.is_shown
            GROUP BY s.from_on, s.until_on, b.region\(isByChannel ? ", b.channel" : "")
        )
        SELECT p.from_on, p.until_on, p.region, ?, p.member, CAST(p.promoted AS BIGINT),
            CAST(coalesce(m.matched, 0) AS BIGINT), CAST(coalesce(m.compared, 0) AS BIGINT), CAST(p.discounted AS BIGINT),
            CAST(p.plain AS BIGINT), \(each(columns))
        FROM plain p
        LEFT JOIN matched m ON m.from_on = p.from_on AND m.until_on = p.until_on AND m.region = p.region AND m.member = p.member
        LEFT JOIN spread v ON v.from_on = p.from_on AND v.until_on = p.until_on AND v.region = p.region AND v.member = p.member
        """
    }

    var values: [EngineValue] { [.text(isByChannel ? BasketKind.channel.rawValue : "")] }

    private func each(_ body: (String) -> String) -> String {
        PromotionOutcome.allCases.map { body($0.rawValue) }.joined(separator: ", ")
    }

    private var gains: String {
        each {
            "sum(with_count * (\($0)_with - \($0)_without)) AS \($0)_gain, sum(with_count * \($0)_without) AS \($0)_base"
        }
    }

    private var plainSums: String {
        PromotionOutcome.allCases.map { outcome in
            let value = "CAST(b.\(outcome.source) AS DOUBLE)"
            return """
                sum(CASE WHEN b.is_discounted THEN \(value) ELSE 0 END) AS \(outcome.rawValue)_discounted_sum,
                        sum(CASE WHEN b.is_discounted THEN \(value) * \(value) ELSE 0 END) AS \(outcome.rawValue)_discounted_squares,
                        sum(CASE WHEN b.is_discounted THEN 0 ELSE \(value) END) AS \(outcome.rawValue)_plain_sum,
                        sum(CASE WHEN b.is_discounted THEN 0 ELSE \(value) * \(value) END) AS \(outcome.rawValue)_plain_squares
                """
        }.joined(separator: ",\n        ")
    }

    /// In the order of `PromotionOutcome.columns`.
    private func columns(_ name: String) -> String {
        """
        coalesce(m.\(name)_gain, 0), coalesce(m.\(name)_base, 0), coalesce(v.\(name)_variance, 0), p.\(name)_discounted_sum,
            p.\(name)_discounted_squares, p.\(name)_plain_sum, p.\(name)_plain_squares
        """
    }
}
