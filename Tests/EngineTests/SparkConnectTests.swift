import Engine
import Foundation
import Kernel
import TestKit
import Testing

@Suite("The seam to a Spark Connect server", .serialized, .enabled(if: SailServer.reasonToSkip == nil))
struct SparkConnectTests {
    /// Work for hours. Sail stops between batches of one pipeline; what never hands a batch on (a cross join, a distinct count)
    /// it finishes whoever asks it not to. Spark stops those too.
    static let endless = "SELECT sum(id * 3 % 7) AS n FROM range(200000000000)"

    @Test("DA-01 values are bound and types arrive")
    func values() async throws {
        let server = try await SailServer()
        let spark = try await server.open()
        let row = try await spark.query(
            """
            SELECT CAST(? AS BIGINT) + 1 AS n, ? AS t, CAST(? AS DATE) AS d, CAST(1.5 AS DECIMAL(10,2)) AS m, TIMESTAMP_NTZ '2026-01-01 00:00:00' AS at,
              array_sort(array_agg(x)) AS l, CAST(NULL AS STRING) AS nothing, true AS yes FROM VALUES (1), (2) t(x)
            """, [41, "运筹", .day(Day(daysSince1970: 20_000))]
        ).single()
        #expect(try row.int("n") == 42 && row.text("t") == "运筹" && row.day("d") == Day(daysSince1970: 20_000))
        #expect(try row.decimal("m") == "1.50" && row.instant("at") == Instant(seconds: 1_767_225_600))
        #expect(try row.list("l") == [1, 2] && row.optionalText("nothing") == nil && row.bool("yes"))
        #expect(try await spark.query("SELECT 7 AS v").single().int("v") == 7)
        await spark.close()
    }

    @Test("DA-01 a large result is written where the embedded engine reads it")
    func materialise() async throws {
        let server = try await SailServer()
        let spark = try await server.open()
        let folder = try TemporaryFolder()
        let sql = "INSERT OVERWRITE DIRECTORY '\(folder.file("out"))' USING parquet SELECT 1 AS n"
        try await spark.execute(sql)
        #expect(try await spark.query("SELECT n FROM parquet.`\(folder.file("out"))`").ints("n") == [1])
        await spark.close()
    }

    @Test(
        "DA-01 a time-out and a cancel end the work on the server too", .timeLimit(.minutes(2)),
        arguments: [true, false])
    func stops(byTimeout: Bool) async throws {
        let server = try await SailServer()
        let spark = try await server.open()
        if byTimeout {
            await #expect(throws: EngineProblem.timedOut(sql: Self.endless, after: .seconds(1))) {
                try await spark.query(Self.endless, timeout: .seconds(1))
            }
        } else {
            let work = Task { try await spark.query(Self.endless) }
            try await Task.sleep(for: .seconds(1))
            work.cancel()
            await #expect(throws: CancellationError.self) { try await work.value }
        }
        #expect(try server.cpuSeconds() > 0.1, "the query had not begun")
        #expect(try await comesToRest(server), "the server goes on with a query that nobody waits for")
        #expect(try await spark.query("SELECT 1 AS n", timeout: .seconds(30)).single().int("n") == 1)
        await spark.close()
    }

    /// Whether the server, within 20 seconds, uses no processor for two of them.
    private func comesToRest(_ server: SailServer) async throws -> Bool {
        for _ in 0..<10 {
            let before = try server.cpuSeconds()
            try await Task.sleep(for: .seconds(2))
            if try server.cpuSeconds() - before <= 0.04 { return true }
        }
        return false
    }

    @Test(
        "DA-01 a server that is not there is named, and one that goes away while it works fails the query",
        .timeLimit(.minutes(1)))
    func unreachable() async throws {
        let library = try EngineLibrary.locateSpark()
        let uri = "sc://127.0.0.1:\(try SailServer.freePort())"
        let problem = await #expect(throws: EngineProblem.self) {
            try await Engine.open(.spark(uri: uri, library: library))
        }
        #expect(
            problem?.code == "engine.unreachable" && problem?.text.zh.contains("127.0.0.1") == true,
            "\(String(describing: problem))")
        let server = try await SailServer()
        let spark = try await server.open()
        async let answer = spark.query(Self.endless)
        try await Task.sleep(for: .milliseconds(500))
        kill(server.processID, SIGKILL)
        do {
            _ = try await answer
            Issue.record("a dead server answered")
        } catch let problem as EngineProblem {
            #expect(["engine.unreachable", "engine.failed"].contains(problem.code))
        }
        await spark.close()
    }
}
