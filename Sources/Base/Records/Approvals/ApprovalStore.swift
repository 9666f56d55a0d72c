package import GRDB
package import Kernel
import Store

/// Requests on their way: asking, deciding, handing over, withdrawing, and what the clock does to them.
///
/// - A request binds one version of one record; any change of the record voids it.
/// - Steps open one after the other. A step is done when its rule is met; one rejection or return ends the request.
/// - Nobody decides her own request, whatever seats she holds.
/// - When the last step is done, the record makes its move in the same transaction.
package struct ApprovalStore: Sendable {
    let records: RecordStore
    let zone: BusinessZone

    package init(_ records: RecordStore, zone: BusinessZone) {
        self.records = records
        self.zone = zone
    }

    private var store: Store { records.store }

    /// Until a company sets up its own routes: one executive within 48 hours. It has no name.
    static func usual(_ type: RecordType) -> ApprovalRoute {
        let step = ApprovalStep(Text(zh: "管理层审批", en: "Management"), .role(.executive), .any, hours: 48)
        return ApprovalRoute(id: 0, type: type.id, name: "", condition: nil, steps: [step], isActive: true)
    }

    // MARK: Asking

    /// Problems: `approval.no_route`, `approval.already_open`, `approval.no_decider`, `record.stale`, those of the move.
    @discardableResult
    package func request(_ move: String, of record: Record, from version: Int64, note: String, by author: RecordAuthor)
        async throws -> ApprovalRequest
    {
        try await store.write { try request($0, move, of: record, from: version, note: note, by: author) }
    }

    /// The same within the caller's transaction.
    @discardableResult
    package func request(
        _ db: Database, _ move: String, of record: Record, from version: Int64, note: String, by author: RecordAuthor
    ) throws -> ApprovalRequest {
        guard let account = author.account else { throw AccessProblem.forbidden(.edit, record.type.resource) }
        try author.require(.edit, record.type)
        let current = try records.find(db, record.type, number: record.number, for: author)
        try records.checkMove(current, from: version, move, by: author)
        try records.obey(db, RecordAct(.ask(move), before: current, current, by: author))
        if try open(db, current.id) != nil { throw ApprovalProblem.alreadyOpen(code: current.code) }
        let own = try routes(db, current.type)
        let facts = try self.facts(db, current)
        guard let route = (own.isEmpty ? [Self.usual(current.type)] : own).first(where: { $0.fits(current, facts) })
        else {
            throw ApprovalProblem.noRoute(code: current.code)
        }
        let now = store.clock.now()
        try db.execute(
            sql: """
                INSERT INTO approval_request (record_id, version, move, note, route, steps, requested_by, requested_at, state, step, step_opened_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', 0, ?)
                """,
            arguments: [
                current.id, current.version, move, note, route.name, try encoded(route.steps), account.id, now, now,
            ])
        let id = db.lastInsertedRowID
        try openStep(db, id, 0, route.steps, requester: account.id)
        try log(
            db, "approval.request", id, current, author,
            ["move": move, "route": route.name, "version": String(current.version)])
        return try require(db, id)
    }

    // MARK: Deciding

    /// Problems: `approval.not_open`, `approval.not_yours`, `approval.own_request`, `approval.text_missing`, `approval.changed_meanwhile`.
    @discardableResult
    package func decide(_ id: Int64, _ decision: ApprovalDecision, text: String = "", by author: RecordAuthor)
        async throws -> ApprovalRequest
    {
        guard let account = author.account else { throw ApprovalProblem.notYours }
        return try await store.write { db in
            let request = try self.sitting(db, id, account.id)
            if decision == .handedOver { throw ApprovalProblem.notYours }
            if decision != .approve, text.isEmpty { throw ApprovalProblem.textMissing }
            try settle(db, request, account.id, decision, text)
            let record = try self.record(db, request)
            try log(db, "approval.\(decision.rawValue)", id, record, author, text.isEmpty ? [:] : ["text": text])
            switch decision {
            case .reject: try close(db, id, .rejected)
            case .return: try close(db, id, .returned)
            case .approve, .handedOver: try advance(db, try require(db, id), record, by: author)
            }
            return try require(db, id)
        }
    }

    /// Gives one's place to a colleague. Problems: `approval.delegate_unfit`, and those of `decide`.
    @discardableResult
    package func handOver(_ id: Int64, to other: Int64, text: String = "", by author: RecordAuthor) async throws
        -> ApprovalRequest
    {
        guard let account = author.account else { throw ApprovalProblem.notYours }
        return try await store.write { db in
            let request = try self.sitting(db, id, account.id)
            let isThere = request.seats.contains { $0.step == request.step && $0.accountID == other }
            guard other != request.requestedBy, !isThere, try isActive(db, other) else {
                throw ApprovalProblem.delegateUnfit
            }
            try settle(db, request, account.id, .handedOver, text)
            try seat(db, id, request.step, other, for: account.id, escalation: false)
            try log(db, "approval.hand_over", id, try record(db, request), author, ["to": String(other)])
            return try require(db, id)
        }
    }

    /// The requester takes it back. Problems: `approval.not_open`, `approval.not_yours`.
    @discardableResult
    package func withdraw(_ id: Int64, by author: RecordAuthor) async throws -> ApprovalRequest {
        try await store.write { db in
            let request = try require(db, id)
            guard request.state == .open else { throw ApprovalProblem.notOpen(state: request.state) }
            guard author.account?.id == request.requestedBy else { throw ApprovalProblem.notYours }
            try close(db, id, .withdrawn)
            try log(db, "approval.withdraw", id, try record(db, request), author, [:])
            return try require(db, id)
        }
    }

    // MARK: The clock

    /// What time does: overdue steps let those named for it decide as well, once; nobody waits for accounts that are gone.
    /// Returns the requests that it touched.
    @discardableResult
    package func tick() async throws -> [ApprovalRequest] {
        try await store.write { db in
            let ids = try Int64.fetchAll(
                db,
                sql: """
                    SELECT approval_request_id FROM approval_request q WHERE state = 'open' AND escalated_at IS NULL AND (due_at <= ? OR EXISTS (
                        SELECT 1 FROM approval_seat s JOIN account a USING (account_id) WHERE s.approval_request_id = q.approval_request_id
                            AND s.step = q.step AND s.decision IS NULL AND a.disabled_at IS NOT NULL))
                    ORDER BY due_at IS NULL, due_at, approval_request_id
                    """, arguments: [store.clock.now()])
            return try ids.compactMap { try tick(db, try require(db, $0)) }
        }
    }

    private func tick(_ db: Database, _ request: ApprovalRequest) throws -> ApprovalRequest? {
        let record = try record(db, request)
        try advance(db, request, record, by: .system)
        let now = try require(db, request.id)
        if now.state != .open || now.step != request.step { return now }
        let isOverdue = now.dueAt.map { $0 <= store.clock.now() } ?? false
        let isEmpty = !now.seats.contains { $0.step == now.step && $0.decision == nil && !$0.isGone }
        guard isOverdue || isEmpty else { return nil }
        try escalate(db, now, record)
        return try require(db, request.id)
    }

    private func escalate(_ db: Database, _ request: ApprovalRequest, _ record: Record) throws {
        let step = request.steps[request.step]
        try db.execute(
            sql: "UPDATE approval_request SET escalated_at = ? WHERE approval_request_id = ?",
            arguments: [store.clock.now(), request.id])
        for account in try step.escalation.map({ try accounts(db, $0) }) ?? [] where account != request.requestedBy {
            try seat(db, request.id, request.step, account, for: nil, escalation: true)
        }
        try log(db, "approval.escalate", request.id, record, .system, ["step": step.name.en])
    }
}

