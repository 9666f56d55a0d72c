import Foundation

extension Clock {
    /// The machine's own time: used by the running server only.
    package static let system = Clock(
        now: { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) },
        sleepUntil: { deadline in
            let now = Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
            if deadline > now { try await Task.sleep(for: deadline - now) }
        })
}
