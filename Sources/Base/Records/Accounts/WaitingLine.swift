import Foundation
import Synchronization

/// Heavy work, one piece at a time, on a thread that is not the server's. Who finds the line full is sent away at once.
final class WaitingLine: Sendable {
    private let queue: DispatchQueue
    private let longest: Int
    private let waiting = Mutex(0)

    init(name: String, longest: Int) {
        queue = DispatchQueue(label: name)
        self.longest = longest
    }

    func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let mayWait = waiting.withLock { count in
            if count >= longest { return false }
            count += 1
            return true
        }
        if !mayWait { throw AccessProblem.tooBusy }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
