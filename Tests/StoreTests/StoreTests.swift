import GRDB
import Kernel
import TestKit
import Testing

@testable import Store

@Suite struct StoreTests {
    let temporary: TemporaryFolder
    let store: Store

    init() throws {
        temporary = try TemporaryFolder()
        let folder = try DataFolder.open(temporary.file("data"))
        store = try Store(folder: folder, clock: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
    }

    @Test("commits are on disk before they are answered: WAL, synchronous FULL, foreign keys on")
    func durable() async throws {
        let found = try await store.write { db in
            [
                try String.fetchOne(db, sql: "PRAGMA journal_mode"), try String.fetchOne(db, sql: "PRAGMA synchronous"),
                try String.fetchOne(db, sql: "PRAGMA foreign_keys"),
            ]
        }
        #expect(found == ["wal", "2", "1"])
    }

    @Test("every table is strict")
    func strict() async throws {
        let loose = try await store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'
                        AND name <> 'grdb_migrations'
                    """)
        }
        #expect(loose == [])
    }

    @Test("what a transaction wrote before it failed is gone, its audit entries too")
    func rolledBack() async throws {
        struct Stop: Error {}
        let settings = SettingStore(store)
        await #expect(throws: Stop.self) {
            try await store.write { db in
                try settings.set(db, "a", "1", by: .system)
                throw Stop()
            }
        }
        #expect(try await store.read { try settings.value($0, "a") } == nil)
        #expect(try await store.read { try store.audit.verify($0) } == .intact(entries: 0))
    }

    @Test("settings are kept over a restart; each change is logged once")
    func settings() async throws {
        let settings = SettingStore(store)
        var company = try await settings.company()
        #expect(company.zone.identifier == "Asia/Shanghai")
        #expect(company.tour == .notChosen)
        company.name = Text(zh: "云杉茶业", en: "Spruce Tea")
        company.tour = .demonstration
        try await settings.save(company, by: .commandLine)
        let entries = try await store.read { try store.audit.entries($0).count }
        try await settings.save(company, by: .commandLine)
        #expect(try await settings.company() == company)
        #expect(try await store.read { try store.audit.entries($0).count } == entries)
        #expect(
            try await store.read { try store.audit.entries($0, subject: "setting:company.tour").map(\.author) } == [
                "command-line"
            ])
    }
}
