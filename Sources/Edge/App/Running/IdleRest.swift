import Engine
import Kernel
import Logging

/// Gives memory back once nobody has asked the warehouse anything for a while, so that a server nobody uses stays small.
struct IdleRest: Sendable {
    let engine: Engine
    let clock: Clock

    /// The warehouse rests when it was not asked anything between two looks.
    static let interval: Duration = .seconds(120)

    func run() async throws {
        var last = engine.questionCount
        var hasRested = false
        while true {
            try await clock.sleep(until: clock.now() + IdleRest.interval)
            let now = engine.questionCount
            if now != last {
                hasRested = false
            } else if !hasRested {
                do { hasRested = try await engine.giveBackMemory() } catch {
                    Log.program.error("giving memory back: \(error)")
                }
            }
            last = engine.questionCount
        }
    }
}
