package import Kernel

/// A sign-in that lasts: from one browser, until it is left alone too long, grows too old, or is revoked.
package struct Session: Sendable, Hashable, Identifiable {
    package let id: Int64
    package let accountID: Int64
    /// Where it was begun.
    package let address: String
    package let createdAt: Instant
    /// Kept to the minute.
    package let seenAt: Instant
    package let revokedAt: Instant?

    /// How long sessions last.
    package struct Limits: Sendable {
        package var idle: Duration
        package var total: Duration

        package init(idle: Duration = .seconds(12 * 3600), total: Duration = .seconds(7 * 86_400)) {
            self.idle = idle
            self.total = total
        }
    }

    package func isAlive(at now: Instant, limits: Limits) -> Bool {
        revokedAt == nil && now < seenAt + limits.idle && now < createdAt + limits.total
    }
}
