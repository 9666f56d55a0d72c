import GRDB
import Kernel
import TestKit
import Testing

@testable import Store

@Suite struct UpkeepTests {
    @Test("old slots, jobs and sessions are forgotten; what is young, unfinished or audited stays")
    func forgetting() async throws {
        let virtual = VirtualClock(at: Instant(seconds: 1_800_000_000))
        let store = try Store(inMemory: virtual.clock)
        let jobs = JobStore(store)
        let old = try await jobs.enqueue("old", 1, by: .system)
        try await jobs.cancel(old.id, by: .system)
        let waiting = try await jobs.enqueue("waiting", 1, by: .system)
        virtual.advance(by: .seconds(399 * 86_400))
        let young = try await jobs.enqueue("young", 1, by: .system)
        try await jobs.cancel(young.id, by: .system)
        virtual.advance(by: .seconds(2 * 86_400))
        let entries = try await store.read { try store.audit.entries($0).count }
        try await store.write { try Upkeep.forget($0, at: virtual.clock.now()) }
        #expect(try await jobs.latest().map(\.id) == [young.id, waiting.id])
        #expect(try await store.read { try store.audit.verify($0) } == .intact(entries: Int64(entries)))
    }

    @Test("what is asked often is found by an index, not by reading a whole table")
    func plans() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 0)).clock)
        let questions = [
            "SELECT * FROM session WHERE token_hash = x'00'", "SELECT * FROM session WHERE account_id = 1",
            "SELECT * FROM api_token WHERE token_hash = x'00'", "SELECT * FROM account WHERE name_key = 'a'",
            "SELECT * FROM job WHERE state = 'queued' ORDER BY job_id",
            "SELECT * FROM job WHERE unique_key = 'k' AND state IN ('queued', 'running')",
            "SELECT * FROM slot WHERE task = 't' ORDER BY due_at DESC LIMIT 20",
            "SELECT * FROM audit_entry WHERE subject = 's' ORDER BY audit_entry_id DESC LIMIT 100",
            "SELECT * FROM audit_entry WHERE audit_entry_id < 5 ORDER BY audit_entry_id DESC LIMIT 100",
            "SELECT * FROM known_device WHERE device_hash = x'00' AND account_id = 1",
        ]
        for question in questions {
            let plan = try await store.read { db in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + question).map { $0["detail"] as String }
            }
            #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(question): \(plan)")
        }
    }

    @Test("migrations are numbered one after another")
    func numbers() {
        for (index, migration) in Migration.all.enumerated() {
            #expect(migration.name.hasPrefix(padded(index + 1, 3) + "-"), "\(migration.name)")
        }
    }
}
