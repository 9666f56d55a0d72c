import Foundation
package import GRDB
package import Kernel
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
                AND s.step = q.step AND s.account_id = ? AND s.decision IS NULL) ORDER BY due_at IS NULL, due_at, requested_at
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
            steps: try JSONDecoder().decode([ApprovalStep].self, from: Data((row["steps"] as String).utf8)),
            requestedBy: row["requested_by"], requesterName: row["requester"], requestedAt: row["requested_at"],
            state: ApprovalRequest.State(rawValue: row["state"]) ?? .voided, step: row["step"], dueAt: row["due_at"],
            isEscalated: (row["escalated_at"] as String?) != nil, closedAt: row["closed_at"], seats: try seats(db, id))
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
                isEscalation: row["is_escalation"], isGone: row["is_gone"],
                decision: (row["decision"] as String?).flatMap(ApprovalDecision.init(rawValue:)), text: row["text"],
                decidedAt: row["decided_at"])
        }
    }

    func open(_ db: Database, _ record: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT approval_request_id FROM approval_request WHERE record_id = ? AND state = 'open'",
            arguments: [record])
    }

    // MARK: Routes

    /// What routes may ask for besides fields.
    func facts(_ db: Database, _ record: Record) throws -> RecordValues {
        var facts: RecordValues = [:]
        for fact in record.type.facts { facts[fact.id] = try fact.value(db, records, record) }
        return facts
    }

    /// In the order in which they are tried.
    package func routes(_ db: Database, _ type: RecordType) throws -> [ApprovalRoute] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM approval_route WHERE type = ? ORDER BY place, approval_route_id",
            arguments: [type.id]
        ).map { row in
            ApprovalRoute(
                id: row["approval_route_id"], type: row["type"], name: row["name"],
                condition: try (row["condition"] as String?).map {
                    try JSONDecoder().decode(ApprovalRoute.Condition.self, from: Data($0.utf8))
                },
                steps: try JSONDecoder().decode([ApprovalStep].self, from: Data((row["steps"] as String).utf8)),
                isActive: row["is_active"])
        }
    }

    /// Adds a route, or replaces the one of that name. Problem: `approval.route_unfit`.
    package func save(
        route name: String, of type: RecordType, when condition: ApprovalRoute.Condition?, steps: [ApprovalStep],
        place: Int, active: Bool = true,
        by author: RecordAuthor
    ) async throws {
        if steps.isEmpty { throw ApprovalProblem.routeUnfit(Text(zh: "至少需要一个环节。", en: "it needs at least one step.")) }
        if let field = condition?.field, type.field(field) == nil, !type.facts.contains(where: { $0.id == field }) {
            throw ApprovalProblem.routeUnfit(Text(zh: "没有字段“\(field)”。", en: "there is no field \(field)."))
        }
        try await records.store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO approval_route (type, name, place, condition, steps, is_active) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (type, name) DO UPDATE SET place = excluded.place, condition = excluded.condition, steps = excluded.steps,
                        is_active = excluded.is_active
                    """,
                arguments: [type.id, name, place, try condition.map { try encoded($0) }, try encoded(steps), active])
            try records.store.audit.append(
                db, author: author.author, action: "approval.route", subject: "\(type.id):\(name)",
                detail: ["steps": try encoded(steps)])
        }
    }

    func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Somebody else decides in one's place from one day to another, both included. Requests that wait already stay where they are.
    package func delegate(from account: Account, to other: Int64, _ first: Day, _ last: Day) async throws {
        try await records.store.write { db in
            let isActive =
                try Bool.fetchOne(
                    db, sql: "SELECT disabled_at IS NULL FROM account WHERE account_id = ?", arguments: [other])
                ?? false
            guard isActive, other != account.id, last >= first else { throw ApprovalProblem.delegateUnfit }
            try db.execute(
                sql:
                    "INSERT OR REPLACE INTO approval_delegation (account_id, to_account_id, from_on, to_on) VALUES (?, ?, ?, ?)",
                arguments: [account.id, other, first, last])
            try records.store.audit.append(
                db, author: account.author, action: "approval.delegate", subject: "account:\(account.id)",
                detail: ["to": String(other), "from_on": first.description, "to_on": last.description])
        }
    }
}
