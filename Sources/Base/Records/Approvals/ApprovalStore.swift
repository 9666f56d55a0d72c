package import GRDB
package import Kernel
import Store

/// Requests on their way: asking, deciding, handing over, withdrawing. What the clock does to them is in `+Clock`.
///
/// - A request binds one version of one record; any change of the record voids it.
/// - Steps open one after the other. A step is done when its rule is met, and its refusal ends the request.
/// - Nobody decides her own request, whatever seats she holds.
/// - When the last step is done, the record makes its move in the same transaction.
package struct ApprovalStore: Sendable {
    let records: RecordStore
    let zone: BusinessZone
    let bodies: ApprovalBodies

    package init(_ records: RecordStore, zone: BusinessZone, bodies: ApprovalBodies = .none) {
        self.records = records
        self.zone = zone
        self.bodies = bodies
    }

    var store: Store { records.store }

    /// Until a company sets up its own routes: one executive within 48 hours. It has no name.
    static func usual(_ type: RecordType) -> ApprovalRoute {
        let step = ApprovalStep(Text(zh: "管理层审批", en: "Management"), .role(.executive), .any, hours: 48)
        return ApprovalRoute(
            id: 0, type: type.id, name: "", condition: nil, steps: [step], isActive: true, version: 0)
    }

    // MARK: Asking

    /// Problems: `approval.no_route`, `approval.already_open`, `approval.no_decider`, `approval.body_unfit`, `record.stale`,
    /// those of the move.
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
        let step = try records.checkMove(current, from: version, move, by: author)
        if !step.needsApproval { throw ApprovalProblem.needsNone(move: step.name) }
        try records.obey(db, RecordAct(.ask(move), before: current, current, by: author))
        if try open(db, current.id) != nil { throw ApprovalProblem.alreadyOpen(code: current.code) }
        guard let route = try candidates(db, current.type).first(where: { $0.fits(current, try facts(db, current)) })
        else {
            throw ApprovalProblem.noRoute(code: current.code)
        }
        // Who could not be asked later on is said now, to somebody who can still change something.
        for step in route.steps { _ = try seating(db, step, of: current.type, requester: account.id) }
        let id = try insert(db, route, current, move, note, by: account.id)
        try openStep(db, id, 0, route.steps, of: current.type, requester: account.id)
        try log(
            db, "approval.request", id, current, author,
            ["move": move, "route": route.name, "version": String(current.version)])
        return try require(db, id)
    }

    /// The type's own routes, or the usual one where it has none.
    func candidates(_ db: Database, _ type: RecordType) throws -> [ApprovalRoute] {
        let own = try routes(db, type)
        return own.isEmpty ? [Self.usual(type)] : own
    }

    private func insert(
        _ db: Database, _ route: ApprovalRoute, _ record: Record, _ move: String, _ note: String, by account: Int64
    ) throws -> Int64 {
        let now = store.clock.now()
        try db.execute(
            sql: """
                INSERT INTO approval_request (record_id, version, move, note, route, route_version, steps, requested_by, requested_at,
                    state, step, step_opened_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', 0, ?)
                """,
            arguments: [
                record.id, record.version, move, note, route.name, route.version == 0 ? nil : route.version,
                try encoded(route.steps), account, now, now,
            ])
        return db.lastInsertedRowID
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
            try advance(db, try require(db, id), record, isOver: false, by: author)
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
            let record = try self.record(db, request)
            let isThere = request.seats.contains { $0.step == request.step && $0.accountID == other }
            guard other != request.requestedBy, !isThere, try mayDecide(db, other, record.type.resource) else {
                throw ApprovalProblem.delegateUnfit
            }
            for own in request.seats
            where own.step == request.step && own.accountID == account.id && own.decision == nil {
                let next = ApprovalSeating.Seat(
                    account: other, standsFor: account.id, function: own.function, isChair: own.isChair)
                try seat(db, id, request.step, next, escalation: own.isEscalation)
            }
            try settle(db, request, account.id, .handedOver, text)
            try log(db, "approval.hand_over", id, record, author, ["to": String(other)])
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

    /// One word for every place that somebody holds in the open step.
    private func settle(
        _ db: Database, _ request: ApprovalRequest, _ account: Int64, _ decision: ApprovalDecision, _ text: String
    ) throws {
        try db.execute(
            sql: """
                UPDATE approval_seat SET decision = ?, text = ?, decided_at = ?
                WHERE approval_request_id = ? AND step = ? AND account_id = ? AND decision IS NULL
                """,
            arguments: [
                decision.rawValue, text.isEmpty ? nil : text, store.clock.now(), request.id, request.step, account,
            ])
    }
}
