package import Kernel

/// Why a rhythm cannot be taken over, and what to do (WF-05).
package enum RhythmProblem: Problem, Hashable {
    case plannedAlready(campaign: String, slots: Int)
    case nothingToPlan(campaign: String)
    case noCampaign

    package var code: String {
        switch self {
        case .plannedAlready: "rhythm.planned_already"
        case .nothingToPlan: "rhythm.nothing_to_plan"
        case .noCampaign: "rhythm.no_campaign"
        }
    }
    package var kind: ProblemKind {
        switch self {
        case .plannedAlready: .conflict
        case .nothingToPlan, .noCampaign: .invalid
        }
    }

    package var text: Text {
        switch self {
        case .plannedAlready(let campaign, let slots):
            Text(
                zh: "\(campaign) 已有 \(slots) 个内容档期。要换一套节奏，请先取消或归档它们，再采纳。",
                en:
                    "\(campaign) has \(slots) content slots already. Drop or archive them before you take another rhythm."
            )
        case .nothingToPlan(let campaign):
            Text(
                zh: "\(campaign) 在所选天数内没有还没过去的档期，请延长余热或选择之后的活动。",
                en:
                    "There is no slot left for \(campaign) in these days: lengthen the tail, or choose a later campaign."
            )
        case .noCampaign:
            Text(zh: "请先选择一个活动。", en: "Choose a campaign first.")
        }
    }
}
