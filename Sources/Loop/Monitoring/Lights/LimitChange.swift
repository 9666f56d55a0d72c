package import Kernel

/// One change of a light's limits, as the audit log keeps it.
package struct LimitChange: Sendable, Hashable {
    package let at: Instant?
    package let author: String
    /// What was set; `nil` where the limits were taken back.
    package let limits: LightLimits?
}
