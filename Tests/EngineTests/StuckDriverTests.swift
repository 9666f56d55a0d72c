import Kernel
import Testing

@testable import Engine

@Suite("A driver that hangs")
struct StuckDriverTests {
    @Test(
        "DA-01 a caller is let go in time when neither the statement nor its cancel comes back", .timeLimit(.minutes(1))
    )
    func letGo() async throws {
        let configuration = EngineConfiguration.spark(uri: "sc://stuck", library: EngineLibrary(driver: ""))
        // The prelude's statements fail at once, and opening with them.
        let refused = await #expect(throws: EngineProblem.self) {
            try await Engine.open(configuration, grace: .seconds(10)) { StuckDriver.library() }
        }
        #expect(refused?.code == "engine.failed")
        let threads = EngineThreads(most: 8)
        let database = try DatabaseHandle(StuckDriver.library(), options: [])
        let engine = Engine(configuration, threads, database, grace: .milliseconds(300))
        let connection = try Connection(database)
        let session = EngineSession(engine: engine, connection: connection)
        let elapsed = await ContinuousClock().measure {
            await #expect(throws: EngineProblem.timedOut(sql: "HANG", after: .milliseconds(100))) {
                try await session.query("HANG", timeout: .milliseconds(100))
            }
        }
        #expect(elapsed < .seconds(2.5), "\(elapsed)")
        #expect(!connection.isUsable)
        await #expect(throws: EngineProblem.closed) { try await session.query("HANG") }
    }
}
