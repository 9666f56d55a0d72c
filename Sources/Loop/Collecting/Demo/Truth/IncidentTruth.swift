package import Kernel

/// What goes wrong in the story, with its day and its cause.
package struct IncidentTruth: Sendable, Codable {
    package struct Outage: Sendable, Codable {
        package let channel: String
        package let region: String
        package let from: String
        package let to: String
        package let failureShare: Double
        package let failedCheckouts: Int64
        package let note: Text
    }
    package struct Diversion: Sendable, Codable {
        package let dealerCode: String
        package let homeRegion: String
        package let targetRegion: String
        package let from: String
        package let shareOfScansInTargetRegion: Double
        package let divertedScans: Int64
        package let extraShipmentsPerUnitSold: Double
        package let note: Text
    }
    package struct Stuffing: Sendable, Codable {
        package let dealerCode: String
        package let fromMonth: String
        package let shipmentsPerUnitSold: Double
        package let note: Text
    }
    package struct Storm: Sendable, Codable {
        package let from: String
        package let days: Int
        package let timesUsualMentions: Double
        package let note: Text
    }
    package struct RivalCut: Sendable, Codable {
        package let competitor: String
        package let from: String
        package let cut: Double
    }

    package let outage: Outage
    package let diversion: Diversion
    package let stuffing: Stuffing
    package let mentionStorm: Storm
    package let competitorCut: RivalCut
}
