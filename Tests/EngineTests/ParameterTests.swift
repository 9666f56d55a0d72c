import Engine
import Kernel
import Testing

@Suite("Bound values")
struct ParameterTests {
    static let values: [EngineValue] = [
        .bool(true), .int(.min), .double(-0.5), .text("a'; DROP TABLE t; --"), .text(""), .text("运筹"),
        .day(Day(daysSince1970: -1)),
        .instant(Instant(microseconds: 1)), .decimal("-12.30"), .list([1, 2, 3]), .list(["a", .null]), .null,
    ]

    @Test("DA-01 a bound value comes back as it went in", arguments: values)
    func echo(_ value: EngineValue) async throws {
        let engine = try await Engines.duckdb()
        #expect(try await engine.query("SELECT ? AS v", [value]).column("v") == [value])
        await engine.close()
    }

    @Test("DA-01 bound values never reach the next statement, and too few or too many are refused")
    func isolation() async throws {
        let engine = try await Engines.duckdb()
        try await engine.withSession { (session: EngineSession) async throws -> Void in
            for n in 0..<50 {
                #expect(
                    try await session.query("SELECT ? + ? AS v", [.int(Int64(n)), 1]).single().int("v") == Int64(n) + 1)
                #expect(try await session.query("SELECT 7 AS v").single().int("v") == 7)
            }
            await #expect(throws: EngineProblem.self) { try await session.query("SELECT ? AS v") }
            await #expect(throws: EngineProblem.self) { try await session.query("SELECT ? AS v", [1, 2]) }
            #expect(try await session.query("SELECT 8 AS v").single().int("v") == 8)
        }
        await engine.close()
    }

    @Test("DA-01 a failed statement says its SQL and the engine's reason, in both languages")
    func failure() async throws {
        let engine = try await Engines.duckdb()
        let problem = await #expect(throws: EngineProblem.self) {
            try await engine.query("SELECT nothing FROM nowhere")
        }
        guard case .failed(let sql, let reason) = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(sql == "SELECT nothing FROM nowhere" && reason.contains("nowhere"))
        #expect(problem?.text.zh.contains("查询执行失败") == true && problem?.text.en.contains("The query failed") == true)
        await engine.close()
    }
}
