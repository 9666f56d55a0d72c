package import Kernel
package import Records
import Stats
import Store

/// Ranks what competes for resources: a weighted score of its judgements, moved by the SWOT entries it rests on, and from the
/// scores a proposal where budget and people should tilt (S-08).
package struct PriorityRanking: Sendable {
    /// The highest score first.
    package let ranked: [Ranked]
    package let criteria: [Criterion]

    /// One item with its score.
    package struct Ranked: Sendable, Identifiable {
        package var id: Int64 { record.id }
        package let record: Record
        /// 1 … 5, before SWOT; `nil` where nothing was judged.
        package let score: Double?
        /// −0.5 … 0.5.
        package let swot: Double
        /// Judgements that are missing: their weights are spread over the others.
        package let missing: [Text]
        /// Of the whole: +0.031 is 3.1 per cent more. All tilts sum to zero.
        package var tilt: Double
        package var total: Double? { score.map { $0 + swot } }
    }

    /// A judgement with its weight.
    package struct Criterion: Sendable {
        package let field: String
        package let name: Text
        package let weight: Double
        package let isReversed: Bool
    }

    /// A tenth of the resources moves from what stands below the mean to what stands above it, in proportion to the distance.
    package static let moved = 0.1
    private static let swotReach = 0.5

    package init(items: [Record], criteria records: [Record], swot entries: [Record]) {
        let criteria = Self.criteria(records)
        let byID = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
        let open = items.filter { $0.state != "dropped" && $0.state != "done" }
        var ranked = open.map { Self.ranked($0, criteria, byID) }
        let tilts = Self.tilts(ranked.map(\.total))
        for index in ranked.indices { ranked[index].tilt = tilts[index] }
        self.criteria = criteria
        self.ranked = ranked.sorted {
            ($0.total ?? -1, $1.record.number) > ($1.total ?? -1, $0.record.number)
        }
    }

    /// The share of each horizon in what the items cost (their effort scores); `nil` where none is judged.
    package var effort: (short: Double, long: Double)? {
        var sums = ["short": 0.0, "long": 0.0]
        for item in ranked {
            guard case .whole(let effort) = item.record["effort"], case .text(let horizon) = item.record["horizon"]
            else { continue }
            sums[horizon, default: 0] += Double(effort)
        }
        let (short, long) = (sums["short"] ?? 0, sums["long"] ?? 0)
        return short + long > 0 ? (short / (short + long), long / (short + long)) : nil
    }

    /// Weights in use, or the standard ones where none were written down.
    private static func criteria(_ records: [Record]) -> [Criterion] {
        let own = records.compactMap { record -> Criterion? in
            guard record["model"] == .text("priority_item"), record.state != "retired",
                case .text(let field) = record["field"], case .number(let weight) = record["weight"], weight > 0,
                let declared = RecordType.priorityItem.field(field)
            else { return nil }
            return Criterion(
                field: field, name: declared.name, weight: weight, isReversed: record["is_reversed"] == .flag(true))
        }
        if !own.isEmpty { return own }
        return [
            ("attractiveness", 0.25), ("capability", 0.2), ("benefit", 0.3), ("urgency", 0.15), ("effort", 0.1),
        ].compactMap { field, weight in
            RecordType.priorityItem.field(field).map {
                Criterion(field: field, name: $0.name, weight: weight, isReversed: field == "effort")
            }
        }
    }

    private static func ranked(_ item: Record, _ criteria: [Criterion], _ entries: [Int64: Record]) -> Ranked {
        var sum = 0.0
        var weights = 0.0
        var missing: [Text] = []
        for criterion in criteria {
            guard case .whole(let step) = item[criterion.field] else {
                missing.append(criterion.name)
                continue
            }
            sum += criterion.weight * Double(criterion.isReversed ? 6 - step : step)
            weights += criterion.weight
        }
        return Ranked(
            record: item, score: weights > 0 ? sum / weights : nil, swot: swot(item, entries), missing: missing, tilt: 0
        )
    }

    /// Strengths and opportunities lift, weaknesses and threats lower, each by its importance of five; the mean of them.
    private static func swot(_ item: Record, _ entries: [Int64: Record]) -> Double {
        guard case .records(let ids) = item["swot"] else { return 0 }
        let points = ids.compactMap { entries[$0] }.compactMap { entry -> Double? in
            guard case .text(let quadrant) = entry["quadrant"] else { return nil }
            let importance = if case .whole(let step) = entry["importance"] { Double(step) / 5 } else { 0.6 }
            return quadrant == "strength" || quadrant == "opportunity" ? importance : -importance
        }
        return points.isEmpty ? 0 : swotReach * points.reduce(0, +) / Double(points.count)
    }

    /// In tenths of a per cent, given and taken by largest remainders, so that they sum to zero exactly.
    private static func tilts(_ scores: [Double?]) -> [Double] {
        let known = scores.compactMap { $0 }
        guard known.count > 1 else { return scores.map { _ in 0 } }
        let mean = known.reduce(0, +) / Double(known.count)
        let gaps = scores.map { ($0 ?? mean) - mean }
        guard gaps.contains(where: { abs($0) > 1e-9 }) else { return scores.map { _ in 0 } }
        let units = Int64((moved * 1_000).rounded())
        let up = largestRemainder(units, over: gaps.map { max(0, $0) })
        let down = largestRemainder(units, over: gaps.map { max(0, -$0) })
        return zip(up, down).map { Double($0 - $1) / 1_000 }
    }
}

extension RecordStore {
    package func priorities(for reader: RecordAuthor) async throws -> PriorityRanking {
        let order = RecordQuery(sort: RecordSort("number"))
        return PriorityRanking(
            items: try await list(.priorityItem, order, limit: 10_000, for: reader).records,
            criteria: try await list(.scoreCriterion, order, limit: 10_000, for: reader).records,
            swot: try await list(.swotEntry, order, limit: 10_000, for: reader).records)
    }

    /// Writes the proposed tilts on the items. Problems: those of changing records; then none is changed.
    package func adoptTilts(_ ranking: PriorityRanking, by author: RecordAuthor) async throws {
        try await store.write { db in
            for item in ranking.ranked where !item.record.isLocked {
                try change(
                    db, item.record, from: item.record.version, ["budget_tilt": .number(item.tilt)], by: author)
            }
        }
    }
}
