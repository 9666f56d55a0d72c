import Engine
import Foundation
import TestKit
import Testing

@Suite("Questions that a person types")
struct ReadOnlySQLTests {
    /// Each of them read a file, wrote one, or told about the machine when a question was only wrapped as a subquery.
    static let bypasses: [(sql: String, code: String)] = [
        ("SELECT * FROM read_text('FILE')", "query.function_refused"),
        ("SELECT * FROM READ_TEXT('FILE')", "query.function_refused"),
        ("SELECT * FROM \"read_text\"('FILE')", "query.function_refused"),
        ("SELECT * FROM system.main.read_text('FILE')", "query.function_refused"),
        ("SELECT * FROM read_blob('FILE')", "query.function_refused"),
        ("FROM read_csv('FILE')", "query.function_refused"),
        ("SELECT * FROM sniff_csv('FILE')", "query.function_refused"),
        ("SELECT * FROM glob('/etc/*')", "query.function_refused"),
        ("SELECT * FROM read_duckdb('FILE')", "query.function_refused"),
        ("SELECT * FROM parquet_metadata('FILE')", "query.function_refused"),
        ("SELECT * FROM query('SELECT * FROM read_text(''FILE'')')", "query.function_refused"),
        ("SELECT * FROM query_table('FILE')", "query.function_refused"),
        ("SELECT * FROM json_execute_serialized_sql('{}')", "query.function_refused"),
        ("SELECT * FROM duckdb_settings()", "query.function_refused"),
        ("SELECT * FROM duckdb_secrets()", "query.function_refused"),
        ("SELECT * FROM checkpoint()", "query.function_refused"),
        ("SELECT * FROM enable_logging()", "query.function_refused"),
        ("SELECT current_setting('temp_directory')", "query.function_refused"),
        ("SELECT getenv('HOME')", "query.function_refused"),
        ("SELECT sleep_ms(60000)", "query.function_refused"),
        ("SELECT write_log('x')", "query.function_refused"),
        ("SELECT nextval('s')", "query.function_refused"),
        ("SELECT * FROM 'FILE'", "query.table_unknown"),
        ("FROM 'FILE'", "query.table_unknown"),
        ("FROM \"FILE\"", "query.table_unknown"),
        ("TABLE \"FILE\"", "query.table_unknown"),
        ("SELECT * FROM secret.csv", "query.table_unknown"),
        ("SELECT * FROM main.\"FILE\"", "query.table_unknown"),
        ("SELECT * FROM information_schema.\"FILE\"", "query.table_unknown"),
        ("SELECT * FROM 'https://example.com/a.csv'", "query.table_unknown"),
        ("SELECT * FROM other.main.customer", "query.table_unknown"),
        ("DESCRIBE 'FILE'", "query.table_unknown"),
        ("SUMMARIZE 'FILE'", "query.table_unknown"),
        ("SELECT * FROM (DESCRIBE SELECT * FROM 'FILE')", "query.table_unknown"),
        ("EXPLAIN ANALYZE SELECT * FROM 'FILE'", "query.table_unknown"),
        ("PIVOT 'FILE' ON a IN (1) USING sum(b)", "query.table_unknown"),
        ("UNPIVOT 'FILE' ON a INTO NAME n VALUE v", "query.table_unknown"),
        ("SELECT (SELECT count(*) FROM 'FILE')", "query.table_unknown"),
        ("SELECT * FROM customer WHERE EXISTS (FROM 'FILE')", "query.table_unknown"),
        ("SELECT * FROM customer ORDER BY (SELECT 1 FROM 'FILE')", "query.table_unknown"),
        ("SELECT * FROM customer LIMIT (SELECT count(*) FROM 'FILE')", "query.table_unknown"),
        ("SELECT sum(id) FILTER (WHERE (SELECT true FROM 'FILE')) FROM customer", "query.table_unknown"),
        ("SELECT list_transform([1], lambda x: (SELECT x FROM 'FILE'))", "query.table_unknown"),
        ("SELECT * REPLACE ((SELECT 1 FROM 'FILE') AS id) FROM customer", "query.table_unknown"),
        ("SELECT * FROM customer, LATERAL (FROM 'FILE')", "query.table_unknown"),
        ("VALUES ((SELECT 1 FROM 'FILE'))", "query.table_unknown"),
        ("WITH a AS (FROM 'FILE') SELECT * FROM a", "query.table_unknown"),
        ("SELECT * FROM (WITH \"FILE\" AS (SELECT 1) FROM \"FILE\"), 'FILE'", "query.table_unknown"),
        ("WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r, 'FILE') FROM r", "query.table_unknown"),
        ("SELECT 1 UNION ALL (SELECT 1 FROM 'FILE')", "query.table_unknown"),
        ("COPY customer TO 'FILE'", "query.not_a_question"),
        ("COPY (SELECT 1) TO 'FILE'", "query.not_a_question"),
        ("COPY customer FROM 'FILE'", "query.not_a_question"),
        ("ATTACH 'FILE' AS x", "query.not_a_question"),
        ("EXPORT DATABASE 'FILE'", "query.not_a_question"),
        ("INSTALL httpfs", "query.not_a_question"),
        ("LOAD 'FILE'", "query.not_a_question"),
        ("SET memory_limit = '1GB'", "query.not_a_question"),
        ("PRAGMA database_list", "query.not_a_question"),
        ("CALL checkpoint()", "query.not_a_question"),
        ("PREPARE p AS SELECT * FROM read_text('FILE')", "query.not_a_question"),
        ("EXECUTE p", "query.not_a_question"),
        ("CREATE TABLE t AS SELECT * FROM read_text('FILE')", "query.not_a_question"),
        ("CREATE VIEW v AS SELECT * FROM read_text('FILE')", "query.not_a_question"),
        ("CREATE MACRO m() AS TABLE SELECT * FROM read_text('FILE')", "query.not_a_question"),
        ("EXPLAIN ANALYZE COPY (SELECT 1) TO 'FILE'", "query.not_a_question"),
        ("PIVOT customer ON id", "query.not_a_question"),
        ("DELETE FROM customer", "query.not_a_question"),
        ("INSERT INTO customer VALUES (2)", "query.not_a_question"),
        ("DROP TABLE customer", "query.not_a_question"),
        ("USE memory", "query.not_a_question"),
        ("SHOW DATABASES", "query.source_refused"),
        ("SELECT 1; SELECT 2", "query.several_statements"),
        ("SELECT 1; DROP TABLE customer", "query.not_a_question"),
        ("SELECT 1) AS a; COPY customer TO 'FILE'; SELECT * FROM (SELECT 1", "query.wrong_syntax"),
        ("SELEC 1", "query.wrong_syntax"), (" ; ", "query.empty"),
    ]

