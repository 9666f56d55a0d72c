import GRDB
import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct SessionTests {
    let virtual: VirtualClock
    let store: Store
    let accounts: AccountStore
    let sessions: SessionStore
    let tokens: TokenStore
    let lin: Account

    init() async throws {
        virtual = VirtualClock(at: Instant(seconds: 1_800_000_000))
        store = try Store(inMemory: virtual.clock)
        accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        sessions = SessionStore(store, limits: Session.Limits(idle: .seconds(3600), total: .seconds(86_400)))
        tokens = TokenStore(store)
        try await accounts.add(
            AccountDraft(name: "root", roles: [.administrator]), password: "correct horse 9", by: .commandLine)
        lin = try await accounts.add(
            AccountDraft(name: "lin", roles: [.marketing]), password: "correct horse 9", by: .commandLine)
    }

    private func isEnded(_ secret: Secret) async throws -> Bool {
        do { return try await sessions.signedIn(secret).account.id != lin.id } catch AccessProblem.sessionEnded {
            return true
        }
    }

    @Test("a session lives while it is used, ends when it is left alone, and ends at its full age whatever is done")
    func ages() async throws {
        let (secret, _) = try await sessions.begin(for: lin, address: "10.0.0.1")
        for _ in 0..<25 {
            #expect(try await !isEnded(secret))
            virtual.advance(by: .seconds(3500))
        }
        #expect(try await isEnded(secret))
        let (second, _) = try await sessions.begin(for: lin, address: "10.0.0.1")
        virtual.advance(by: .seconds(3600))
        #expect(try await isEnded(second))
        #expect(try await sessions.sessions(of: lin.id) == [])
    }

    @Test(
        "a session ends when it is revoked, when its account is disabled, and when the password is changed from elsewhere"
    )
    func ends() async throws {
        let (first, session) = try await sessions.begin(for: lin, address: "10.0.0.1")
        let (second, kept) = try await sessions.begin(for: lin, address: "10.0.0.2")
        #expect(try await sessions.sessions(of: lin.id).map(\.id) == [kept.id, session.id])
        try await accounts.setPassword(of: lin.id, to: "another horse 7", keeping: kept.id, by: lin.author)
        #expect(try await isEnded(first))
        #expect(try await !isEnded(second))
        try await sessions.revoke(kept.id, by: lin.author)
        #expect(try await isEnded(second))
        let (third, _) = try await sessions.begin(for: lin, address: "10.0.0.1")
        try await accounts.disable(lin.id, by: .commandLine)
        #expect(try await isEnded(third))
        try await accounts.enable(lin.id, by: .commandLine)
        #expect(try await isEnded(third), "enabling an account must not bring old sessions back")
    }

    @Test("no secret is kept: not a session's, not a token's, not a set-up link's")
    func hashed() async throws {
        let (session, _) = try await sessions.begin(for: lin, address: "10.0.0.1")
        let (token, _) = try await tokens.create(named: "ci", for: lin, scopes: [TokenScope(.view)], by: lin.author)
        let dump = try await store.read { db in
            try ["session", "api_token", "audit_entry"].map { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.debugDescription).joined()
            }.joined()
        }
        #expect(!dump.contains(session.text))
        #expect(!dump.contains(token.text))
        #expect(Set([session.text, token.text, session.derived("form"), token.derived("form")]).count == 4)
        #expect(token.text.hasPrefix("yc_") && session.text.count == 43)
    }

    @Test("a token allows what its account and its scopes both allow, and follows the account's rights")
    func scopes() async throws {
        let scopes: Set = [TokenScope(.view, .board), TokenScope(.import, .sourceData), TokenScope(.administer)]
        let (secret, _) = try await tokens.create(named: "ci", for: lin, scopes: scopes, by: lin.author)
        let signedIn = try await tokens.signedIn(secret)
        #expect(signedIn.allows(.view, .board))
        #expect(signedIn.allows(.import, .sourceData))
        #expect(!signedIn.allows(.view, .customer), "the account may, the token may not")
        #expect(!signedIn.allows(.administer, .account), "the token may, the account may not")
        #expect(throws: AccessProblem.forbidden(.view, .customer)) { try signedIn.require(.view, .customer) }
        try await accounts.setRights(of: lin.id, to: AccountDraft(name: "lin", roles: [.service]), by: .commandLine)
        #expect(try await !tokens.signedIn(secret).allows(.import, .sourceData))
    }

    @Test("a token ends when it expires, is revoked, or its account is disabled")
    func tokenEnds() async throws {
        let view: Set = [TokenScope(.view)]
        let expiry = virtual.clock.now() + .seconds(60)
        let (short, _) = try await tokens.create(
            named: "short", for: lin, scopes: view, expiresAt: expiry, by: lin.author)
        let (long, kept) = try await tokens.create(named: "long", for: lin, scopes: view, by: lin.author)
        _ = try await tokens.signedIn(short)
        virtual.advance(by: .seconds(60))
        await #expect(throws: AccessProblem.tokenInvalid) { try await tokens.signedIn(short) }
        _ = try await tokens.signedIn(long)
        #expect(try await tokens.tokens(of: lin.id).first?.usedAt == virtual.clock.now())
        try await tokens.revoke(kept.id, by: lin.author)
        await #expect(throws: AccessProblem.tokenInvalid) { try await tokens.signedIn(long) }
        let (third, _) = try await tokens.create(named: "third", for: lin, scopes: view, by: lin.author)
        try await accounts.disable(lin.id, by: .commandLine)
        await #expect(throws: AccessProblem.tokenInvalid) { try await tokens.signedIn(third) }
    }

    @Test("a token needs a free name, a known scope and at least one")
    func unfit() async throws {
        let view: Set = [TokenScope(.view)]
        _ = try await tokens.create(named: "ci", for: lin, scopes: view, by: lin.author)
        await #expect(throws: AccessProblem.tokenNameTaken("ci")) {
            try await tokens.create(named: "ci", for: lin, scopes: view, by: lin.author)
        }
        await #expect(throws: AccessProblem.noScope) {
            try await tokens.create(named: "none", for: lin, scopes: [], by: lin.author)
        }
        for text in ["", "fly", "view:moon", "view:board:x", ":board", "view:"] {
            #expect(throws: AccessProblem.unknownScope(text)) { try TokenScope.parse(text) }
        }
        for scope in [TokenScope(.import), TokenScope(.import, .sourceData)] {
            #expect(try TokenScope.parse(scope.description) == scope)
        }
    }
}
