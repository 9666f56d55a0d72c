package import GRDB
import Kernel

/// What rules and facts ask of other records: whole, whatever the writer may see, archived ones left out.
extension RecordStore {
    /// The record of that id; `nil` where it is of another type or not there.
    package func record(_ db: Database, _ type: RecordType, id: Int64) throws -> Record? {
        try RecordRow(type: type).find(db, id)
    }

    /// All records of a type, the first ones first.
    package func all(_ db: Database, _ type: RecordType) throws -> [Record] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM \(RecordSchema.table(type)) WHERE archived_at IS NULL ORDER BY number")
        return try RecordRow(type: type).records(db, rows)
    }

    /// Records whose field names this one. `field` is one of the type's single links.
    package func all(_ db: Database, _ type: RecordType, where field: String, is target: Int64) throws -> [Record] {
        guard case .link = type.field(field)?.kind else { throw RecordProblem.unknownFilter(field) }
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT * FROM \(RecordSchema.table(type)) WHERE \(field) = ? AND archived_at IS NULL ORDER BY number",
            arguments: [target])
        return try RecordRow(type: type).records(db, rows)
    }

    /// Records of a type with an approval under way.
    package func waiting(_ db: Database, _ type: RecordType) throws -> Set<Int64> {
        try Int64.fetchSet(
            db,
            sql: """
                SELECT record_id FROM approval_request JOIN record USING (record_id)
                WHERE approval_request.state = 'open' AND record.type = ?
                """, arguments: [type.id])
    }

    func obey(_ db: Database, _ act: RecordAct) throws {
        for rule in act.record.type.rules where !rule.isAfterwards { try rule.check(db, self, act) }
    }

    /// When the row stands as the act wants it, in the same transaction.
    func confirm(_ db: Database, _ act: RecordAct) throws {
        for rule in act.record.type.rules where rule.isAfterwards { try rule.check(db, self, act) }
    }
}
