import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct SetupLinkTests {
    let virtual: VirtualClock
    let accounts: AccountStore
    let links: SetupLinks

    init() throws {
        virtual = VirtualClock(at: Instant(seconds: 1_800_000_000))
        let store = try Store(inMemory: virtual.clock)
        accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        links = SetupLinks(store, accounts: accounts)
    }

    private func issue() async throws -> Secret { try #require(try await links.issue()) }

    @Test("the link makes one administrator and is then used up")
    func once() async throws {
        let link = try await issue()
        let account = try await links.redeem(link, name: "林静", password: "correct horse 9")
        #expect(account.roles == [.administrator])
        #expect(try await accounts.isPassword("correct horse 9", of: account.id))
        await #expect(throws: AccessProblem.alreadySetUp) {
            try await links.redeem(link, name: "other", password: "correct horse 9")
        }
        #expect(try await links.issue() == nil)
    }

    @Test("two people with the same link at the same moment make one administrator")
    func racing() async throws {
        let link = try await issue()
        let made = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    do { _ = try await links.redeem(link, name: "root-\(number)", password: "correct horse 9") } catch {
                        return false
                    }
                    return true
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        #expect(try await accounts.all().count == 1)
    }

    @Test("an expired link, one replaced by a later one, and an invented one are refused alike")
    func refused() async throws {
        let first = try await issue()
        let second = try await issue()
        for link in [first, Secret("invented")] {
            await #expect(throws: AccessProblem.setupLinkInvalid) { try await links.check(link) }
            await #expect(throws: AccessProblem.setupLinkInvalid) {
                try await links.redeem(link, name: "root", password: "correct horse 9")
            }
        }
        try await links.check(second)
        virtual.advance(by: .seconds(86_400))
        await #expect(throws: AccessProblem.setupLinkInvalid) { try await links.check(second) }
    }

    @Test("a weak password or an unfit name does not use the link up")
    func secondTry() async throws {
        let link = try await issue()
        await #expect(throws: AccessProblem.passwordTooShort(least: 10)) {
            try await links.redeem(link, name: "root", password: "short")
        }
        await #expect(throws: AccessProblem.nameUnfit) {
            try await links.redeem(link, name: "", password: "correct horse 9")
        }
        _ = try await links.redeem(link, name: "root", password: "correct horse 9")
    }
}
