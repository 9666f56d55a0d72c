/// Rules as the audit log keeps them: `R4-5 F4-5 = high_value; R1 = churn_risk; * = ordinary`. People read it there, and
/// an earlier version is read back from it.
extension TierRule {
    package var notation: String {
        let scores = RFMDimension.allCases.compactMap { dimension -> String? in
            let range = self[dimension]
            if range == Self.anyScore { return nil }
            let ends = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
            return dimension.letter + ends
        }
        return (scores.isEmpty ? "*" : scores.joined(separator: " ")) + " = " + tier
    }

    /// `nil` for what is no such notation.
    package init?(notation: some StringProtocol) {
        let sides = notation.split(separator: "=").map { $0.split(separator: " ") }
        guard sides.count == 2, let tier = sides[1].first, sides[1].count == 1, !sides[0].isEmpty else { return nil }
        var ranges: [RFMDimension: ClosedRange<Int>] = [:]
        for word in sides[0] where word != "*" {
            guard let dimension = RFMDimension.allCases.first(where: { word.hasPrefix($0.letter) }),
                let range = Self.scores(word.dropFirst())
            else { return nil }
            ranges[dimension] = range
        }
        self.init(
            String(tier), recency: ranges[.recency] ?? Self.anyScore, frequency: ranges[.frequency] ?? Self.anyScore,
            monetary: ranges[.monetary] ?? Self.anyScore)
    }

    /// `4-5`, `3`
    private static func scores(_ text: some StringProtocol) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-").map { Int($0) }
        guard let first = ends.first, let low = first, let last = ends.last, let high = last, ends.count <= 2,
            low <= high, anyScore.contains(low), anyScore.contains(high)
        else { return nil }
        return low...high
    }
}

extension [TierRule] {
    package var notation: String { map(\.notation).joined(separator: "; ") }

    /// `nil` where any of the rules cannot be read.
    package init?(notation: String) {
        let parts = notation.split(separator: ";")
        let rules = parts.compactMap { TierRule(notation: $0) }
        guard rules.count == parts.count else { return nil }
        self = rules
    }
}
