import Engine
import Kernel
import Testing

@Suite("Types of the engine's columns")
struct TypeTests {
    struct Case: Sendable, CustomStringConvertible {
        var sql: String
        var value: EngineValue
        var description: String { sql }

        init(_ sql: String, _ value: EngineValue) {
            self.sql = sql
            self.value = value
        }
    }

    static let cases: [Case] = [
        Case("CAST(-128 AS TINYINT)", .int(-128)), Case("CAST(-32768 AS SMALLINT)", .int(-32768)),
        Case("CAST(-2147483648 AS INTEGER)", .int(-2_147_483_648)),
        Case("CAST('-9223372036854775808' AS BIGINT)", .int(.min)),
        Case("CAST(9223372036854775807 AS BIGINT)", .int(.max)),
        Case("CAST(255 AS UTINYINT)", .int(255)), Case("CAST(65535 AS USMALLINT)", .int(65535)),
        Case("CAST(4294967295 AS UINTEGER)", .int(4_294_967_295)),
        Case("CAST('18446744073709551615' AS UBIGINT)", .decimal("18446744073709551615")),
        Case("CAST(12 AS HUGEINT)", .decimal("12")), Case("CAST(1.5 AS FLOAT)", .double(1.5)),
        Case("CAST(0.1 AS DOUBLE)", .double(0.1)),
        Case("CAST('-inf' AS DOUBLE)", .double(-.infinity)), Case("CAST(-0.05 AS DECIMAL(4,2))", .decimal("-0.05")),
        Case("CAST(123456789.12 AS DECIMAL(18,2))", .decimal("123456789.12")),
        Case(
            "CAST('-99999999999999999999999999999999.999999' AS DECIMAL(38,6))",
            .decimal("-99999999999999999999999999999999.999999")),
        Case("true", .bool(true)), Case("false", .bool(false)), Case("''", .text("")), Case("'short'", .text("short")),
        Case("repeat('长文本', 1000)", .text(String(repeating: "长文本", count: 1000))),
        Case("'\u{1F469}\u{200D}\u{1F4BB}'", .text("👩‍💻")),
        Case("CAST('\\x00\\xFF' AS BLOB)", .bytes([0, 255])),
        Case("DATE '1970-01-01'", .day(Day(daysSince1970: 0))),
        Case("DATE '0001-01-01'", .day(Day(daysSince1970: -719_162))),
        Case("TIMESTAMP '2026-11-21 08:30:00.000001'", .instant(Instant(microseconds: 1_795_249_800_000_001))),
        Case("CAST('1969-12-31 23:59:59' AS TIMESTAMP_S)", .instant(Instant(microseconds: -1_000_000))),
        Case("CAST('1969-12-31 23:59:59.999' AS TIMESTAMP_MS)", .instant(Instant(microseconds: -1_000))),
        Case("CAST('1969-12-31 23:59:59.999999999' AS TIMESTAMP_NS)", .instant(Instant(microseconds: -1))),
        Case("TIMESTAMPTZ '2026-11-21 08:30:00+08'", .instant(Instant(microseconds: 1_795_221_000_000_000))),
        Case("TIME '00:00:01'", .int(1_000_000)),
        Case("CAST('b' AS ENUM('a', 'b'))", .text("b")),
        Case("CAST('00000000-0000-0000-0000-000000000001' AS UUID)", .text("00000000-0000-0000-0000-000000000001")),
        Case("[1, NULL, 3]", .list([.int(1), .null, .int(3)])), Case("CAST([] AS BIGINT[])", .list([])),
        Case("[['a'], [], NULL]", .list([.list([.text("a")]), .list([]), .null])),
        Case("{'a': 1, 'b': 'x'}", .fields([.init(name: "a", value: .int(1)), .init(name: "b", value: "x")])),
        Case("map(['k', 'l'], [1, 2])", .fields([.init(name: "k", value: .int(1)), .init(name: "l", value: .int(2))])),
    ]

