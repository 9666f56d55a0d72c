package import Kernel

/// What was used for certain headings, and when.
package struct MappingUse: Sendable, Hashable {
    /// The kept mapping, where it was used as it is kept and is still there.
    package let kept: Int64?
    package let mapping: Mapping
    package let at: Instant
    package let by: String
}