extension ApprovalStore {
    /// The open request, if this account may decide it now.
    private func sitting(_ db: Database, _ id: Int64, _ account: Int64) throws -> ApprovalRequest {
        let request = try require(db, id)
        guard request.state == .open else { throw ApprovalProblem.notOpen(state: request.state) }
        if request.requestedBy == account { throw ApprovalProblem.ownRequest }
        guard request.waits(for: account) else { throw ApprovalProblem.notYours }
        let version = try records.version(db, request.recordID)
        if version != request.version { throw ApprovalProblem.changedMeanwhile(code: request.record.code) }
        return request
    }

    private func settle(
        _ db: Database, _ request: ApprovalRequest, _ account: Int64, _ decision: ApprovalDecision, _ text: String
    ) throws {
        try db.execute(
            sql: """
                UPDATE approval_seat SET decision = ?, text = ?, decided_at = ?
                WHERE approval_request_id = ? AND step = ? AND account_id = ?
                """,
            arguments: [
                decision.rawValue, text.isEmpty ? nil : text, store.clock.now(), request.id, request.step, account,
            ])
    }

    /// Opens the next step when this one is done, or lets the record make its move after the last.
    private func advance(_ db: Database, _ request: ApprovalRequest, _ record: Record, by author: RecordAuthor) throws {
        let seats = request.seats.filter { $0.step == request.step }
        // Whoever escalation brought in may speak for the step, but is not one more whose yes is needed.
        let regular = seats.filter { !$0.isEscalation && !$0.isGone && $0.decision != .handedOver }
        let agreed = seats.filter { $0.decision == .approve }
        let isDone =
            agreed.contains { $0.isEscalation }
            || (!agreed.isEmpty && agreed.count >= request.steps[request.step].rule.needed(of: regular.count))
        guard isDone else { return }
        if request.step + 1 < request.steps.count {
            try openStep(db, request.id, request.step + 1, request.steps, requester: request.requestedBy)
        } else {
            try close(db, request.id, .approved)
            try records.makeApproved(db, record, from: request.version, request.move, by: author)
        }
    }

