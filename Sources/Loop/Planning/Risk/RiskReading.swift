package import Kernel

/// One reading of a risk's indicator.
package struct RiskReading: Sendable {
    package let at: Instant
    package let value: Double?
    package let isBeyond: Bool?
    /// `warn` or `calm`, where it made one.
    package let move: String?
}
