package import Kernel

/// The course of the net promoter score.
package struct SatisfactionTruth: Sendable, Codable {
    package struct RegionOffset: Sendable, Codable {
        package let region: String
        package let points: Double
    }

    package var npsAtStart = Satisfaction.atStart
    package var npsAtEnd = Satisfaction.atEnd
    package var regionOffsets = zip(Place.regions, Satisfaction.regional).map { RegionOffset(region: $0, points: $1) }
    package var pointsLostPerTenthOfDropout = Satisfaction.perTenthOfDropout
    package var pointsLostDuringOutage = Satisfaction.duringOutage
    package var answersPerOrder = Satisfaction.answerShare
    package var note = Text(
        zh: "NPS 自期初至期末线性上升，加上区域差异；越可能流失的客户打分越低，支付故障期间及其后两周华南打分下降。",
        en:
            "NPS rises linearly from the first to the last day, plus the region's offset; customers likelier to leave score lower, and South "
            + "China scores lower during the outage and two weeks after.")
}
