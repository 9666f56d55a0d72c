import Engine
import Kernel

/// What did promotions do to the baskets of a span of days, in all channels or by channel?
struct PromotionsOfSpan: Question {
    let kind: BasketKind?
    let span: Period
    let regions: RegionChoice

    var sql: String {
        let sums = PromotionOutcome.allCases.flatMap(\.columns).map { "sum(\($0)) AS \($0)" }
        return """
            SELECT member, CAST(sum(promoted) AS BIGINT) AS promoted, CAST(sum(matched) AS BIGINT) AS matched,
                CAST(sum(compared) AS BIGINT) AS compared, CAST(sum(discounted) AS BIGINT) AS discounted,
                CAST(sum(plain) AS BIGINT) AS plain, \(sums.joined(separator: ", "))
            FROM basket_promotion
            WHERE kind = ? AND from_on = CAST(? AS DATE) AND until_on = CAST(? AS DATE) AND \(regions.condition())
            GROUP BY member
            """
    }

    var values: [EngineValue] {
        [.text(kind?.rawValue ?? ""), .day(span.start), .day(span.end)] + regions.values
    }
}
