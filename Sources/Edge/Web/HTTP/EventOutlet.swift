package import Kernel

/// Writes server-sent events (HTML standard, section 9.2).
package struct EventOutlet: Sendable {
    let outlet: Outlet

    /// One event. Line breaks in `data` are kept.
    package func send(_ name: String, _ data: String) async throws {
        let lines = data.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }.joined()
        try await outlet.write("event: \(name)\n\(lines)\n")
    }

    /// Keeps proxies from closing a quiet connection, and notices a reader who has gone.
    package func beat() async throws { try await outlet.write(": \n\n") }

    /// Calls `each` with every element until it answers `false`, with a beat every 15 seconds meanwhile.
    package func follow<Element: Sendable>(
        _ elements: AsyncStream<Element>, clock: Clock, _ each: @escaping @Sendable (Element) async throws -> Bool
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while true {
                    try await clock.sleep(until: clock.now() + .seconds(15))
                    try await beat()
                }
            }
            group.addTask { for await element in elements where try await !each(element) { break } }
            try await group.next()
            group.cancelAll()
        }
    }
}
