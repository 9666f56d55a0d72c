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
}
