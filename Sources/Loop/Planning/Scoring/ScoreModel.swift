package import Kernel
package import Records

/// A weighted score of one kind of record: its criteria come from the score criteria that people keep, or are equal.
package struct ScoreModel: Sendable, Hashable {
    package struct Criterion: Sendable, Hashable, Identifiable {
        /// The field that is scored.
        package let id: String
        package let name: Text
        /// All of a model's total 1.
        package var weight: Double
        /// Higher is worse.
        package let isReversed: Bool
    }

    package private(set) var criteria: [Criterion]

    /// Weights are brought to a total of 1; without any they are equal.
    package init(_ criteria: [Criterion]) {
        let total = criteria.reduce(0) { $0 + max(0, $1.weight) }
        self.criteria = criteria.map { criterion in
            var criterion = criterion
            criterion.weight = total > 0 ? max(0, criterion.weight) / total : 1 / Double(criteria.count)
            return criterion
        }
    }

    /// The criteria in use for a type; where nobody keeps any, those that come with the program.
    package static func of(_ type: RecordType, _ records: RecordStore, for reader: RecordAuthor) async throws
        -> ScoreModel
    {
        var kept: [Criterion] = []
        if let criteria = records.catalog.type("score_criterion"), reader.may(.view, criteria) {
            let query = RecordQuery(
                [.anyOf(field: "model", [.text(type.id)]), .state(["draft", "active"])], sort: RecordSort("number"))
            kept = try await records.list(criteria, query, limit: 100, for: reader).records.compactMap { record in
                criterion(type, record.text("field"), record.number("weight"), record["is_reversed"] == .flag(true))
            }
        }
        return ScoreModel(kept.isEmpty ? shipped(type) : kept)
    }

    /// Those that come with the program.
    static func shipped(_ type: RecordType) -> [Criterion] {
        RecordType.scoreCriterion.starter.compactMap { starter in
            guard starter.values["model"] == .code(type.id), case .text(let field)? = starter.values["field"],
                case .number(let weight)? = starter.values["weight"]
            else { return nil }
            return criterion(type, field.en, weight, starter.values["is_reversed"] == .flag(true))
        }
    }

    private static func criterion(_ type: RecordType, _ field: String?, _ weight: Double?, _ isReversed: Bool)
        -> Criterion?
    {
        guard let field = field.flatMap(type.field), case .scale = field.kind else { return nil }
        return Criterion(id: field.id, name: field.name, weight: weight ?? 0, isReversed: isReversed)
    }

    /// The same criteria with other weights, such as somebody tries out; what is not named keeps its own.
    package func weighted(_ weights: [String: Double]) -> ScoreModel {
        ScoreModel(
            criteria.map { criterion in
                var criterion = criterion
                criterion.weight = weights[criterion.id] ?? criterion.weight
                return criterion
            })
    }

    /// One weight more or less by `points` (0.1: ten percentage points), the others in proportion.
    package func moving(_ id: String, by points: Double) -> ScoreModel {
        guard let own = criteria.first(where: { $0.id == id }) else { return self }
        let target = min(1, max(0, own.weight + points))
        let rest = 1 - own.weight
        return ScoreModel(
            criteria.map { criterion in
                var criterion = criterion
                criterion.weight =
                    criterion.id == id
                    ? target
                    : rest > 0 ? criterion.weight * (1 - target) / rest : (1 - target) / Double(criteria.count - 1)
                return criterion
            })
    }

    /// From 0 (the worst in everything) to 100; `nil` while a criterion that counts has no score.
    package func score(_ record: Record) -> Double? {
        var sum = 0.0
        for criterion in criteria where criterion.weight > 0 {
            guard let step = record.whole(criterion.id),
                case .scale(let range)? = record.type.field(criterion.id)?.kind,
                range.count > 1
            else { return nil }
            let share = Double(Int(step) - range.lowerBound) / Double(range.count - 1)
            sum += criterion.weight * (criterion.isReversed ? 1 - share : share)
        }
        return 100 * sum
    }
}
