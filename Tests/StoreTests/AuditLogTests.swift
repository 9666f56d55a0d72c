import GRDB
import Kernel
import TestKit
import Testing

@testable import Store

@Suite struct AuditLogTests {
    let store: Store

    init() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        self.store = store
        try await store.write { db in
            for number in 1...20 {
                try store.audit.append(
                    db, author: .account(id: 7, name: "林静"), action: "price.change", subject: "product:\(number)",
                    detail: ["to": "\(number * 100)"])
            }
        }
    }

    private func check() async throws -> AuditCheck { try await store.read { try store.audit.verify($0) } }

    /// What somebody with the file in hand could do: the triggers are in the file too.
    private func tamper(_ sql: String) async throws {
        try await store.write { db in
            try db.execute(sql: "DROP TRIGGER audit_entry_not_changed; DROP TRIGGER audit_entry_not_removed;")
            try db.execute(sql: sql)
        }
    }

    @Test("an untouched log is intact")
    func intact() async throws { #expect(try await check() == .intact(entries: 20)) }

    @Test(
        "the program itself cannot change or remove an entry",
        arguments: ["UPDATE audit_entry SET author = 'nobody'", "DELETE FROM audit_entry WHERE audit_entry_id = 20"])
    func refused(sql: String) async throws {
        await #expect(throws: DatabaseError.self) { try await store.write { try $0.execute(sql: sql) } }
        #expect(try await check() == .intact(entries: 20))
    }

    @Test(
        "a change of any field of any entry is found at that entry",
        arguments: ["at", "author", "action", "subject", "detail"])
    func altered(column: String) async throws {
        try await tamper("UPDATE audit_entry SET \(column) = \(column) || 'x' WHERE audit_entry_id = 13")
        #expect(try await check() == .broken(at: 13, why: .altered))
    }

    @Test("an entry that was removed is missed, in the middle and at the end")
    func removed() async throws {
        try await tamper("DELETE FROM audit_entry WHERE audit_entry_id = 20")
        #expect(try await check() == .broken(at: 20, why: .missing))
        try await store.write { try $0.execute(sql: "DELETE FROM audit_entry WHERE audit_entry_id = 4") }
        #expect(try await check() == .broken(at: 4, why: .missing))
    }

    @Test("an entry forged with a correct hash of its own does not fit its successor")
    func forged() async throws {
        try await tamper("DELETE FROM audit_entry WHERE audit_entry_id = 9")
        try await store.write { db in
            let before = try AuditEntry.fetchOne(db, sql: "SELECT * FROM audit_entry WHERE audit_entry_id = 8")
            let forged = AuditEntry(
                following: before?.hash ?? [], at: Instant(seconds: 0), author: "system", action: "price.change",
                subject: "product:9", detail: "{}")
            try forged.insert(db)
            try db.execute(sql: "UPDATE audit_entry SET audit_entry_id = 9 WHERE audit_entry_id = 21")
        }
        #expect(try await check() == .broken(at: 10, why: .detached))
    }
}
