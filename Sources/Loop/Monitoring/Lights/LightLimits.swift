import Kernel
package import Warehouse

/// From which attainment on a light is green, and from which amber. Below that it is red.
package struct LightLimits: Sendable, Hashable, Codable {
    package let green: Double
    package let amber: Double

    package static let standard = LightLimits(unchecked: 1, 0.9)

    private init(unchecked green: Double, _ amber: Double) {
        self.green = green
        self.amber = amber
    }

    /// `nil` unless 0 < amber ≤ green.
    package init?(green: Double, amber: Double) {
        guard amber > 0, amber <= green, green.isFinite else { return nil }
        self.init(unchecked: green, amber)
    }

    /// Attainments are compared with a margin for rounding.
    package func light(_ attainment: Double?) -> Light {
        guard let attainment, attainment.isFinite else { return .grey }
        if attainment >= green - 1e-9 { return .green }
        return attainment >= amber - 1e-9 ? .amber : .red
    }
}

/// How much of a target is reached: 1 is all of it.
///
/// Higher is better: value ÷ target. Lower is better: 2 − value ÷ target, so that 10 % above the target is 90 % reached,
/// as 10 % below it is for the others. Measured by the distance from the target, so that it also holds below zero (NPS).
package func attainment(of value: Double, target: Double, direction: MetricDirection) -> Double? {
    guard value.isFinite, target.isFinite else { return nil }
    let gain = direction == .higherIsBetter ? value - target : target - value
    if target == 0 { return gain == 0 ? 1 : gain > 0 ? 2 : 0 }
    return 1 + gain / abs(target)
}
