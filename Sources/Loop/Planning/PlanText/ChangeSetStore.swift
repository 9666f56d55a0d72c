import Foundation
import Kernel
import Records
import Store

import class GRDB.Database
import class GRDB.Row

/// The texts of change requests: kept with the request, never changed, done once.
struct ChangeSetStore {
    private let records: RecordStore

    init(_ records: RecordStore) { self.records = records }

    func keep(_ db: Database, _ text: PlanText, asNew: Bool, with request: Record) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = String(decoding: try encoder.encode(text), as: UTF8.self)
        try db.execute(
            sql: "INSERT INTO plan_change_set (record_id, body, as_new, kept_at) VALUES (?, ?, ?, ?)",
            arguments: [request.id, body, asNew, records.store.clock.now()])
    }

    func text(_ db: Database, of request: Record) throws -> (text: PlanText, asNew: Bool)? {
        let row = try Row.fetchOne(
            db, sql: "SELECT body, as_new FROM plan_change_set WHERE record_id = ?", arguments: [request.id])
        guard let row else { return nil }
        let text = try JSONDecoder().decode(PlanText.self, from: Data((row["body"] as String).utf8))
        return (text, row["as_new"])
    }

    /// Does what the request's text asks for, all of it or nothing, and asks again for the approvals that it cost.
    /// Problem: `plan.refused`.
    func carryOut(_ db: Database, _ request: Record, by author: RecordAuthor) throws {
        guard let (text, asNew) = try text(db, of: request) else { return }
        let outcome = try PlanTextStore(records).take(db, text, asNew: asNew, reason: request.code, by: author)
        if !outcome.refused.isEmpty { throw PlanTextProblem.refused(outcome.refused) }
        if author.account == nil { return }
        let zone = try SettingStore(records.store).company(db).zone
        let approvals = ApprovalStore(records, zone: zone, bodies: .governance)
        for change in outcome.changed {
            guard let move = change.asks else { continue }
            let note = "\(request.code) \(request.title)"
            try approvals.request(
                db, move.id, of: change.after, from: change.after.version, note: note, by: author)
        }
    }
}
