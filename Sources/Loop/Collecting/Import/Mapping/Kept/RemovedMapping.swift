package import Kernel

/// A mapping that was deleted and can be put back: the audit log holds it whole.
package struct RemovedMapping: Sendable, Hashable, Identifiable {
    /// The audit entry of the removal.
    package let id: Int64
    /// The number it had.
    package let number: Int64
    package let mapping: Mapping
    package let headings: [String]
    package let removedAt: Instant?
    package let removedBy: String
}
