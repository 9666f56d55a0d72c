package import Kernel

/// What a run counts for.
package enum RFMStanding: String, Sendable, CaseIterable, Codable {
    /// Fixed each quarter; plans, benefits and reports name these tiers (CU-04).
    case official
    /// Moves with the data between two official runs, so that a change is caught early (CU-04).
    case provisional
    /// A look at another day or at other cut points. It writes no tier history.
    case trial

    package var name: Text {
        switch self {
        case .official: Text(zh: "正式", en: "Official")
        case .provisional: Text(zh: "临时", en: "Provisional")
        case .trial: Text(zh: "试算", en: "Trial")
        }
    }

    /// Whether the run's tiers go into the customers' history.
    package var writesHistory: Bool { self != .trial }
}
