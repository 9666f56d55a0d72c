import Synchronization

/// A clock that stands still until it is moved: for tests and simulations.
package final class VirtualClock: Sendable {
    private struct State {
        var now: Instant
        var nextSleeper = 0
        var sleepers: [Int: (deadline: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
    }
    private let state: Mutex<State>

    package init(at start: Instant) { state = Mutex(State(now: start)) }

    package var clock: Clock {
        Clock(now: { self.state.withLock { $0.now } }, sleepUntil: { try await self.sleep(until: $0) })
    }

    /// Moves time forward and wakes, in order of their deadlines, all who slept until then.
    package func advance(by duration: Duration) {
        advance(to: state.withLock { $0.now } + duration)
    }

    /// Time never goes back: an earlier moment changes nothing.
    package func advance(to moment: Instant) {
        let woken = state.withLock { state in
            state.now = max(state.now, moment)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for key in due.keys { state.sleepers[key] = nil }
            return due.values.sorted { $0.deadline < $1.deadline }.map(\.continuation)
        }
        for continuation in woken { continuation.resume() }
    }

    /// How many tasks sleep: a test waits for it before it moves the clock.
    package var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    private func sleep(until deadline: Instant) async throws {
        let key = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<Void, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if deadline <= state.now { return .success(()) }
                    state.sleepers[key] = (deadline, continuation)
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: key) }?.continuation.resume(throwing: CancellationError())
        }
    }
}
