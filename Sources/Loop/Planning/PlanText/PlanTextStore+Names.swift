import GRDB
import Kernel
import Records

extension PlanTextStore {
    /// The account of exactly that name.
    func account(_ db: Database, named name: String) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT account_id FROM account WHERE name = ?", arguments: [name])
    }

    func recordID(_ db: Database, _ type: RecordType, number: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT record_id FROM record WHERE type = ? AND number = ?", arguments: [type.id, number])
    }
}
