import Engine
import Kernel

/// How many people did something online in each hour of each day of a period, by the clocks of the company's zone? A person counts once an
/// hour; events without a time of day are counted apart.
struct EventHours {
    let period: Period
    let zone: BusinessZone
    /// `nil`: everywhere.
    let regions: Set<String>?

    var sql: String {
        """
        WITH seen AS (
            SELECT e.occurred_on AS day, from_utc_timestamp(e.occurred_at, ?) AS moment,
                coalesce(e.customer_id, -e.session_id) AS person
            FROM event e
            WHERE e.occurred_on >= CAST(? AS DATE) AND e.occurred_on < CAST(? AS DATE) AND e.occurred_at IS NOT NULL
                AND e.name IN ('page_view', 'product_view', 'add_to_cart', 'checkout', 'payment', 'message_open',
                    'message_click', 'community_post')
                AND \(place)
        )
        SELECT day, CAST(hour(moment) AS BIGINT) AS hour, CAST(count(DISTINCT person) AS BIGINT) AS people,
            CAST(sum(CASE WHEN hour(moment) = 0 AND minute(moment) = 0 AND second(moment) = 0 THEN 1 ELSE 0 END) AS BIGINT)
                AS midnights, CAST(count(*) AS BIGINT) AS events
        FROM seen
        GROUP BY day, hour(moment)
        ORDER BY day, hour
        """
    }

    private var place: String {
        guard let regions else { return "true" }
        if regions.isEmpty { return "false" }
        let marks = regions.map { _ in "?" }.joined(separator: ", ")
        return "e.customer_id IN (SELECT customer_id FROM customer WHERE region IN (\(marks)))"
    }

    var values: [EngineValue] {
        [.text(zone.identifier), .day(period.start), .day(period.end)] + (regions ?? []).sorted().map { .text($0) }
    }
}
