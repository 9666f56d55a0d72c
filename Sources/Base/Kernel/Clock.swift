/// Where the program gets the time from. It is passed in, never reached for: tests and simulations move it by hand,
/// so that months of deadlines and quarters run in milliseconds.
package struct Clock: Sendable {
    private let read: @Sendable () -> Instant
    private let wait: @Sendable (Instant) async throws -> Void

    package init(now: @escaping @Sendable () -> Instant, sleepUntil: @escaping @Sendable (Instant) async throws -> Void)
    {
        read = now
        wait = sleepUntil
    }

    package func now() -> Instant { read() }

    /// Returns when the clock has reached `deadline`, at once if it has passed; throws `CancellationError` when cancelled.
    package func sleep(until deadline: Instant) async throws { try await wait(deadline) }
}
