import Kernel
import TestKit
import Testing

@testable import Engine

@Suite("Bulk loading")
struct IngestTests {
    @Test("DA-01 any columns that are loaded come back the same")
    func roundTrip() async throws {
        let engine = try await Engines.duckdb()
        try await forAll(cases: 25) { generator in
            let rows = Int.random(in: 0...4000, using: &generator)
            let columns = RandomColumns(rows: rows, &generator)
            try await engine.execute("DROP TABLE IF EXISTS t")
            let loaded = try await engine.ingest(columns.set, into: "t", mode: .create)
            let table = try await engine.query("SELECT * FROM t")
            guard loaded == rows, table.rowCount == rows else { return false }
            return try columns.expected.allSatisfy { name, values in try table.column(name) == values }
        }
        await engine.close()
    }

    @Test("DA-01 a load of several batches keeps every NULL in its row")
    func batches() async throws {
        let engine = try await Engines.duckdb()
        let rows = 300_001
        var columns = ColumnSet()
        columns.add("i", .int64((0..<rows).map(Int64.init)))
        columns.add("n", .optionalInt64((0..<rows).map { $0 % 7 == 3 ? nil : Int64($0) }))
        columns.add("b", .optionalBool((0..<rows).map { $0 % 11 == 5 ? nil : $0 % 3 == 0 }))
        columns.add("t", .optionalText((0..<rows).map { $0 % 13 == 2 ? nil : "第\($0)行" }))
        try await engine.ingest(columns, into: "t", mode: .create)
        let row = try await engine.query(
            """
            SELECT count(*) AS n, count(*) FILTER (WHERE n IS NOT DISTINCT FROM CASE WHEN i % 7 <> 3 THEN i END) AS numbers,
              count(*) FILTER (WHERE b IS NOT DISTINCT FROM CASE WHEN i % 11 <> 5 THEN i % 3 = 0 END) AS flags,
              count(*) FILTER (WHERE t IS NOT DISTINCT FROM CASE WHEN i % 13 <> 2 THEN '第' || i || '行' END) AS texts FROM t
            """
        ).single()
        for name in ["n", "numbers", "flags", "texts"] { #expect(try row.int(name) == Int64(rows), "\(name)") }
        await engine.close()
    }

    @Test(
        "DA-01 columns find the table's by name, in any order, with NULL in those that are left out, cast to the table's types"
    )
    func names() async throws {
        let engine = try await Engines.duckdb()
        try await engine.execute("CREATE TABLE t (a SMALLINT, b VARCHAR, c DATE, d TIMESTAMP)")
        var columns = ColumnSet()
        columns.add("c", .day([1, 2]))
        columns.add("a", .int64([10, 20]))
        columns.add("b", .text(["x", "y"]))
        try await engine.ingest(columns, into: "t")
        let table = try await engine.query("SELECT * FROM t ORDER BY a NULLS FIRST")
        #expect(try table.ints("a") == [10, 20])
        #expect(try table.texts("b") == ["x", "y"])
        #expect(try table.column("c") == [.day(Day(daysSince1970: 1)), .day(Day(daysSince1970: 2))])
        #expect(try table.column("d") == [.null, .null])
        columns.add("zz", .int64([1, 2]))
        await #expect(throws: EngineProblem.columnMissing(name: "zz", available: ["a", "b", "c", "d"])) {
            try await engine.ingest(columns, into: "t")
        }
        await engine.close()
    }

    @Test("DA-01 a load into a table that is not there, or of columns of unequal length, changes nothing")
    func refusals() async throws {
        let engine = try await Engines.duckdb()
        var columns = ColumnSet()
        columns.add("a", .int64([1, 2]))
        await #expect(throws: EngineProblem.self) { try await engine.ingest(columns, into: "nowhere") }
        try await engine.ingest(columns, into: "t", mode: .create)
        await #expect(throws: EngineProblem.self) { try await engine.ingest(columns, into: "t", mode: .create) }
        columns.add("b", .int64([1]))
        await #expect(throws: EngineProblem.unevenColumns(name: "b", rows: 1, expected: 2)) {
            try await engine.ingest(columns, into: "t")
        }
        #expect(try await engine.query("SELECT count(*) AS n FROM t").single().int("n") == 2)
        await engine.close()
    }
}

