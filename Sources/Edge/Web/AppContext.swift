package import Kernel

/// Everything the pages may use, made once in App and handed on.
package struct AppContext: Sendable {
    package var clock: Clock
    package var version: String
    package var assets: Assets
    package var network: NetworkTrust
    package var traffic: Traffic
    /// Who holds this session cookie?
    package var signedBySession: @Sendable (String) async throws -> Signed?
    /// Where what is our own fault is written down.
    package var log: @Sendable (String) -> Void

    package init(
        clock: Clock, version: String, assets: Assets, network: NetworkTrust = NetworkTrust(), traffic: Traffic = Traffic(),
        signedBySession: @escaping @Sendable (String) async throws -> Signed? = { _ in nil },
        log: @escaping @Sendable (String) -> Void
    ) {
        self.clock = clock
        self.version = version
        self.assets = assets
        self.network = network
        self.traffic = traffic
        self.signedBySession = signedBySession
        self.log = log
    }
}
