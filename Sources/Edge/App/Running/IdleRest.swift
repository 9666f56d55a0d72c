import Kernel
import Logging

/// Gives memory back once nobody has asked the warehouse anything for a while, so that a server nobody uses stays small.
struct IdleRest: Sendable {
    let clock: Clock
    /// How many questions the warehouse was ever asked.
    let questionCount: @Sendable () -> Int
    /// Gives the warehouse's memory back; `false` where somebody is asking it something just now.
    let giveBack: @Sendable () async throws -> Bool

    /// The warehouse rests when it was not asked anything between two looks.
    static let interval: Duration = .seconds(120)

    func run() async throws {
        var last = questionCount()
        var hasRested = false
        while true {
            try await clock.sleep(until: clock.now() + IdleRest.interval)
            let now = questionCount()
            if now != last {
                hasRested = false
            } else if !hasRested {
                do { hasRested = try await giveBack() } catch { Log.program.error("giving memory back: \(error)") }
            }
            last = questionCount()
        }
    }
}