    /// Seats for the step's people: without the requester and without whom is disabled; those who are away are stood in for.
    private func openStep(_ db: Database, _ id: Int64, _ step: Int, _ steps: [ApprovalStep], requester: Int64) throws {
        let now = store.clock.now()
        let today = zone.day(of: now)
        var seated: Set<Int64> = []
        for account in try accounts(db, steps[step].people) where account != requester {
            let stand = try standIn(db, for: account, on: today, requester: requester)
            if seated.insert(stand ?? account).inserted {
                try seat(db, id, step, stand ?? account, for: stand == nil ? nil : account, escalation: false)
            }
        }
        if seated.isEmpty { throw ApprovalProblem.noDecider(step: steps[step].name) }
        let due = steps[step].hours.map { now + .seconds($0 * 3600) }
        try db.execute(
            sql:
                "UPDATE approval_request SET step = ?, step_opened_at = ?, due_at = ?, escalated_at = NULL WHERE approval_request_id = ?",
            arguments: [step, now, due, id])
    }

    private func seat(_ db: Database, _ id: Int64, _ step: Int, _ account: Int64, for other: Int64?, escalation: Bool)
        throws
    {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO approval_seat (approval_request_id, step, account_id, for_account_id, is_escalation) VALUES (?, ?, ?, ?, ?)
                """, arguments: [id, step, account, other, escalation])
    }

    private func accounts(_ db: Database, _ people: ApprovalPeople) throws -> [Int64] {
        switch people {
        case .accounts(let ids): try ids.filter { try isActive(db, $0) }
        case .role(let role):
            try Int64.fetchAll(
                db,
                sql:
                    "SELECT account_id FROM account JOIN account_role USING (account_id) WHERE role = ? AND disabled_at IS NULL ORDER BY 1",
                arguments: [role.rawValue])
        }
    }

    private func isActive(_ db: Database, _ account: Int64) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT disabled_at IS NULL FROM account WHERE account_id = ?", arguments: [account])
            ?? false
    }

    /// Who stands in for somebody on a day; never the requester, never somebody disabled.
    private func standIn(_ db: Database, for account: Int64, on day: Day, requester: Int64) throws -> Int64? {
        let other = try Int64.fetchOne(
            db,
            sql:
                "SELECT to_account_id FROM approval_delegation WHERE account_id = ? AND ? BETWEEN from_on AND to_on ORDER BY from_on DESC",
            arguments: [account, day])
        guard let other, other != requester, try isActive(db, other) else { return nil }
        return other
    }

    func close(_ db: Database, _ id: Int64, _ state: ApprovalRequest.State) throws {
        try db.execute(
            sql: "UPDATE approval_request SET state = ?, closed_at = ?, due_at = NULL WHERE approval_request_id = ?",
            arguments: [state.rawValue, store.clock.now(), id])
    }

    private func record(_ db: Database, _ request: ApprovalRequest) throws -> Record {
        try records.find(db, records.catalog.require(request.record.type), number: request.record.number, for: .system)
    }

    private func log(
        _ db: Database, _ action: String, _ id: Int64, _ record: Record, _ author: RecordAuthor,
        _ detail: [String: String]
    ) throws {
        try store.audit.append(
            db, author: author.author, action: action, subject: "\(record.type.id):\(record.number)",
            detail: detail.merging(["request": String(id)]) { own, _ in own })
    }
}
