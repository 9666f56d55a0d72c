import Engine
import Kernel

/// Before a day is run again: let the tiers that ended on it hold again.
struct ReopenTiersOfDay: Question {
    let standing: RFMStanding
    let day: Day

    let sql = "UPDATE customer_tier SET valid_to = NULL WHERE standing = ? AND valid_to = CAST(? AS DATE)"
    var values: [EngineValue] { [.text(standing.rawValue), .day(day)] }
}
