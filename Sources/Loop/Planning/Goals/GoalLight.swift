package import Kernel
import Warehouse

/// What a goal's light says. It follows the probability of reaching the goal, so that it turns before it is too late.
package enum GoalLight: String, Sendable, CaseIterable {
    case unlikely, atRisk, onTrack, unknown

    /// From which probability a goal is on track, and from which at risk.
    package static let onTrackFrom = 0.7
    package static let atRiskFrom = 0.3

    package init(probability: Double) {
        self =
            probability >= Self.onTrackFrom ? .onTrack : probability >= Self.atRiskFrom ? .atRisk : .unlikely
    }

    /// Without a forecast: by how much of today's path is reached.
    init(attainment: Double?) {
        guard let attainment else {
            self = .unknown
            return
        }
        self = attainment >= 1 - 1e-9 ? .onTrack : attainment >= 0.9 - 1e-9 ? .atRisk : .unlikely
    }

    package var word: Text {
        switch self {
        case .onTrack: Text(zh: "有望达成", en: "On track")
        case .atRisk: Text(zh: "有风险", en: "At risk")
        case .unlikely: Text(zh: "难以达成", en: "Unlikely")
        case .unknown: Text(zh: "无法评价", en: "Not judged")
        }
    }

    /// Bad news first.
    package var urgency: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How much of what is expected is reached: 1 is all of it, measured by the distance from it, so that it also holds below zero.
func attained(_ value: Double, of expected: Double, _ direction: MetricDirection) -> Double? {
    guard value.isFinite, expected.isFinite else { return nil }
    let gain = direction == .higherIsBetter ? value - expected : expected - value
    if expected == 0 { return gain == 0 ? 1 : gain > 0 ? 2 : 0 }
    return 1 + gain / abs(expected)
}
