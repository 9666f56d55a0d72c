import Engine
import Kernel

/// What the roll-ups were last counted from: for each table, the rows and load numbers of each day. A day is counted anew
/// when they differ from what the table holds now, whoever loaded, corrected or removed the rows.
enum RollUpLedger {
    static let definitions = [
        "CREATE TABLE IF NOT EXISTS rollup_definition (id VARCHAR, definition VARCHAR)",
        "CREATE TABLE IF NOT EXISTS rollup_day (source VARCHAR, day DATE, row_count BIGINT, load_sum BIGINT)",
        """
        CREATE TABLE IF NOT EXISTS rollup_source (
            source VARCHAR, row_count BIGINT, load_sum BIGINT, last_load BIGINT, first_on DATE, last_on DATE
        )
        """,
        "CREATE TABLE IF NOT EXISTS rollup_occurrence (measure VARCHAR, first_on DATE)",
        "CREATE TABLE IF NOT EXISTS rollup_version (version BIGINT, refreshed_at TIMESTAMP)",
    ]

    /// The days of a table that changed since they were counted.
    static func changedDays(of table: CanonicalTable, day: String) -> String {
        """
        SELECT coalesce(now.day, counted.day) AS day
        FROM (
            SELECT \(day) AS day, count(*) AS row_count, CAST(sum(coalesce(load_id, 0)) AS BIGINT) AS load_sum
            FROM \(table.id)
            WHERE \(day) IS NOT NULL
            GROUP BY \(day)
        ) now
        FULL JOIN (SELECT day, row_count, load_sum FROM rollup_day WHERE source = '\(table.id)') counted
            ON counted.day = now.day
        WHERE now.row_count IS DISTINCT FROM counted.row_count OR now.load_sum IS DISTINCT FROM counted.load_sum
        """
    }

    static func rememberDays(of table: CanonicalTable, day: String) -> String {
        """
        INSERT INTO rollup_day
        SELECT '\(table.id)', \(day), count(*), CAST(sum(coalesce(load_id, 0)) AS BIGINT)
        FROM \(table.id)
        WHERE \(day) IS NOT NULL
        GROUP BY \(day)
        """
    }

    static func rememberSource(_ table: CanonicalTable) -> String {
        """
        INSERT INTO rollup_source
        SELECT '\(table.id)', count(*), CAST(sum(coalesce(load_id, 0)) AS BIGINT), max(load_id),
            \(table.day.map { "min(\($0)), max(\($0))" } ?? "CAST(NULL AS DATE), CAST(NULL AS DATE)")
        FROM \(table.id)
        """
    }

    static let facts: [CanonicalTable] = unique(RollUp.all.flatMap(\.facts))
    static let lookups: [CanonicalTable] = unique(RollUp.all.flatMap(\.lookups)).filter { !facts.contains($0) }

    private static func unique(_ tables: [CanonicalTable]) -> [CanonicalTable] {
        CanonicalTable.all.filter(tables.contains)
    }
}
