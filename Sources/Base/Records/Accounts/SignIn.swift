import GRDB
import Kernel
package import Store

/// The door: name and password in, session out, and a limit on how often one may try.
package struct SignIn: Sendable {
    private let store: Store
    private let accounts: AccountStore
    private let sessions: SessionStore
    private let throttle: SignInThrottle

    package init(
        _ store: Store, accounts: AccountStore, sessions: SessionStore, limits: SignInThrottle.Limits = .standard
    ) {
        self.store = store
        self.accounts = accounts
        self.sessions = sessions
        throttle = SignInThrottle(limits: limits)
    }

    package struct Entrance: Sendable {
        package let account: Account
        package let session: Session
        /// For the session's cookie.
        package let secret: Secret
        /// For a cookie of its own that outlives sessions: it shows next time that this browser has been let in before.
        package let device: Secret
    }

    /// - Parameters:
    ///   - address: where the attempt comes from, as the connection or a trusted proxy says.
    ///   - device: the browser's device cookie, if it has one.
    ///
    /// Problems: `wrongNameOrPassword` (also for a disabled account), `tooManyTries`, `tooBusy`.
    package func attempt(name: String, password: String, address: String, device: Secret? = nil) async throws
        -> Entrance
    {
        let row = try await store.read { try AccountRow.named($0, name) }
        let isKnown = try await isKnown(device, of: row)
        let key = AccountDraft.key(name)
        let tried = SignInThrottle.Attempt(account: key, address: address, device: isKnown ? device?.text : nil)
        let delay = try throttle.admit(tried, at: store.clock.now())
        if delay > .zero { try await store.clock.sleep(until: store.clock.now() + delay) }
        let isRight = try await accounts.hasher.verify(password, row?.passwordHash, isKnown: isKnown)
        guard let account = row?.account, isRight, !account.isDisabled else {
            throw AccessProblem.wrongNameOrPassword
        }
        throttle.succeeded(tried)
        let (secret, session) = try await sessions.begin(for: account, address: address)
        return Entrance(
            account: account, session: session, secret: secret,
            device: try await remember(isKnown ? device : nil, of: account))
    }

    private func isKnown(_ device: Secret?, of row: AccountRow?) async throws -> Bool {
        guard let device, let row else { return false }
        let now = store.clock.now()
        return try await store.read { db in
            let expiry = try Instant.fetchOne(
                db, sql: "SELECT expires_at FROM known_device WHERE device_hash = ? AND account_id = ?",
                arguments: [device.hash, row.account.id])
            return expiry.map { now < $0 } ?? false
        }
    }

    /// Half a year from the last sign-in.
    private func remember(_ device: Secret?, of account: Account) async throws -> Secret {
        let device = device ?? Secret.fresh()
        try await store.write { db in
            let now = store.clock.now()
            try db.execute(
                sql: """
                    INSERT INTO known_device (device_hash, account_id, expires_at) VALUES (?, ?, ?)
                    ON CONFLICT (device_hash) DO UPDATE SET expires_at = excluded.expires_at
                    """, arguments: [device.hash, account.id, now + .seconds(180 * 86_400)])
        }
        return device
    }
}
