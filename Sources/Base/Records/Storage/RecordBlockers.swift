package import GRDB
import Kernel

extension RecordStore {
    /// The codes of records that stand in the way of a move, in their order.
    package func openBlockers(_ db: Database, _ step: StateMove, of record: Record) throws -> [String] {
        guard let blockers = step.blockers else { return [] }
        let type = try catalog.require(blockers.type)
        let states = blockers.states.sorted()
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT number FROM \(RecordSchema.table(type))
                WHERE \(blockers.field) = ? AND archived_at IS NULL AND state IN (\(Self.marks(states.count)))
                ORDER BY number
                """, arguments: StatementArguments([record.id]) + StatementArguments(states)
        ).map(type.number)
    }

    /// The reason as it is kept: where records stand in the way, with their codes. Problem: `record.move_blocked`.
    func overriding(_ db: Database, _ step: StateMove, of record: Record, _ reason: String?) throws -> String? {
        let open = try openBlockers(db, step, of: record)
        guard !open.isEmpty else { return reason }
        guard let reason else { throw RecordProblem.moveBlocked(code: record.code, by: open) }
        return "\(reason) [\(open.joined(separator: ", "))]"
    }
}
