import Engine
import Kernel

/// Is there a run of this standing for an earlier day?
struct CountOfEarlierRuns: Question {
    let standing: RFMStanding
    let before: Day

    let sql = "SELECT count(*) AS runs FROM rfm_run WHERE standing = ? AND as_of < CAST(? AS DATE)"
    var values: [EngineValue] { [.text(standing.rawValue), .day(before)] }
}
