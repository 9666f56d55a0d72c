package import Kernel

/// Red, amber, green, or grey where there is nothing to judge by. Never shown by colour alone.
package enum Light: String, Sendable, CaseIterable, Codable {
    case red, amber, green, grey

    package var word: Text {
        switch self {
        case .red: Text(zh: "未达标", en: "Off target")
        case .amber: Text(zh: "需关注", en: "At risk")
        case .green: Text(zh: "达标", en: "On target")
        case .grey: Text(zh: "未评价", en: "Not judged")
        }
    }

    /// A name in the icon sprite: each light has a shape of its own.
    package var icon: String {
        switch self {
        case .red: "circle-x"
        case .amber: "alert-triangle"
        case .green: "circle-check"
        case .grey: "circle-dashed"
        }
    }

    /// Bad news first.
    package var urgency: Int {
        switch self {
        case .red: 0
        case .amber: 1
        case .green: 2
        case .grey: 3
        }
    }
}
