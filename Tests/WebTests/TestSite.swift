import Engine
import Foundation
import Kernel
import Planning
import Records
import Store
import Testing
import Warehouse

@testable import Web

/// A whole site in memory: its own store, a warehouse of its own, a clock that is moved by hand.
struct TestSite: Sendable {
    let time: VirtualClock
    let app: AppContext
    let site: Site
    let faults: Faults

    static let password = "correct horse 9"

    /// What the site wrote down as its own fault.
    actor Faults {
        private(set) var lines: [String] = []
        func add(_ line: String) { lines.append(line) }
    }

    init(
        trustedProxies: Set<String> = [], assets: Assets = .none, exportLimit: Int64? = nil, allRecords: Bool = false,
        more routes: @Sendable (AppContext) -> [Route] = { _ in [] }
    ) async throws {
        time = VirtualClock(at: Instant(seconds: 1_800_000_000))
        let faults = Faults()
        let store = try Store(inMemory: time.clock)
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        let zone = try #require(BusinessZone("Asia/Shanghai"))
        var app = AppContext(
            store: store, warehouse: try await Warehouse.open(engine: engine, zone: zone), jobs: JobStore(store),
            records: try RecordDesk(
                store, areas: allRecords ? PlanningTypes.areas : Self.few(PlanningTypes.areas),
                currency: .cny, zone: zone),
            files: Self.emptyFolder(),
            version: "test", assets: assets, network: NetworkTrust(trustedProxies: trustedProxies),
            hasher: PasswordHasher(cost: .least), log: { line in Task { await faults.add(line) } })
        if let exportLimit { app.exportLimit = exportLimit }
        self.app = app
        self.faults = faults
        site = Site(app: app, routes: AllRoutes.make(app) + routes(app))
    }

    /// A few kinds of records, with what they link to: routes follow from the kind by one function, and walking those of
    /// all kinds with every role would take minutes. `every` of them open in `RecordPagesTests`.
    static let fewTypes = ["pest_card", "competitor_sign", "strategic_bucket", "task"]

    private static func few(_ areas: [RecordArea]) -> [RecordArea] {
        let all = Dictionary(uniqueKeysWithValues: areas.flatMap(\.types).map { ($0.id, $0) })
        var wanted = Set(fewTypes)
        var open = fewTypes
        while let id = open.popLast() {
            for target in all[id]?.fields.compactMap(\.kind.linkTarget) ?? [] where wanted.insert(target).inserted {
                open.append(target)
            }
        }
        return areas.map { RecordArea($0.id, $0.name, $0.types.filter { wanted.contains($0.id) }) }
    }

    /// Where the site keeps files: made when the first one comes.
    private static func emptyFolder() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("yunchou-site-" + UUID().uuidString)
    }

    func account(_ name: String, _ roles: Set<Role>) async throws -> Account {
        try await app.accounts.add(
            AccountDraft(name: name, roles: roles, regions: ["east"], dealers: ["D001"]), password: Self.password,
            by: .commandLine)
    }

    /// A browser that nobody has signed in with.
    func browser(peer: String = "192.0.2.7") -> TestBrowser { TestBrowser(site: site, peer: peer) }

    /// A browser in which a new account of that role is signed in.
    func browser(as role: Role) async throws -> TestBrowser {
        try await browser(of: try await account("\(role.rawValue) person", [role]))
    }

    func browser(of account: Account) async throws -> TestBrowser {
        let browser = browser()
        let (secret, _) = try await app.sessions.begin(for: account, address: "192.0.2.7")
        browser.cookies["yunchou_session"] = secret.text
        return browser
    }
}
