package import Records

/// Records by their weighted score, and how the order depends on the weights (RG-01).
package struct Ranking: Sendable {
    package let model: ScoreModel
    /// The best first; equal scores share the better rank.
    package let places: [Place]
    /// Those that lack a score.
    package let unscored: [Record]
    /// By how much each weight was moved to find the sensitivity.
    package let shift: Double

    package struct Place: Sendable, Identifiable {
        package let record: Record
        package let score: Double
        package let rank: Int
        /// Rank with one weight less, and with it more, by criterion.
        package let moved: [String: (less: Int, more: Int)]
        package var id: Int64 { record.id }
        package var best: Int { moved.values.reduce(rank) { min($0, $1.less, $1.more) } }
        package var worst: Int { moved.values.reduce(rank) { max($0, $1.less, $1.more) } }
    }

    package init(_ records: [Record], by model: ScoreModel, shift: Double = 0.1) {
        self.model = model
        self.shift = shift
        let scored = records.filter { model.score($0) != nil }
        unscored = records.filter { model.score($0) == nil }
        let ranks = Self.ranks(scored, model)
        let moves = model.criteria.map { criterion in
            (
                criterion.id, Self.ranks(scored, model.moving(criterion.id, by: -shift)),
                Self.ranks(scored, model.moving(criterion.id, by: shift))
            )
        }
        places = scored.map { record in
            let rank = ranks[record.id] ?? 0
            return Place(
                record: record, score: model.score(record) ?? 0, rank: rank,
                moved: Dictionary(
                    uniqueKeysWithValues: moves.map { ($0.0, ($0.1[record.id] ?? rank, $0.2[record.id] ?? rank)) }))
        }.sorted { ($0.rank, $0.record.number) < ($1.rank, $1.record.number) }
    }

    /// Whether the first stays first however one weight is moved.
    package var isFirstSure: Bool { places.first.map { $0.worst == 1 } ?? false }

    private static func ranks(_ records: [Record], _ model: ScoreModel) -> [Int64: Int] {
        let scores = records.map { (id: $0.id, score: model.score($0) ?? 0) }
        return Dictionary(
            uniqueKeysWithValues: scores.map { one in
                (one.id, 1 + scores.filter { $0.score > one.score + 1e-9 }.count)
            })
    }
}
