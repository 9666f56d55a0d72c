package import Foundation
package import Kernel
package import Records
package import Store
package import Warehouse

/// Everything the pages may use, made once in App and handed on.
package struct AppContext: Sendable {
    package let store: Store
    package let warehouse: Warehouse
    package let clock: Clock
    package let settings: SettingStore
    package let accounts: AccountStore
    package let sessions: SessionStore
    package let tokens: TokenStore
    package let setupLinks: SetupLinks
    package let signIn: SignIn
    package let jobs: JobStore
    /// Declared records and their areas.
    package let desk: RecordDesk
    /// What the kinds of jobs are called.
    package let jobNames: [String: Text]
    /// The data folder's `files`: uploads, quarantined rows, exports on their way.
    package let files: URL
    /// The largest file that may be sent in.
    package var uploadLimit = 1 << 30
    /// Lists with more rows are exported in the background.
    package var exportLimit: Int64 = 100_000
    package let version: String
    package let assets: Assets
    package let network: NetworkTrust
    package let traffic: Traffic
    /// Where what is our own fault is written down.
    package let log: @Sendable (String) -> Void
    /// Begins the demonstration company as a job and returns its number; `nil` where it is not offered.
    package var startDemonstration: (@Sendable (Author) async throws -> Int64)?

    /// In which the company counts its days: printed on every report.
    package var zone: BusinessZone { warehouse.zone }
    package var currency: Currency { warehouse.currency }

    package init(
        store: Store, warehouse: Warehouse, jobs: JobStore, records: RecordDesk, jobKinds: [JobKind] = [], files: URL,
        version: String,
        assets: Assets,
        network: NetworkTrust = NetworkTrust(),
        hasher: PasswordHasher = PasswordHasher(), limits: SignInThrottle.Limits = .standard,
        sessionLimits: Session.Limits = Session.Limits(), log: @escaping @Sendable (String) -> Void
    ) {
        self.store = store
        self.warehouse = warehouse
        clock = store.clock
        settings = SettingStore(store)
        accounts = AccountStore(store, hasher: hasher)
        sessions = SessionStore(store, limits: sessionLimits)
        tokens = TokenStore(store)
        setupLinks = SetupLinks(store, accounts: accounts)
        signIn = SignIn(store, accounts: accounts, sessions: sessions, limits: limits)
        self.jobs = jobs
        desk = records
        jobNames = Dictionary(jobKinds.map { ($0.id, $0.name) }) { first, _ in first }
        self.files = files
        self.version = version
        self.assets = assets
        self.network = network
        traffic = Traffic()
        self.log = log
    }
}
