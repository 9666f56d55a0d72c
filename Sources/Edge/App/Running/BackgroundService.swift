import ServiceLifecycle

/// Work that goes on until the server stops; stopping cancels it.
struct BackgroundService: Service, CustomStringConvertible {
    var description: String { "background work" }
    let work: @Sendable () async throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await work() }
    }
}
