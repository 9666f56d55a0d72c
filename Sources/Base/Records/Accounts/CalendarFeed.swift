package import Kernel

/// A private address at which calendar programs read the marketing calendar as somebody may see it.
package struct CalendarFeed: Sendable, Hashable, Identifiable {
    package let id: Int64
    package let accountID: Int64
    package let language: Language
    package let createdAt: Instant
    /// Kept to the hour.
    package let usedAt: Instant?
}
