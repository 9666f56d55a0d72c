import Engine
import Kernel

/// Which spans of days are counted?
struct KeptSpans: Question {
    let sql = "SELECT DISTINCT from_on, until_on FROM basket_count"
}

/// Forget a span of days.
struct ForgetSpan: Question {
    enum Table: String {
        case count = "basket_count"
        case promotion = "basket_promotion"
    }

    let table: Table
    let span: Period

    var sql: String { "DELETE FROM \(table.rawValue) WHERE from_on = CAST(? AS DATE) AND until_on = CAST(? AS DATE)" }
    var values: [EngineValue] { [.day(span.start), .day(span.end)] }
}