    @Test(
        "DA-01 a question that reads a file, writes, or asks about the machine is refused and named",
        arguments: bypasses)
    func refused(_ sql: String, _ code: String) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let secret = folder.file("secret.csv")
        try "id,name\n1,secret\n".write(toFile: secret, atomically: true, encoding: .utf8)
        let engine = try await Self.warehouse()
        let problem = await #expect(throws: ReadOnlySQLProblem.self) {
            try await ReadOnlySQL(sql.replacing("FILE", with: secret), on: engine)
        }
        #expect(problem?.code == code, "\(sql): \(String(describing: problem))")
        await engine.close()
    }

    static let questions = [
        "SELECT * FROM customer", "select ID from Main.Customer ;", "FROM customer", "TABLE customer",
        "DESCRIBE customer",
        "SUMMARIZE customer", "SHOW TABLES", "SHOW ALL TABLES", "SHOW customer", "EXPLAIN SELECT * FROM customer",
        "explain analyze SELECT * FROM customer", "VALUES (1), (2)",
        "WITH a AS (SELECT 1 AS n) SELECT * FROM a, customer",
        "WITH 客户 AS (FROM customer) FROM 客户", "SELECT * FROM range(3)", "SELECT unnest([1, 2])",
        "SELECT 'a;b' -- FROM 'x.csv'",
        "PIVOT customer ON id IN (1, 2) USING count(*)", "SELECT * FROM customer WHERE name LIKE '/etc/%.csv'",
        "SELECT $$FROM 'x.csv'$$", "SELECT table_name FROM information_schema.tables", "FROM every_customer",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) FROM r",
        "SELECT random() > 2, md5(name), nvl(name, '') FROM customer USING SAMPLE 1",
        "SELECT datediff(DATE '2024-01-02', DATE '2024-01-01')",
    ]

    @Test("DA-01 what only reads the warehouse's tables is answered", arguments: questions)
    func answered(_ sql: String) async throws {
        let engine = try await Self.warehouse()
        let question = try await ReadOnlySQL(sql, on: engine)
        try await engine.read(question) { stream in
            for try await batch in stream { #expect(batch.rowCount > 0) }
        }
        await engine.close()
    }

    @Test("DA-01 even a checked question runs where nothing can be written")
    func transaction() async throws {
        let engine = try await Self.warehouse()
        try await engine.withSession { session in
            try await session.execute("BEGIN TRANSACTION READ ONLY")
            await #expect(throws: EngineProblem.self) { try await session.execute("DELETE FROM customer") }
        }
        #expect(try await engine.query("SELECT count(*) AS n FROM customer").single().int("n") == 1)
        await engine.close()
    }

    @Test("a text that is nested without end is refused, not followed")
    func deep() async throws {
        let engine = try await Self.warehouse()
        let text = "SELECT " + String(repeating: "(1 + ", count: 900) + "1" + String(repeating: ")", count: 900)
        await #expect(throws: ReadOnlySQLProblem.tooDeep) { try await ReadOnlySQL(text, on: engine) }
        await engine.close()
    }

    private static func warehouse() async throws -> Engine {
        let engine = try await Engines.duckdb()
        try await engine.execute("CREATE TABLE customer AS SELECT 1 AS id, 'name' AS name")
        try await engine.execute("CREATE VIEW every_customer AS SELECT * FROM customer")
        return engine
    }
}
