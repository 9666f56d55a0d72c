import Engine
import Kernel

/// Which runs are there, the latest first?
struct RunList: Question {
    var id: Int64?
    var standing: RFMStanding?

    let sql = """
        SELECT * FROM rfm_run
        WHERE (CAST(? AS BIGINT) IS NULL OR run_id = ?) AND (CAST(? AS VARCHAR) IS NULL OR standing = ?)
        ORDER BY as_of DESC NULLS LAST, run_id DESC NULLS LAST
        """

    var values: [EngineValue] {
        let id = id.map(EngineValue.int) ?? .null
        let standing = standing.map { EngineValue.text($0.rawValue) } ?? .null
        return [id, id, standing, standing]
    }
}
