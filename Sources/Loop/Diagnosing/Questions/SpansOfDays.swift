import Engine
import Kernel

/// To which of these spans does each day belong? Kept as `basket_calendar`. Spans of a group do not overlap.
struct SpansOfDays: Question {
    let spans: [Period]
    let shown: Set<Period>

    var sql: String {
        let rows = spans.map { _ in "(CAST(? AS DATE), CAST(? AS DATE), CAST(? AS BOOLEAN))" }.joined(separator: ", ")
        return """
            CREATE OR REPLACE TEMP TABLE basket_calendar AS
            SELECT d.day, s.from_on, s.until_on, s.is_shown
            FROM (SELECT DISTINCT day FROM basket_order) d
            JOIN (VALUES \(rows)) s(from_on, until_on, is_shown) ON d.day >= s.from_on AND d.day < s.until_on
            """
    }

    var values: [EngineValue] { spans.flatMap { [.day($0.start), .day($0.end), .bool(shown.contains($0))] } }
}
