import Engine
import Kernel

/// Before a day is run again: forget the tiers that began on it.
struct ForgetChangesOfDay: Question {
    let standing: RFMStanding
    let day: Day

    let sql = "DELETE FROM customer_tier WHERE standing = ? AND valid_from = CAST(? AS DATE)"
    var values: [EngineValue] { [.text(standing.rawValue), .day(day)] }
}
