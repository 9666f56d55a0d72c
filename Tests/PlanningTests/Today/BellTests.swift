import Kernel
import Records
import Store
import Synchronization
import Testing

import class GRDB.Database

@testable import Planning

/// The bell stands on every page, so it must cost next to nothing.
@Suite struct BellTests {
    @Test("AD-07 the bell asks the database once a page, and reads what waits only after something has changed")
    func statements() async throws {
        let example = try await PlanTextExample()
        let store = DutyStore(example.records, zone: .utc)
        let seen = Mutex<[String]>([])
        try await example.records.store.read { db in
            db.trace { event in
                let sql = event.description
                if sql.hasPrefix("SELECT") { seen.withLock { $0.append(sql) } }
            }
        }
        func count(_ reader: RecordAuthor) async throws -> Int {
            seen.withLock { $0 = [] }
            _ = try await store.duties(for: reader)
            return seen.withLock { $0.count }
        }
        #expect(try await count(example.marketing) > 3)
        #expect(try await count(example.marketing) == 1)
        #expect(try await count(example.executive) > 3, "what waits for one says nothing of another")
        for _ in 0..<3 {
            #expect(try await count(example.marketing) == 1)
            #expect(try await count(example.executive) == 1)
        }
        try await example.records.create(
            .risk, ["title": .text("舆情"), "kind": .text("sentiment")], by: example.marketing)
        #expect(try await count(example.marketing) > 3)
        #expect(try await count(example.marketing) == 1)
    }

    @Test("AD-07 a token that may see less is told less than the account, also after the account asked")
    func token() async throws {
        let example = try await PlanTextExample()
        let store = DutyStore(example.records, zone: .utc)
        let account = try #require(example.marketing.account)
        let risk = try await example.records.create(
            .risk, ["title": .text("舆情"), "kind": .text("sentiment"), "owner": .whole(account.id)],
            by: example.marketing)
        try await example.records.move(risk, from: 1, "warn", by: example.marketing)
        #expect(try await store.duties(for: example.marketing).map(\.kind) == [.risk])
        let narrow = RecordAuthor(account) { _, _ in false }
        #expect(try await store.duties(for: narrow).isEmpty)
        #expect(try await store.duties(for: example.marketing).map(\.kind) == [.risk])
    }
}
