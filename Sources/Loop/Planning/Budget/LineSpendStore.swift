import GRDB
import Kernel
import Store

/// What budget lines cost by the data of the warehouse, as it was read last.
struct LineSpendStore {
    let db: Database

    func amounts() throws -> [Int64: Int64] {
        let rows = try Row.fetchAll(db, sql: "SELECT record_id, amount FROM budget_line_spend")
        return Dictionary(rows.map { ($0["record_id"], $0["amount"]) }) { first, _ in first }
    }

    /// Writes only what changed. Returns whether anything did.
    @discardableResult
    func keep(_ line: Int64, _ amount: Int64, upTo day: Day, at now: Instant) throws -> Bool {
        try db.execute(
            sql: """
                INSERT INTO budget_line_spend (record_id, amount, up_to, read_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (record_id) DO UPDATE SET amount = excluded.amount, up_to = excluded.up_to,
                    read_at = excluded.read_at
                WHERE amount <> excluded.amount OR up_to <> excluded.up_to
                """, arguments: [line, amount, day, now])
        return db.changesCount > 0
    }
}
