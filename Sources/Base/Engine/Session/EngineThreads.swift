internal import Foundation

/// The engine's own threads. Driver calls block, so they run neither on event loops nor on Swift's own few threads.
/// Threads are started when work waits and none is free, up to `most`; they end with the engine.
///
/// `@unchecked Sendable`: all state is under `condition`.
final class EngineThreads: @unchecked Sendable {
    private let condition = NSCondition()
    private let most: Int
    private var waiting: [@Sendable () -> Void] = []
    private var idle = 0
    private var running = 0
    private var ended = false

    init(most: Int) { self.most = most }

    /// Runs `work` soon, on a thread of ours.
    func submit(_ work: @escaping @Sendable () -> Void) {
        condition.lock()
        defer { condition.unlock() }
        waiting.append(work)
        if idle >= waiting.count {
            condition.signal()
        } else if running < most {
            running += 1
            let thread = Thread { self.serve() }
            thread.name = "engine"
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    /// Runs `work` to its end, whether or not the calling task is cancelled.
    func finish<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            submit { continuation.resume(with: Result(catching: work)) }
        }
    }

    /// Lets the threads go once nothing waits.
    func end() {
        condition.lock()
        defer { condition.unlock() }
        ended = true
        condition.broadcast()
    }

    private func serve() {
        while let work = next() { work() }
    }

    private func next() -> (@Sendable () -> Void)? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty {
            if ended {
                running -= 1
                return nil
            }
            idle += 1
            condition.wait()
            idle -= 1
        }
        return waiting.removeFirst()
    }
}
