package import Kernel

/// A secret with which a program acts for an account, within scopes.
package struct APIToken: Sendable, Hashable, Identifiable {
    package let id: Int64
    package let accountID: Int64
    package let name: String
    package let scopes: Set<TokenScope>
    package let createdAt: Instant
    package let expiresAt: Instant?
    /// Kept to the minute.
    package let usedAt: Instant?
    package let revokedAt: Instant?

    package func isAlive(at now: Instant) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }
}
