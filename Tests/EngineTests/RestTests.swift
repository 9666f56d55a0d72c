import Engine
import TestKit
import Testing

@Suite("Fast reading and rest")
struct RestTests {
    @Test("DA-01 folding a large result sees every row once, in order")
    func fold() async throws {
        let engine = try await Engines.duckdb()
        let (count, isInOrder) = try await engine.fold(
            "SELECT i FROM range(?) r(i) ORDER BY i", [.int(500_000)], into: (Int64(0), true)
        ) { state, batch in
            for value in try batch.int64s("i") {
                state.1 = state.1 && value == state.0
                state.0 += 1
            }
        }
        #expect(count == 500_000)
        #expect(isInOrder)
        await engine.close()
    }

    @Test(
        "DA-01 a fold that throws, is out of time or has a wrong text says so, and leaves the engine usable",
        .timeLimit(.minutes(1)))
    func failingFold() async throws {
        let engine = try await Engines.duckdb()
        await #expect(throws: EngineProblem.closed) {
            try await engine.fold("SELECT i FROM range(10000000000) r(i)", into: 0) { _, _ in
                throw EngineProblem.closed
            }
        }
        await #expect(throws: EngineProblem.timedOut(sql: StreamTests.endless, after: .milliseconds(300))) {
            try await engine.fold(StreamTests.endless, timeout: .milliseconds(300), into: 0) { _, _ in }
        }
        let problem = await #expect(throws: EngineProblem.self) { try await engine.fold("SELEC", into: 0) { _, _ in } }
        #expect(problem?.code == "engine.failed")
        #expect(try await engine.query("SELECT 1 AS n").single().int("n") == 1)
        await engine.close()
    }

    @Test("an engine that rests lets go of what it held of its file, and has its usual limit again")
    func rest() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let engine = try await Engines.duckdb(path: folder.file("w.duckdb"), memoryLimitMiB: 512)
        try await engine.execute("CREATE TABLE t AS SELECT hash(i) AS a, hash(i + 1) AS b FROM range(5000000) r(i)")
        try await engine.execute("CHECKPOINT")
        #expect(try await held(engine) > 64 << 20)
        let isDone = try await engine.giveBackMemory()
        #expect(isDone)
        #expect(try await held(engine) < 64 << 20)
        #expect(try await engine.query("SELECT current_setting('memory_limit') AS v").single().text("v") == "512.0 MiB")
        #expect(try await engine.query("SELECT count(DISTINCT a % 1000) AS n FROM t").single().int("n") == 1000)
        await engine.close()
    }

    @Test("an engine that is asked something does not rest, and one that rests lets its askers wait")
    func busy() async throws {
        let engine = try await Engines.duckdb()
        let before = engine.questionCount
        try await engine.withSession { session in
            #expect(try await session.query("SELECT 1 AS n").single().int("n") == 1)
            let isDone = try await engine.giveBackMemory()
            #expect(!isDone)
        }
        #expect(engine.questionCount == before + 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    if number % 4 == 0 { try await engine.giveBackMemory() }
                    #expect(
                        try await engine.query("SELECT count(*) AS n FROM range(100000)").single().int("n") == 100_000)
                }
            }
            try await group.waitForAll()
        }
        await engine.close()
    }

    private func held(_ engine: Engine) async throws -> Int64 {
        try await engine.query("SELECT CAST(sum(memory_usage_bytes) AS BIGINT) AS n FROM duckdb_memory()").single().int(
            "n")
    }
}
