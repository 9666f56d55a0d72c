import Foundation
package import GRDB
import Kernel
import Store

extension ApprovalStore {
    /// The three tabs of the inbox.
    package enum Tab: String, Sendable, CaseIterable { case waiting, sent, done }

    /// What waits for somebody (the most urgent first), what she sent, what she decided.
    package func inbox(_ tab: Tab, of account: Int64, limit: Int = 100) async throws -> [ApprovalRequest] {
        let condition =
            switch tab {
            case .waiting:
                """
                state = 'open' AND EXISTS (SELECT 1 FROM approval_seat s WHERE s.approval_request_id = q.approval_request_id \
                AND s.step = q.step AND s.account_id = ? AND s.decision IS NULL) ORDER BY due_at IS NULL, due_at, requested_at, 1
                """
            case .sent: "requested_by = ? ORDER BY requested_at DESC"
            case .done:
                """
                EXISTS (SELECT 1 FROM approval_seat s WHERE s.approval_request_id = q.approval_request_id AND s.account_id = ? \
                AND s.decision IS NOT NULL) ORDER BY coalesce(closed_at, requested_at) DESC
                """
            }
        return try await records.store.read { db in
            let ids = try Int64.fetchAll(
                db, sql: "SELECT approval_request_id FROM approval_request q WHERE \(condition) LIMIT ?",
                arguments: [account, limit])
            return try ids.map { try require(db, $0) }
        }
    }

    /// Requests about a record, the newest first.
    package func requests(_ db: Database, about record: Record) throws -> [ApprovalRequest] {
        try Int64.fetchAll(
            db, sql: "SELECT approval_request_id FROM approval_request WHERE record_id = ? ORDER BY 1 DESC",
            arguments: [record.id]
        ).map { try require(db, $0) }
    }

    /// Problem: `record.unknown_record`.
    package func require(_ db: Database, _ id: Int64) throws -> ApprovalRequest {
        let found = try Row.fetchOne(
            db,
            sql: """
                SELECT q.*, r.type, r.number, a.name AS requester FROM approval_request q JOIN record r USING (record_id)
                JOIN account a ON a.account_id = q.requested_by WHERE approval_request_id = ?
                """, arguments: [id])
        guard let row = found else { throw RecordProblem.unknownRecord("#\(id)") }
        let type = try records.catalog.require(row["type"])
        let number: Int64 = row["number"]
        let title =
            try String.fetchOne(
                db, sql: "SELECT title FROM \(RecordSchema.table(type)) WHERE record_id = ?",
                arguments: [row["record_id"] as Int64]) ?? ""
        return ApprovalRequest(
            id: id, record: RecordName(type: type.id, number: number, code: type.number(number), title: title),
            recordID: row["record_id"],
            version: row["version"], move: row["move"], note: row["note"], route: row["route"],
            routeVersion: row["route_version"],
            steps: try JSONDecoder().decode([ApprovalStep].self, from: Data((row["steps"] as String).utf8)),
            requestedBy: row["requested_by"], requesterName: row["requester"], requestedAt: row["requested_at"],
            state: ApprovalRequest.State(rawValue: row["state"]) ?? .voided, step: row["step"], dueAt: row["due_at"],
            isEscalated: (row["escalated_at"] as String?) != nil, remindedAt: row["reminded_at"],
            closedAt: row["closed_at"], seats: try seats(db, id), ballots: try ballots(db, id))
    }

    private func seats(_ db: Database, _ id: Int64) throws -> [ApprovalSeat] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT s.*, a.name, a.disabled_at IS NOT NULL AND s.decision IS NULL AS is_gone, o.name AS other FROM approval_seat s JOIN account a ON a.account_id = s.account_id
                LEFT JOIN account o ON o.account_id = s.for_account_id WHERE approval_request_id = ? ORDER BY step, is_escalation, s.account_id
                """, arguments: [id]
        ).map { row in
            ApprovalSeat(
                step: row["step"], accountID: row["account_id"], name: row["name"], standsFor: row["other"],
                isEscalation: row["is_escalation"], isGone: row["is_gone"], function: row["function"],
                isChair: row["is_chair"],
                decision: (row["decision"] as String?).flatMap(ApprovalDecision.init(rawValue:)), text: row["text"],
                decidedAt: row["decided_at"])
        }
    }

    private func ballots(_ db: Database, _ id: Int64) throws -> [ApprovalBallot] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM approval_ballot WHERE approval_request_id = ? ORDER BY step, is_escalation",
            arguments: [id]
        ).map { row in
            ApprovalBallot(
                step: row["step"], isEscalation: row["is_escalation"], bodyID: row["body_id"], name: row["name"],
                rule: ApprovalBody.Rule(rawValue: row["rule"]) ?? .unanimous, seats: row["seats"],
                quorum: row["quorum"])
        }
    }

    func open(_ db: Database, _ record: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT approval_request_id FROM approval_request WHERE record_id = ? AND state = 'open'",
            arguments: [record])
    }
}
