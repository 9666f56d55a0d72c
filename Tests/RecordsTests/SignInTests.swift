import Kernel
import Store
import Synchronization
import TestKit
import Testing

@testable import Records

@Suite struct SignInTests {
    let virtual: VirtualClock
    let store: Store
    let accounts: AccountStore
    let signIn: SignIn
    static let right = "correct horse 9"

    init() async throws {
        virtual = VirtualClock(at: Instant(seconds: 1_800_000_000))
        store = try Store(inMemory: virtual.clock)
        accounts = AccountStore(store, hasher: PasswordHasher(cost: .least, waiting: 10_000))
        signIn = SignIn(store, accounts: accounts, sessions: SessionStore(store))
        for name in ["root", "lin"] {
            try await accounts.add(
                AccountDraft(name: name, roles: [name == "root" ? .administrator : .marketing]), password: Self.right,
                by: .commandLine)
        }
    }

    /// `nil` when it was let in.
    private func problem(
        _ name: String = "root", _ password: String = "wrong horse 0", from address: String, device: Secret? = nil
    ) async throws -> AccessProblem? {
        do { _ = try await signIn.attempt(name: name, password: password, address: address, device: device) } catch {
            return try #require(error as? AccessProblem)
        }
        return nil
    }

    /// As long as somebody is only made to wait, time passes.
    private func letInEventually(from address: String, device: Secret? = nil) async throws -> Bool {
        async let answer = problem("root", Self.right, from: address, device: device)
        for _ in 0..<2000 {
            if virtual.sleeperCount > 0 { virtual.advance(by: .seconds(1)) }
            try await Task.sleep(for: .microseconds(100))
        }
        return try await answer == nil
    }

    @Test("the right password opens a session; a wrong one, an unknown name and a disabled account get the same answer")
    func answers() async throws {
        let entrance = try await signIn.attempt(name: "LIN", password: Self.right, address: "10.0.0.1")
        #expect(entrance.account.name == "lin")
        #expect(try await SessionStore(store).signedIn(entrance.secret).account == entrance.account)
        #expect(try await problem("lin", from: "10.0.0.1") == .wrongNameOrPassword)
        #expect(try await problem("nobody", from: "10.0.0.1") == .wrongNameOrPassword)
        try await accounts.disable(entrance.account.id, by: .commandLine)
        #expect(try await problem("lin", Self.right, from: "10.0.0.1") == .wrongNameOrPassword)
    }

    @Test(
        "after five wrong tries each further one has to wait twice as long; refused tries don't prolong it; a right one ends it"
    )
    func doubling() async throws {
        for _ in 0..<5 { #expect(try await problem(from: "10.0.0.1") == .wrongNameOrPassword) }
        for wait in [2, 4, 8, 16, 32] {
            for _ in 0..<3 { #expect(try await problem(from: "10.0.0.1") == .tooManyTries(waitSeconds: wait)) }
            virtual.advance(by: .seconds(Int64(wait)))
            #expect(try await problem(from: "10.0.0.1") == .wrongNameOrPassword)
        }
        virtual.advance(by: .seconds(64))
        #expect(try await problem("root", Self.right, from: "10.0.0.1") == nil)
        #expect(try await problem(from: "10.0.0.1") == .wrongNameOrPassword)
    }

    @Test("a stranger who tries the administrator's name all day does not keep her out, from her own address")
    func elsewhere() async throws {
        for _ in 0..<200 { _ = try await problem(from: "203.0.113.9") }
        #expect(try await problem(from: "203.0.113.9") != .wrongNameOrPassword)
        #expect(try await letInEventually(from: "10.0.0.1"))
    }

    @Test("not even from the very same address, in a browser that was let in before")
    func sameAddress() async throws {
        let entrance = try await signIn.attempt(name: "root", password: Self.right, address: "127.0.0.1")
        for _ in 0..<100 {
            _ = try await problem(from: "127.0.0.1")
            virtual.advance(by: .seconds(1))
        }
        #expect(try await problem("root", Self.right, from: "127.0.0.1")?.code == "access.too_many_tries")
        #expect(try await problem("root", Self.right, from: "127.0.0.1", device: entrance.device) == nil)
    }

    @Test("a browser's cookie helps only the account that it was given for, and its own wrong tries are slowed too")
    func device() async throws {
        let own = try await signIn.attempt(name: "lin", password: Self.right, address: "127.0.0.1").device
        for _ in 0..<5 { _ = try await problem(from: "127.0.0.1") }
        #expect(try await problem(from: "127.0.0.1", device: own) == .tooManyTries(waitSeconds: 2))
        for _ in 0..<5 { #expect(try await problem("lin", from: "127.0.0.1", device: own) == .wrongNameOrPassword) }
        #expect(try await problem("lin", from: "127.0.0.1", device: own) == .tooManyTries(waitSeconds: 2))
    }

    @Test("guesses from a thousand addresses slow every unknown browser down, and refuse nobody")
    func distributed() async throws {
        for number in 0..<30 { #expect(try await problem(from: "198.51.100.\(number)") == .wrongNameOrPassword) }
        let before = virtual.clock.now()
        #expect(try await letInEventually(from: "10.0.0.1"))
        #expect(virtual.clock.now() - before >= .seconds(3))
    }

    @Test("one address that tries many names is stopped for the rest of ten minutes")
    func manyNames() async throws {
        for number in 0..<50 {
            #expect(try await problem("name-\(number)", from: "203.0.113.9") == .wrongNameOrPassword)
        }
        #expect(try await problem("lin", Self.right, from: "203.0.113.9") == .tooManyTries(waitSeconds: 600))
        #expect(try await problem("lin", Self.right, from: "203.0.113.10") == nil)
        virtual.advance(by: .seconds(600))
        #expect(try await problem("lin", Self.right, from: "203.0.113.9") == nil)
    }

    @Test("two hundred tries at the same moment are no more than five looks at the password")
    func burst() async throws {
        let looks = try await withThrowingTaskGroup(of: AccessProblem?.self) { group in
            for _ in 0..<200 { group.addTask { try await problem(from: "203.0.113.9") } }
            return try await group.reduce(0) { $0 + ($1 == .wrongNameOrPassword ? 1 : 0) }
        }
        #expect(looks == 5)
    }

    @Test("an IPv6 customer's whole network is one place")
    func networks() {
        let place = SignInThrottle.network(of: "2001:db8:1:2::7")
        #expect(SignInThrottle.network(of: "2001:DB8:1:2:ffff:0:0:1") == place)
        #expect(SignInThrottle.network(of: "2001:db8:1:3::7") != place)
        #expect(SignInThrottle.network(of: "::1") == SignInThrottle.network(of: "0:0:0:0:0:0:0:1"))
        #expect(SignInThrottle.network(of: "10.0.0.1") == "10.0.0.1")
        #expect(SignInThrottle.network(of: "") == "")
    }

    @Test("a flood of names and addresses takes no more memory than was set aside")
    func flood() throws {
        var limits = SignInThrottle.Limits()
        limits.mostPlaces = 100
        let throttle = SignInThrottle(limits: limits)
        for number in 0..<10_000 {
            _ = try throttle.admit(
                SignInThrottle.Attempt(account: "a\(number)", address: "10.\(number / 256).\(number % 256).1"),
                at: Instant(seconds: Int64(number)))
        }
        #expect(throttle.size <= 303)
    }
}
