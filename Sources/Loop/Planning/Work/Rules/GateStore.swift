import Kernel
package import Records
import Store

extension WorkStore {
    /// Ticks the checks that hold and, where asked, passes the gate; either both stand or none.
    /// Problems: `work.checks_open`, `record.stale`, `record.move_needs` (an owner).
    @discardableResult
    package func check(
        gate number: Int64, from version: Int64, done: [String], passing: Bool, by author: RecordAuthor
    ) async throws -> Record {
        try await records.store.write { db in
            let gate = try records.find(db, .stageGate, number: number, for: author)
            let ticked = GateChecks(gate).all.filter(Set(done).contains).joined(separator: "\n")
            let changes: [String: RecordValue?] = ["checks_done": ticked.isEmpty ? nil : .text(ticked)]
            let checked = try records.change(db, gate, from: version, changes, by: author)
            return passing ? try records.move(db, checked, from: checked.version, "pass", by: author) : checked
        }
    }
}
