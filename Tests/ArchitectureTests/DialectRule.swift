import Foundation

/// Analytic SQL is written once for DuckDB and for Spark Connect servers. What the two read differently *without an error* is
/// refused here; what one of them refuses aloud is found by the first query on it. SQL that only ever runs on the embedded engine
/// (loads, files, definitions) says so: it begins as such a statement, or carries the comment `-- DuckDB only`.
///
/// The order of NULLs needs no rule: the seam gives DuckDB Spark's order on every connection.
enum DialectRule {
    struct Construct: Sendable {
        /// What is searched for, in SQL without texts and comments.
        let pattern: String
        /// What differs, and what to write instead.
        let advice: String
    }

    static let constructs: [Construct] = [
        Construct(
            pattern: #"\brange\s+between\s+(interval|\S+\s+preceding|\S+\s+following)"#,
            advice: "RANGE frames are wrong on Sail: use ROWS over a calendar without gaps"),
        Construct(
            pattern: #"\bweekday\s*\(|\bextract\s*\(\s*(dow|dayofweek|isodow)\b|\bdate_part\s*\(\s*'(dow|weekday)"#,
            advice: "weekdays are numbered differently: pmod(unix_date(d) + 3, 7) is Monday 0"),
        Construct(
            pattern: #"(?<![/*])/(?![/*])\s*+(?!nullif\s*\(|cast\s*\(\s*nullif|greatest\s*\(|[0-9.]*[1-9])"#,
            advice: "division by zero is infinite, NULL or an error: divide by nullif(…, 0)"),
        Construct(
            pattern: #"(?<!try_)\bcast\s*\([^()]*/[^()]*\bas\s+(bigint|int|integer|smallint)\b"#,
            advice: "fractions are rounded or cut: floor or round before the cast"),
        Construct(
            pattern:
                #"\bas\s+(tinyint|smallint|int|integer)\s*\)\s*[*+]|[*+]\s*cast\s*\([^()]*\bas\s+(tinyint|smallint|int|integer)\s*\)"#,
            advice: "INT overflow wraps on Sail: calculate in BIGINT"),
        Construct(
            pattern: #"[a-z_)\]]\s*\[\s*[0-9]+\s*\]"#, advice: "lists count from 1 or from 0: element_at(list, 1)"),
        Construct(
            pattern: #"(?<!cast\()(?<!cast\( )(\b\w+_on\b|\bdate\s+'')\s*[+-]\s*interval\b(?![^()]*\bas\s+date\b)"#,
            advice: "a DATE plus an INTERVAL is a timestamp or a date: CAST(… AS DATE)"),
        Construct(
            pattern: #"(\b\w+_on\b|\bdate\s+'')\s*-\s*(\w+\.)?(\w+_on\b|date\s+'')"#,
            advice: "DATE minus DATE is a number or an interval: datediff(later, earlier)"),
        Construct(
            pattern: #"\btimestampdiff\s*\("#, advice: "days are counted differently: use unix_micros arithmetic"),
        Construct(pattern: #"\b(string_)?split\s*\("#, advice: "the separator is text or a pattern: split_part"),
        Construct(pattern: #"\blog\s*\("#, advice: "log has another base: ln or log10"),
        Construct(pattern: #"\bsubstr(ing)?\s*\([^(),]*,\s*0"#, advice: "texts start at 1"),
        Construct(pattern: #"(?<!_)\bhash\s*\("#, advice: "hash differs: md5 or sha2"),
        Construct(
            pattern: #"(?<!cast\()\bpercentile_disc\s*\("#,
            advice: "percentile_disc has another type: CAST(percentile_disc(…) … AS DOUBLE)"),
    ]

    private static let embeddedOnly = [
        "COPY ", "CREATE ", "DROP ", "ALTER ", "ATTACH ", "DETACH ", "INSTALL ", "LOAD ", "PRAGMA ", "SET ",
        "CHECKPOINT",
    ]
    private static let embeddedFunctions = [
        "read_csv", "read_parquet", "read_json", "sniff_csv", "parquet_schema", "duckdb_", "information_schema",
    ]

    static func check(_ file: SourceFile) -> [Violation] {
        // Files over GRDB speak to SQLite, whose text never runs elsewhere.
        guard !file.imports.contains(where: { $0.module == "GRDB" }), file.room != "Store", file.room != "Records"
        else { return [] }
        return file.literals.filter { isAnalytic($0.text) }.flatMap { literal in
            differences(in: literal.text).map { Violation(path: file.path, line: literal.line, rule: $0) }
        }
    }

    /// Whether the text is SQL that may run on either engine.
    static func isAnalytic(_ text: String) -> Bool {
        let start = text.drop { $0.isWhitespace }
        guard text.contains("SELECT ") || text.contains("SELECT\n") || SQLRule.isSQL(text) else { return false }
        guard !text.contains("-- DuckDB only"), !embeddedOnly.contains(where: { start.hasPrefix($0) }) else {
            return false
        }
        return !embeddedFunctions.contains { text.contains($0) }
    }

    /// What the engines would read differently, with advice.
    static func differences(in sql: String) -> [String] {
        let bare = stripped(sql).lowercased()
        return constructs.compactMap { construct in
            guard let found = bare.range(of: construct.pattern, options: .regularExpression) else { return nil }
            return "`\(bare[found].trimmingCharacters(in: .whitespacesAndNewlines))`: \(construct.advice)"
        }
    }

    /// The SQL without its comments, and with its texts empty.
    private static func stripped(_ sql: String) -> String {
        sql.replacingOccurrences(of: #"--[^\n]*"#, with: " ", options: .regularExpression)
            .replacingOccurrences(of: #"/\*.*?\*/"#, with: " ", options: .regularExpression)
            .replacingOccurrences(of: #"'(dow|weekday)'"#, with: "¹$1", options: .regularExpression)
            .replacingOccurrences(of: #"'[^']*'"#, with: "''", options: .regularExpression)
            .replacingOccurrences(of: #"¹(dow|weekday)"#, with: "'$1'", options: .regularExpression)
    }
}
