package import Kernel
package import Records
package import Warehouse

/// A goal record, read as numbers: metric, baseline, target, days and scope. Values are in the metric's own unit.
package struct Goal: Sendable, Identifiable {
    package let record: Record
    package var id: Int64 { record.id }
    package let metric: Metric?
    package let unit: GoalUnit
    package let baseline: Double?
    package let target: Double?
    /// From the start to the deadline, both counted. Without a start: the twelve months up to the deadline.
    package let days: Period?
    package let scope: GoalScope
    package let parent: Int64?
    /// The segment whose share it is about (S-02).
    package let segment: Int64?
    /// How much it counts where a parent is the weighted mean of its children.
    package let weight: Double?
    /// Left alone when the others are balanced anew. What is in force is fixed too: it changes only by a revision.
    package let isFixed: Bool
    /// Why it cannot be followed.
    package let gap: GoalGap?

    package init(_ record: Record, currency: Currency) {
        self.record = record
        var metric: Metric?
        if case .text(let id) = record["metric"] { metric = Metric.named(id) }
        let unit = GoalUnit(metric?.unit ?? .count, currency)
        self.metric = metric
        self.unit = unit
        baseline = Self.number(record["baseline"]).map(unit.own)
        target = Self.number(record["target"]).map(unit.own)
        scope = GoalScope(record)
        weight = Self.number(record["weight"])
        if case .whole(let id) = record["parent"] { parent = id } else { parent = nil }
        segment = record.whole("segment")
        isFixed = record["is_fixed"] == .flag(true) || record.isLocked
        var start: Day?
        var due: Day?
        if case .day(let day) = record["starts_on"] { start = day }
        if case .day(let day) = record["due_on"] { due = day }
        days = due.flatMap { due in
            let from = start ?? due.adding(months: -12) + 1
            return from <= due ? Period(from: from, upTo: due + 1) : nil
        }
        gap = Self.gap(metric, segment, baseline, target, start, due, scope)
    }

    private static func gap(
        _ metric: Metric?, _ segment: Int64?, _ baseline: Double?, _ target: Double?, _ start: Day?, _ due: Day?,
        _ scope: GoalScope
    ) -> GoalGap? {
        guard let metric else { return .metric }
        if metric.isBySegment, segment == nil { return .segment }
        guard let due else { return .deadline }
        if let start, start > due { return .datesReversed(start: start, due: due) }
        if target == nil { return .target }
        if baseline == nil { return .baseline }
        return scope.filters.map(\.dimension).first { !metric.offers([$0]) }.map { .dimension(metric, $0) }
    }

    private static func number(_ value: RecordValue?) -> Double? {
        if case .number(let number) = value { number } else { nil }
    }

    package var family: String? { if case .text(let family) = record["family"] { family } else { nil } }
    package var horizon: String? { if case .text(let horizon) = record["horizon"] { horizon } else { nil } }
    package var owner: Int64? { if case .whole(let owner) = record["owner"] { owner } else { nil } }
    package var strategy: Int64? { if case .whole(let plan) = record["strategy"] { plan } else { nil } }
    package var isOpen: Bool { record.state == "draft" || record.state == "active" }
}