    @Test("DA-01 every type arrives as it was, between two NULLs and in a second batch", arguments: cases)
    func value(_ item: Case) async throws {
        let engine = try await Engines.duckdb()
        let sql = "SELECT CASE WHEN i % 2 = 1 THEN \(item.sql) END AS v FROM range(5000) r(i)"
        let found = try await engine.query(sql).column("v")
        #expect(found.count == 5000)
        #expect(
            found.enumerated().allSatisfy { $0.element == ($0.offset % 2 == 1 ? item.value : .null) }, "\(found[1])")
        await engine.close()
    }

    @Test("DA-01 a column of nothing but NULL is read as such")
    func nothing() async throws {
        let engine = try await Engines.duckdb()
        #expect(
            try await engine.query("SELECT NULL AS v, CAST(NULL AS VARCHAR) AS t").single().optionalText("t") == nil)
        #expect(try await engine.query("SELECT NULL AS v").column("v") == [.null])
        #expect(try await engine.query("SELECT CAST([1, NULL] AS BIGINT[2]) AS v").column("v") == [.list([1, .null])])
        await engine.close()
    }

    @Test("DA-01 typed views give the numbers where they lie, and convert what is narrower")
    func views() async throws {
        let engine = try await Engines.duckdb()
        let table = try await engine.query(
            """
            SELECT i AS big, CAST(i AS SMALLINT) AS small, CAST(i AS INTEGER) AS middle, i / 4.0 AS d, CAST(i AS DECIMAL(10,2)) AS dec,
              sum(i) OVER (ORDER BY i) AS total, i % 2 = 0 AS even, 'n' || i AS t, DATE '2026-01-01' + CAST(i AS INT) AS day,
              TIMESTAMP '2026-01-01' + to_seconds(i) AS at, CASE WHEN i % 3 = 0 THEN i END AS gappy, [i, i + 1] AS pair
            FROM range(3000) r(i) ORDER BY i
            """)
        var row = 0
        for batch in table.batches {
            let big = try batch.int64s("big")
            let small = try batch.int64s("small")
            let middle = try batch.int32s("middle")
            let doubles = try batch.doubles("d")
            let (decimals, scale) = try batch.decimals("dec")
            let totals = try batch.int64s("total")
            let even = try batch.bools("even")
            let texts = try batch.texts("t")
            let days = try batch.days("day")
            let moments = try batch.instants("at")
            let gappy = try batch.int64s("gappy")
            let pairs = try batch.lists("pair")
            #expect(scale == 2 && gappy.mayHoldNulls && big.count == batch.rowCount)
            #expect(try batch.int16s("small")[0] == Int16(small[0]))
            for index in 0..<batch.rowCount {
                let n = Int64(row + index)
                try #require(
                    big[index] == n && small[index] == n && middle[index] == Int32(n) && doubles[index] == Double(n) / 4
                )
                try #require(
                    decimals[index] == Int128(n) * 100 && totals[index] == n * (n + 1) / 2
                        && even[index] == (n % 2 == 0))
                try #require(try texts.optional(index) == "n\(n)" && days[index] == 20_454 + Int32(n))
                try #require(
                    moments[index] == (1_767_225_600 + n) * 1_000_000 && gappy.optional(index) == (n % 3 == 0 ? n : nil)
                )
                try #require(pairs[index] == [.int(n), .int(n + 1)])
            }
            row += batch.rowCount
        }
        #expect(row == 3000)
        await engine.close()
    }

    @Test("DA-01 asking for a column that is not there, or as another type, says what there is")
    func mismatches() async throws {
        let engine = try await Engines.duckdb()
        let row = try await engine.query(
            "SELECT 'x' AS word, 2 AS n, NULL AS nothing, CAST('18446744073709551615' AS UBIGINT) AS big"
        ).single()
        #expect(throws: EngineProblem.columnMissing(name: "nope", available: ["word", "n", "nothing", "big"])) {
            try row.int("nope")
        }
        #expect(throws: EngineProblem.columnType(name: "word", found: "text", wanted: "integer")) {
            try row.int("word")
        }
        #expect(throws: EngineProblem.unfitValue(column: "nothing", reason: "NULL")) { try row.text("nothing") }
        #expect(throws: EngineProblem.unfitValue(column: "big", reason: "18446744073709551615")) { try row.int("big") }
        #expect(try row.double("n") == 2 && row.optionalInt("nothing") == nil)
        await engine.close()
    }
}
