package import Kernel
package import Records
import Store

/// The records that a strategy is made of, as a reader may see them.
package struct StrategyShelf: Sendable {
    package let plans: [Record]
    package let measures: [Record]
    package let checkpoints: [Record]
    package let phases: [Record]
    package let milestones: [Record]

    /// The plan of that number; without one, the newest in force, or else the newest there is.
    package func plan(_ number: Int64?) -> Record? {
        if let number { return plans.first { $0.number == number } }
        return plans.last { $0.state == "active" } ?? plans.last
    }

    /// Milestones of a phase, the earliest first.
    package func milestones(of phase: StrategyPhase) -> [Record] {
        guard let id = phase.record?.id else { return [] }
        return milestones.filter { $0["phase"] == .whole(id) }.sorted { Self.due($0) < Self.due($1) }
    }

    package static func due(_ record: Record) -> Day {
        if case .day(let day) = record["due_on"] { day } else { Day(daysSince1970: .max) }
    }
}

extension RecordStore {
    package func strategyShelf(for reader: RecordAuthor) async throws -> StrategyShelf {
        func all(_ type: RecordType) async throws -> [Record] {
            try await list(
                type, RecordQuery(sort: RecordSort("number")), limit: 10_000, for: reader
            ).records
        }
        return StrategyShelf(
            plans: try await all(.strategyPlan), measures: try await all(.strategyMeasure),
            checkpoints: try await all(.measureCheckpoint), phases: try await all(.phase),
            milestones: try await all(.milestone))
    }

    /// Writes down the three standard phases of a plan that has none. Answers how many were made.
    @discardableResult
    package func makePhases(of plan: Record, in language: Language, by author: RecordAuthor) async throws -> Int {
        let standing = try await strategyShelf(for: author).phases
        let missing = StrategyPhase.phases(of: plan, standing).filter { $0.record == nil }
        return try await store.write { db in
            for phase in missing {
                try create(
                    db, .phase,
                    [
                        "title": .text(phase.name[language]), "plan": .whole(plan.id), "kind": .text(phase.kind),
                        "first_month": .number(Double(phase.firstMonth)),
                        "last_month": .number(Double(phase.lastMonth)),
                        "starts_on": .day(phase.days.start), "ends_on": .day(phase.days.lastDay),
                    ], by: author)
            }
            return missing.count
        }
    }
}
