import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct AccountStoreTests {
    let store: Store
    let accounts: AccountStore

    init() throws {
        store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
    }

    @discardableResult
    private func add(_ name: String, _ roles: Set<Role> = [.marketing]) async throws -> Account {
        try await accounts.add(
            AccountDraft(name: name, roles: roles, regions: ["east"], dealers: ["D001"]), password: "correct horse 9",
            by: .commandLine)
    }

    @Test("WF-07 an account is found again with its roles, regions and dealers")
    func added() async throws {
        let account = try await add("林静", [.marketing, .regionManager])
        #expect(try await accounts.find(account.id) == account)
        #expect(account.roles == [.marketing, .regionManager])
        #expect(account.regions == ["east"])
        #expect(try await accounts.isPassword("correct horse 9", of: account.id))
        #expect(try await !accounts.isPassword("correct horse 8", of: account.id))
    }

    @Test("names that look alike are one name", arguments: ["LIN", "lin", "ｌｉｎ"])
    func sameName(name: String) async throws {
        try await add("Lin")
        await #expect(throws: AccessProblem.nameTaken(name)) { try await add(name) }
    }

    @Test(
        "unfit names are refused",
        arguments: ["", "a", " lin", "lin ", "li\u{7}n", "a:b", String(repeating: "x", count: 65)])
    func unfitName(name: String) async {
        await #expect(throws: AccessProblem.nameUnfit) { try await add(name) }
    }

    @Test("the last active administrator can neither be disabled nor lose the role")
    func lastAdministrator() async throws {
        let first = try await add("first", [.administrator])
        let plain = AccountDraft(name: "first", roles: [.marketing])
        await #expect(throws: AccessProblem.lastAdministrator) {
            try await accounts.disable(first.id, by: .commandLine)
        }
        await #expect(throws: AccessProblem.lastAdministrator) {
            try await accounts.setRights(of: first.id, to: plain, by: .commandLine)
        }
        let second = try await add("second", [.administrator])
        try await accounts.disable(first.id, by: second.author)
        await #expect(throws: AccessProblem.lastAdministrator) {
            try await accounts.disable(second.id, by: second.author)
        }
    }

    @Test("every change of an account is in the audit log, and no password is")
    func audited() async throws {
        let account = try await add("lin")
        try await accounts.setPassword(of: account.id, to: "another horse 7", by: account.author)
        try await accounts.setRights(of: account.id, to: AccountDraft(name: "lin", roles: [.analyst]), by: .commandLine)
        try await accounts.disable(account.id, by: .commandLine)
        try await accounts.enable(account.id, by: .commandLine)
        let entries = try await store.read { try store.audit.entries($0) }
        #expect(
            entries.map(\.action).reversed() == [
                "account.add", "account.password", "account.rights", "account.disable", "account.enable",
            ])
        #expect(!entries.contains { $0.detail.contains("horse") || $0.detail.contains("argon2") })
    }
}
