package import GRDB
package import Kernel
import Store

/// Which way a record would go if somebody asked now; nothing is written.
package struct ApprovalPreview: Sendable {
    /// The type's routes in the order in which they are tried, with whether the record meets each.
    package let tried: [(route: ApprovalRoute, fits: Bool)]
    /// What the record holds for the fields that routes ask for.
    package let values: [(id: String, name: Text, value: RecordValue?)]
    package let route: ApprovalRoute?
    package let steps: [Step]

    package struct Step: Sendable {
        package let step: ApprovalStep
        package let hours: Int?
        package let people: [String]
        /// `seats` and `quorum` of the body that would decide.
        package let body: (body: ApprovalBody, seats: Int, quorum: Int)?
        /// Why nobody could decide it.
        package let problem: ApprovalProblem?
    }
}

extension ApprovalStore {
    /// - Parameter requester: who would ask; she decides nowhere.
    package func preview(_ db: Database, _ record: Record, requester: Int64) throws -> ApprovalPreview {
        let facts = try self.facts(db, record)
        let all = try candidates(db, record.type)
        let route = all.first { $0.fits(record, facts) }
        var asked: [String] = []
        for field in all.compactMap({ $0.condition?.field }) where !asked.contains(field) { asked.append(field) }
        return ApprovalPreview(
            tried: all.map { ($0, $0.fits(record, facts)) },
            values: asked.map { id in
                let name = record.type.field(id)?.name ?? record.type.facts.first { $0.id == id }?.name
                return (id, name ?? Text(verbatim: id), record[id] ?? facts[id])
            },
            route: route,
            steps: try (route?.steps ?? []).map { try preview(db, $0, record.type, requester) })
    }

    private func preview(_ db: Database, _ step: ApprovalStep, _ type: RecordType, _ requester: Int64) throws
        -> ApprovalPreview.Step
    {
        do {
            let seating = try seating(db, step, of: type, requester: requester)
            let names = try seating.seats.map { seat in
                try String.fetchOne(db, sql: "SELECT name FROM account WHERE account_id = ?", arguments: [seat.account])
                    ?? "#\(seat.account)"
            }
            return ApprovalPreview.Step(
                step: step, hours: seating.hours, people: names, body: seating.ballot, problem: nil)
        } catch let problem as ApprovalProblem {
            return ApprovalPreview.Step(step: step, hours: step.hours, people: [], body: nil, problem: problem)
        }
    }

    /// Governance bodies that may decide today.
    package func bodies(_ db: Database) throws -> [ApprovalBody] {
        try bodies.all(db, records, zone.day(of: store.clock.now()))
    }
}
