import Engine
import Foundation
import Kernel
import TestKit
import Testing

@Suite("Limits and missing parts")
struct LimitTests {
    /// 3 million groups: some 200 MB of hash table.
    static let large =
        "SELECT count(*) AS n FROM (SELECT h, count(*) FROM (SELECT hash(i) AS h FROM range(3000000) r(i)) GROUP BY h)"

    @Test("DA-01 a query over the memory limit fails and says so; with a spill folder it is answered")
    func memory() async throws {
        let small = try await Engines.duckdb(memoryLimitMiB: 40, threads: 2)
        let problem = await #expect(throws: EngineProblem.self) { try await small.query(Self.large) }
        #expect(problem?.code == "engine.out_of_memory", "\(String(describing: problem))")
        await small.close()
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let spilling = try await Engines.duckdb(memoryLimitMiB: 40, threads: 2, spillFolder: folder.file("spill"))
        #expect(try await spilling.query(Self.large).single().int("n") == 3_000_000)
        await spilling.close()
    }

    @Test("a missing or foreign library says where it was looked for, and what to do")
    func library() async throws {
        #expect(throws: EngineProblem.libraryMissing(searched: ["/nowhere/duckdb.so"])) {
            _ = try EngineLibrary.locate(["YUNCHOU_ENGINE": "/nowhere/duckdb.so"])
        }
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try "not a library".write(toFile: folder.file("fake.so"), atomically: true, encoding: .utf8)
        let fake = EngineLibrary(driver: folder.file("fake.so"))
        let problem = await #expect(throws: EngineProblem.self) {
            try await Engine.open(.duckdb(path: nil, library: fake))
        }
        #expect(problem?.code == "engine.library_unusable")
        var wrong = try EngineLibrary.locate()
        wrong.entryPoint = "no_such_entry"
        let other = await #expect(throws: EngineProblem.self) {
            try await Engine.open(.duckdb(path: nil, library: wrong))
        }
        #expect(other?.code == "engine.library_unusable")
    }

    @Test("a database file that is another thing, or in use, is refused by name")
    func file() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try String(repeating: "not a database ", count: 500).write(
            toFile: folder.file("w.duckdb"), atomically: true, encoding: .utf8)
        let problem = await #expect(throws: EngineProblem.self) {
            try await Engines.duckdb(path: folder.file("w.duckdb"))
        }
        #expect(problem?.code == "engine.unreachable" && problem?.text.en.contains("w.duckdb") == true)
    }

    @Test("what was written to a file is there when it is opened again, and the dialect with it")
    func reopening() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        for round in Int64(1)...3 {
            let engine = try await Engines.duckdb(path: folder.file("w.duckdb"))
            try await engine.execute("CREATE TABLE IF NOT EXISTS t (n BIGINT)")
            try await engine.execute("INSERT INTO t VALUES (?)", [.int(round)])
            #expect(try await engine.query("SELECT count(*) AS n, pmod(-1, 7) AS m FROM t").single().int("n") == round)
            await engine.close()
        }
    }

    @Test("a closed engine answers that it is closed")
    func closed() async throws {
        let engine = try await Engines.duckdb()
        await engine.close()
        await #expect(throws: EngineProblem.closed) { try await engine.query("SELECT 1 AS n") }
    }
}
