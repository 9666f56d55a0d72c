package import Kernel

/// What a promotion may change about a basket.
package enum PromotionOutcome: String, Sendable, CaseIterable, Codable {
    /// What was paid, in fen.
    case paid
    /// The same before discounts, in fen.
    case gross
    /// How many pieces.
    case items

    package var name: Text {
        switch self {
        case .paid: Text(zh: "客单价（实付）", en: "Average order value (paid)")
        case .gross: Text(zh: "客单价（折前）", en: "Average order value before discount")
        case .items: Text(zh: "件数", en: "Items per order")
        }
    }

    package var isMoney: Bool { self != .items }

    /// The columns that hold its sums.
    var columns: [String] {
        ["gain", "base", "variance", "discounted_sum", "discounted_squares", "plain_sum", "plain_squares"].map {
            "\(rawValue)_\($0)"
        }
    }
}
