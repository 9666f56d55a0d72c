import Engine
import Kernel
import Testing

@Suite("The seam to the analytic engine")
struct EngineTests {
    @Test("DA-01 a question with bound values gives its rows")
    func query() async throws {
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        let table = try await engine.query(
            "SELECT CAST(? AS BIGINT) + 1 AS n, ? AS word, ? AS d", [41, "运筹", .day(Day(daysSince1970: 20_000))])
        let row = try table.single()
        #expect(try row.int("n") == 42)
        #expect(try row.text("word") == "运筹")
        #expect(try row.day("d") == Day(daysSince1970: 20_000))
        await engine.close()
    }

    @Test("DA-01 columns loaded in bulk are read back")
    func ingest() async throws {
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        var columns = ColumnSet()
        columns.add("n", .int64([1, 2, 3]))
        columns.add("word", .optionalText(["a", nil, "c"]))
        columns.add("yes", .optionalBool([true, nil, false]))
        #expect(try await engine.ingest(columns, into: "t", mode: .create) == 3)
        #expect(try await engine.ingest(columns, into: "t") == 3)
        let table = try await engine.query(
            "SELECT count(*) AS n, sum(n) AS total, count(word) AS words, count(yes) AS y FROM t")
        let row = try table.single()
        #expect(try row.int("n") == 6)
        #expect(try row.int("total") == 12)
        #expect(try row.int("words") == 4)
        #expect(try row.int("y") == 4)
        await engine.close()
    }

    @Test("DA-01 a transaction that throws leaves nothing behind, bulk load included")
    func transaction() async throws {
        struct Stop: Error {}
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        try await engine.execute("CREATE TABLE t (n BIGINT)")
        await #expect(throws: Stop.self) {
            try await engine.transaction { session in
                #expect(try await session.execute("INSERT INTO t VALUES (1), (2)") == 2)
                var columns = ColumnSet()
                columns.add("n", .int64([1, 2, 3]))
                try await session.ingest(columns, into: "t")
                #expect(try await session.query("SELECT count(*) AS n FROM t").single().int("n") == 5)
                throw Stop()
            }
        }
        #expect(try await engine.query("SELECT count(*) AS n FROM t").single().int("n") == 0)
        let kept = try await engine.transaction { try await $0.execute("INSERT INTO t VALUES (1), (2)") }
        #expect(kept == 2)
        var rows = 0
        for try await batch in try await engine.stream("SELECT * FROM t, range(100000)") { rows += batch.rowCount }
        #expect(rows == 200_000)
        await engine.close()
    }
}
