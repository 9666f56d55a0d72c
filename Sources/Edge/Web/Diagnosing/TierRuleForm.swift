import Diagnosing
import Kernel

/// The rules of a scheme as a form: rows that may still be wrong, and what the buttons beside them do. Nothing that was
/// chosen is lost, whatever is wrong with it.
struct TierRuleForm: Sendable, Hashable {
    struct Row: Sendable, Hashable {
        var tier: String
        var from: [RFMDimension: Int]
        var to: [RFMDimension: Int]

        init(_ rule: TierRule) {
            tier = rule.tier
            from = Self.each { rule[$0].lowerBound }
            to = Self.each { rule[$0].upperBound }
        }

        /// The row at a place of the sent form.
        init(tier: String, _ form: FieldValues, at place: Int) {
            self.tier = tier
            from = Self.each { Self.score(TierRuleForm.from($0), form, place) ?? TierRule.anyScore.lowerBound }
            to = Self.each { Self.score(TierRuleForm.to($0), form, place) ?? TierRule.anyScore.upperBound }
        }

        /// The dimension whose range ends before it begins.
        var crossed: RFMDimension? { RFMDimension.allCases.first { (from[$0] ?? 1) > (to[$0] ?? 1) } }

        /// `nil` while a range is crossed.
        var rule: TierRule? {
            guard crossed == nil else { return nil }
            func range(_ dimension: RFMDimension) -> ClosedRange<Int> { (from[dimension] ?? 1)...(to[dimension] ?? 1) }
            return TierRule(
                tier, recency: range(.recency), frequency: range(.frequency), monetary: range(.monetary))
        }

        private static func each(_ score: (RFMDimension) -> Int) -> [RFMDimension: Int] {
            Dictionary(uniqueKeysWithValues: RFMDimension.allCases.map { ($0, score($0)) })
        }

        private static func score(_ name: String, _ form: FieldValues, _ place: Int) -> Int? {
            let sent = form.all(name)
            guard sent.indices.contains(place), let score = Int(sent[place]), TierRule.anyScore.contains(score) else {
                return nil
            }
            return score
        }
    }

    static let most = 60
    var rows: [Row]

    init(_ rules: [TierRule]) { rows = rules.map(Row.init) }

    init(_ form: FieldValues) {
        rows = form.all("tier").prefix(Self.most).enumerated().map { Row(tier: $1, form, at: $0) }
    }

    static func from(_ dimension: RFMDimension) -> String { dimension.rawValue + "_from" }
    static func to(_ dimension: RFMDimension) -> String { dimension.rawValue + "_to" }

    /// What a button asks for: `add`, `up:2`, `down:2`, `remove:2`. Anything else changes nothing.
    mutating func carryOut(_ deed: String, on scheme: TierScheme) {
        let parts = deed.split(separator: ":")
        if deed == "add", rows.count < Self.most, let last = scheme.tiers.last {
            return rows.insert(Row(TierRule(last.id)), at: max(0, rows.count - 1))
        }
        guard parts.count == 2, let place = Int(parts[1]), rows.indices.contains(place) else { return }
        switch parts[0] {
        case "up" where place > 0: rows.swapAt(place, place - 1)
        case "down" where place < rows.count - 1: rows.swapAt(place, place + 1)
        case "remove": rows.remove(at: place)
        default: return
        }
    }

    /// The scheme under these rules, as far as they can be read.
    func draft(of scheme: TierScheme) -> TierScheme {
        scheme.with(rules: rows.compactMap(\.rule), version: scheme.version)
    }

    /// The rules, or what is wrong in words that name the row.
    func rules() throws -> [TierRule] {
        for (place, row) in rows.enumerated() {
            guard let dimension = row.crossed else { continue }
            throw FormTrouble("row.\(place)", Self.crossed(place + 1, dimension, row))
        }
        return rows.compactMap(\.rule)
    }

    private static func crossed(_ number: Int, _ dimension: RFMDimension, _ row: Row) -> Text {
        let (from, to) = (row.from[dimension] ?? 1, row.to[dimension] ?? 1)
        return Text(
            zh: "第 \(number) 条规则的“\(dimension.name.zh)”从 \(from) 分到 \(to) 分，起点大于终点。请对调或改小起点。",
            en:
                "Rule \(number): \(dimension.name.en) runs from \(from) to \(to), which is no range. Swap them, or begin lower."
        )
    }
}
