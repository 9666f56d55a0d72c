import Synchronization

/// Tells every listener what happens from the moment it began to listen. A listener that is slow misses the oldest news.
final class Broadcast<News: Sendable>: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<News>.Continuation] = [:]
        var next = 0
    }
    private let state = Mutex(State())

    func send(_ news: News) {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield(news) }
    }

    func listen(keeping count: Int = 256) -> AsyncStream<News> {
        let (stream, continuation) = AsyncStream.makeStream(of: News.self, bufferingPolicy: .bufferingNewest(count))
        let key = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.listeners[key] = nil } }
        return stream
    }
}