extension IngestTests {
    @Test("DA-01 a load within a transaction is part of it, and the pinned library loads on all threads")
    func withinTransaction() async throws {
        #expect(
            try DriverLibrary(EngineLibrary.locate()).arrowScan != nil,
            "ArrowScan does not know this version: look at its layout, then list it")
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let engine = try await Engines.duckdb(path: folder.file("w.duckdb"))
        var columns = ColumnSet()
        columns.add("a", .int64([1, 2]))
        let two = columns
        try await engine.ingest(two, into: "t", mode: .create)
        try await engine.transaction { session in
            try await session.execute("DELETE FROM t")
            try await session.ingest(two, into: "t")
            try await session.ingest(two, into: "t")
            #expect(try await engine.query("SELECT count(*) AS n FROM t").single().int("n") == 2)
        }
        #expect(try await engine.query("SELECT count(*) AS n FROM t").single().int("n") == 4)
        #expect(
            try await engine.query("SELECT count(*) AS n FROM duckdb_views() WHERE NOT internal").single().int("n") == 0
        )
        await engine.close()
    }
}

/// Columns of every kind, half of them with NULLs, and what a reader must find.
private struct RandomColumns {
    var set = ColumnSet()
    var expected: [(String, [EngineValue])] = []

    init(rows: Int, _ g: inout SeededGenerator) {
        let ints = (0..<rows).map { _ in Int64.random(in: .min ... .max, using: &g) }
        let gaps = (0..<rows).map { _ in Bool.random(using: &g) }
        let texts = ints.map { String(repeating: "汉a", count: Int(UInt64(bitPattern: $0) % 9)) }
        func gappy<T>(_ values: [T]) -> [T?] { zip(values, gaps).map { $1 ? nil : $0 } }
        func add(_ name: String, _ values: ColumnValues, _ items: [EngineValue], gaps isGappy: Bool = false) {
            set.add(name, values)
            expected.append((name, isGappy ? zip(items, gaps).map { $1 ? .null : $0 } : items))
        }
        let small = ints.map { Int16(truncatingIfNeeded: $0) }
        let days = ints.map { Int32($0 % 1_000_000) }
        let moments = ints.map { $0 / 4096 }
        let doubles = ints.map { Double($0) / 3 }
        add("i64", .int64(ints), ints.map { .int($0) })
        add("oi64", .optionalInt64(gappy(ints)), ints.map { .int($0) }, gaps: true)
        add("i32", .int32(days), days.map { .int(Int64($0)) })
        add("oi32", .optionalInt32(gappy(days)), days.map { .int(Int64($0)) }, gaps: true)
        add("i16", .int16(small), small.map { .int(Int64($0)) })
        add("oi16", .optionalInt16(gappy(small)), small.map { .int(Int64($0)) }, gaps: true)
        add("d", .double(doubles), doubles.map { .double($0) })
        add("od", .optionalDouble(gappy(doubles)), doubles.map { .double($0) }, gaps: true)
        add("t", .text(texts), texts.map { .text($0) })
        add("ot", .optionalText(gappy(texts)), texts.map { .text($0) }, gaps: true)
        add("b", .bool(ints.map { $0 > 0 }), ints.map { .bool($0 > 0) })
        add("ob", .optionalBool(gappy(ints.map { $0 > 0 })), ints.map { .bool($0 > 0) }, gaps: true)
        add("day", .day(days), days.map { .day(Day(daysSince1970: $0)) })
        add("oday", .optionalDay(gappy(days)), days.map { .day(Day(daysSince1970: $0)) }, gaps: true)
        add("at", .instant(moments), moments.map { .instant(Instant(microseconds: $0)) })
        add("oat", .optionalInstant(gappy(moments)), moments.map { .instant(Instant(microseconds: $0)) }, gaps: true)
        var run = TextColumn()
        for (text, gap) in zip(texts, gaps) { run.append(gap ? nil : text) }
        add("tb", .textBytes(run), texts.map { .text($0) }, gaps: true)
    }
}
