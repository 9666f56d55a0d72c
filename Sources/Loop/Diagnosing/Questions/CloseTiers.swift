import Engine
import Kernel

/// End the tiers that no longer hold, on the day of the run.
struct CloseTiers: Question {
    let standing: RFMStanding
    let day: Day

    let sql = """
        UPDATE customer_tier SET valid_to = CAST(? AS DATE)
        FROM rfm_change
        WHERE customer_tier.standing = ? AND customer_tier.valid_to IS NULL AND rfm_change.from_tier IS NOT NULL
            AND rfm_change.customer_id = customer_tier.customer_id AND rfm_change.scheme = customer_tier.scheme
        """

    var values: [EngineValue] { [.day(day), .text(standing.rawValue)] }
}
