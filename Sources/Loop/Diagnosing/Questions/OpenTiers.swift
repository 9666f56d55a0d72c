import Engine
import Kernel

/// Begin the tiers that hold from the day of the run.
struct OpenTiers: Question {
    let run: Int64
    let standing: RFMStanding
    let day: Day

    let sql = """
        INSERT INTO customer_tier
        SELECT ?, customer_id, scheme, to_tier, CAST(? AS DATE), NULL, ?
        FROM rfm_change WHERE to_tier IS NOT NULL
        """

    var values: [EngineValue] { [.text(standing.rawValue), .day(day), .int(run)] }
}
