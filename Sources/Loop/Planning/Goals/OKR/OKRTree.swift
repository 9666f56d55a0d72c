package import Kernel
package import Records
import Store

/// Objectives with their key results and what was said of them, progress rolled up (S-04).
package struct OKRTree: Sendable {
    package let roots: [Record]
    private let objectives: [Int64: Record]
    private let below: [Int64: [Record]]
    private let results: [Int64: [KeyResultReading]]

    package init(objectives all: [Record], keyResults: [Record], checkIns: [Record]) {
        let objectives = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        let sorted = all.sorted { $0.number < $1.number }
        self.objectives = objectives
        below = Dictionary(grouping: sorted.filter { Self.link($0, "parent") != nil }) { Self.link($0, "parent") ?? 0 }
        roots = sorted.filter { objective in Self.link(objective, "parent").map { objectives[$0] == nil } ?? true }
        let said = Dictionary(grouping: checkIns) { Self.link($0, "key_result") ?? 0 }
        let open = keyResults.filter { $0.state != "dropped" }.sorted { $0.number < $1.number }
        results = Dictionary(grouping: open) { Self.link($0, "objective") ?? 0 }
            .mapValues { $0.map { KeyResultReading($0, checkIns: said[$0.id] ?? []) } }
    }

    package func children(of objective: Record) -> [Record] { below[objective.id] ?? [] }
    package func keyResults(of objective: Record) -> [KeyResultReading] { results[objective.id] ?? [] }
    package var allKeyResults: [KeyResultReading] { objectives.keys.sorted().flatMap { results[$0] ?? [] } }

    /// The mean of its key results and of the objectives aligned with it, each counted once and no more than full; `nil` where
    /// none has a value yet.
    package func progress(of objective: Record) -> Double? {
        let own = keyResults(of: objective).compactMap(\.progress).map { min(1, max(0, $0)) }
        let parts = own + children(of: objective).compactMap { progress(of: $0) }
        return parts.isEmpty ? nil : parts.reduce(0, +) / Double(parts.count)
    }

    /// Who waits for whom: open objectives whose department depends on others.
    package var dependencies: [(objective: Record, from: String, on: [String])] {
        objectives.values.filter { $0.state != "closed" }.sorted { $0.number < $1.number }.compactMap { objective in
            guard case .codes(let on) = objective["depends_on"], !on.isEmpty,
                case .text(let from) = objective["department"]
            else { return nil }
            return (objective, from, on)
        }
    }

    static func link(_ record: Record, _ field: String) -> Int64? {
        if case .whole(let id) = record[field] { id } else { nil }
    }
}

/// A key result as its latest check-in left it.
package struct KeyResultReading: Sendable, Identifiable {
    package var id: Int64 { record.id }
    package let record: Record
    package let checkIns: [Record]

    init(_ record: Record, checkIns: [Record]) {
        self.record = record
        self.checkIns = checkIns.sorted { (Self.day($0), $0.number) > (Self.day($1), $1.number) }
    }

    package var latest: Record? { checkIns.first }
    package var lastDay: Day? { latest.map(Self.day) }

    /// Typed, as the latest check-in says, or what stands on the key result itself.
    package var current: Double? { number(latest, "value") ?? number(record, "current") }
    package var baseline: Double? { number(record, "baseline") }
    package var target: Double? { number(record, "target") }

    package var confidence: Int? {
        for source in [latest, record] {
            if case .whole(let step) = source?["confidence"] { return Int(step) }
        }
        return nil
    }

    /// 0 at the start, 1 at the target, whichever way it goes. A target that equals its start is met by standing there.
    package var progress: Double? {
        guard let current, let baseline, let target else { return nil }
        return target == baseline ? (current == target ? 1 : 0) : (current - baseline) / (target - baseline)
    }

    /// Whether a session still waits for its check-in.
    package func isDue(_ session: AlignmentSessionStore.Session?) -> Bool {
        guard let session, record.state != "done" else { return false }
        return lastDay.map { $0 < session.heldOn } ?? true
    }

    private static func day(_ record: Record) -> Day {
        if case .day(let day) = record["held_on"] { day } else { Day(daysSince1970: .min) }
    }

    private func number(_ record: Record?, _ field: String) -> Double? {
        if case .number(let number) = record?[field] { number } else { nil }
    }
}

extension RecordStore {
    /// The whole tree as a reader may see it.
    package func okrTree(for reader: RecordAuthor) async throws -> OKRTree {
        let order = RecordQuery(sort: RecordSort("number"))
        return OKRTree(
            objectives: try await list(.objective, order, limit: 10_000, for: reader).records,
            keyResults: try await list(.keyResult, order, limit: 10_000, for: reader).records,
            checkIns: try await list(.checkIn, order, limit: 100_000, for: reader).records)
    }

    /// A check-in, and the key result brought up to it, in one transaction.
    @discardableResult
    package func checkIn(_ keyResult: Record, _ texts: [String: String], on day: Day, by author: RecordAuthor)
        async throws -> Record
    {
        try await store.write { db in
            var values = try read(db, texts, .checkIn).compactMapValues { $0 }
            values["key_result"] = .whole(keyResult.id)
            values["held_on"] = .day(day)
            if let account = author.account { values["owner"] = .whole(account.id) }
            let made = try create(db, .checkIn, values, by: author)
            if !keyResult.isLocked {
                try change(
                    db, keyResult, from: keyResult.version,
                    ["current": values["value"], "confidence": values["confidence"]], by: author)
            }
            return made
        }
    }
}
