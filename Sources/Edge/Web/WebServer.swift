import Hummingbird
import Kernel
import Logging
import NIOCore
import ServiceLifecycle

/// Serves a site on one address until it is told to stop.
package struct WebServer: Service, CustomStringConvertible {
    private let site: Site
    private let host: String
    private let port: Int
    private let ready: @Sendable (_ port: Int) async -> Void

    /// The services' group writes its members into its log: without this, with every byte of every asset.
    package var description: String { "web server on \(host):\(port)" }

    /// `ready` is called once, when the first page can be asked for, with the port that was taken (port 0: any free one).
    package init(_ site: Site, host: String, port: Int, ready: @escaping @Sendable (_ port: Int) async -> Void) {
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
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "web") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await server.run()
        } catch let error as IOError {
            throw ServerProblem(error, host: host, port: port)
        }
    }
}
