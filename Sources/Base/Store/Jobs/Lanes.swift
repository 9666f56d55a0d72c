import Synchronization

/// Which lanes are taken by running jobs, and how many places there are.
final class Lanes: Sendable {
    private struct State {
        var running = 0
        var busy: Set<String> = []
    }
    private let width: Int
    private let state = Mutex(State())

    init(width: Int) { self.width = width }

    /// The lanes that are taken, or `nil` while there is no free place at all.
    var busy: Set<String>? { state.withLock { $0.running < width ? $0.busy : nil } }

    func enter(_ lane: String?) {
        state.withLock { state in
            state.running += 1
            if let lane { state.busy.insert(lane) }
        }
    }

    func leave(_ lane: String?) {
        state.withLock { state in
            state.running -= 1
            if let lane { state.busy.remove(lane) }
        }
    }
}
