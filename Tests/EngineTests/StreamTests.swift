import Engine
import Testing

@Suite("Streams, stops and limits")
struct StreamTests {
    /// Work that does not end by itself.
    static let endless = "SELECT sum(a.i * b.i) AS n FROM range(10000000) a(i), range(10000000) b(i)"

    @Test("DA-01 a stream gives every row once, in order")
    func order() async throws {
        let engine = try await Engines.duckdb()
        var next: Int64 = 0
        for try await batch in try await engine.stream("SELECT i FROM range(500000) r(i) ORDER BY i") {
            for value in try batch.int64s("i") {
                try #require(value == next)
                next += 1
            }
        }
        #expect(next == 500_000)
        await engine.close()
    }

    @Test("DA-01 the engine waits for a stream's reader, and leaving the loop stops it")
    func backPressure() async throws {
        let engine = try await Engines.duckdb(memoryLimitMiB: 200)
        // 80 GB if it were computed ahead.
        for try await batch in try await engine.stream("SELECT i FROM range(10000000000) r(i)") {
            #expect(batch.rowCount > 0)
            break
        }
        #expect(try await engine.query("SELECT 1 AS n").single().int("n") == 1)
        await engine.close()
    }

    @Test("DA-01 a query out of time is stopped, says so, and leaves the engine usable", .timeLimit(.minutes(1)))
    func timeout() async throws {
        let engine = try await Engines.duckdb()
        await #expect(throws: EngineProblem.timedOut(sql: Self.endless, after: .milliseconds(300))) {
            try await engine.query(Self.endless, timeout: .milliseconds(300))
        }
        await #expect(throws: EngineProblem.self) {
            for try await _ in try await engine.stream(Self.endless, timeout: .milliseconds(300)) {}
        }
        #expect(try await engine.query("SELECT 1 AS n", timeout: .seconds(30)).single().int("n") == 1)
        await engine.close()
    }

    @Test("DA-01 a cancelled task stops its query, and its session is closed", .timeLimit(.minutes(1)))
    func cancel() async throws {
        let engine = try await Engines.duckdb()
        try await engine.execute("CREATE TABLE t (n BIGINT)")
        let work = Task {
            try await engine.transaction { session in
                try await session.execute("INSERT INTO t VALUES (1)")
                _ = try await session.query(Self.endless)
            }
        }
        try await Task.sleep(for: .milliseconds(300))
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
        #expect(try await engine.query("SELECT count(*) AS n FROM t").single().int("n") == 0)
        await engine.close()
    }

    @Test("DA-01 many questions at once are answered each with its own")
    func concurrency() async throws {
        let engine = try await Engines.duckdb()
        try await engine.execute("CREATE TABLE t AS SELECT i FROM range(10000) r(i)")
        let answers = try await withThrowingTaskGroup(of: (Int64, Int64).self) { group in
            for n in Int64(1)...200 {
                group.addTask {
                    (n, try await engine.query("SELECT count(*) AS n FROM t WHERE i < ?", [.int(n)]).single().int("n"))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 200 && answers.allSatisfy { $0 == $1 })
        await engine.close()
    }

    @Test("DA-01 statements of one session that are asked for at once run one after the other")
    func sessionOrder() async throws {
        let engine = try await Engines.duckdb()
        let total = try await engine.withSession { session in
            try await session.execute("CREATE TEMP TABLE t (n BIGINT)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for n in Int64(1)...50 {
                    group.addTask { try await session.execute("INSERT INTO t VALUES (?)", [.int(n)]) }
                }
                try await group.waitForAll()
            }
            return try await session.query("SELECT sum(n) AS n FROM t").single().int("n")
        }
        #expect(total == 1275)
        await #expect(throws: EngineProblem.self) { try await engine.query("SELECT * FROM t") }
        await engine.close()
    }
}
