import Hummingbird
import Kernel
import Logging
import NIOCore
package import ServiceLifecycle

/// Serves a site on one address until it is told to stop.
package struct WebServer: Service {
    private let site: Site
    private let host: String
    private let port: Int
    private let ready: @Sendable () async -> Void

    /// `ready` is called once, when the first page can be asked for.
    package init(_ site: Site, host: String, port: Int, ready: @escaping @Sendable () async -> Void) {
        self.site = site
        self.host = host
        self.port = port
        self.ready = ready
    }

    /// - Throws: `ServerProblem` when the address cannot be taken.
    package func run() async throws {
        let ready = ready
        let server = Application(
            responder: SiteResponder(site),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { _ in await ready() },
            logger: Logger(label: "web") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await server.run()
        } catch let error as IOError {
            throw ServerProblem(error, host: host, port: port)
        }
    }
}
