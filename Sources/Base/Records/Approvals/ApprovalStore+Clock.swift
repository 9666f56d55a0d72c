import GRDB
import Kernel
import Store

/// Steps open and end here, by a decision or by the clock.
extension ApprovalStore {
    /// Opens the next step when this one is done, lets the record make its move after the last, ends what is refused.
    func advance(
        _ db: Database, _ request: ApprovalRequest, _ record: Record, isOver: Bool, by author: RecordAuthor
    ) throws {
        switch request.standing(isOver: isOver) {
        case .open, .stuck: return
        case .refused(let state): try close(db, request.id, state)
        case .agreed where request.step + 1 < request.steps.count:
            try openStep(
                db, request.id, request.step + 1, request.steps, of: record.type, requester: request.requestedBy)
        case .agreed:
            try close(db, request.id, .approved)
            try records.makeApproved(db, record, from: request.version, request.move, by: author)
        }
    }

    /// That a step has nobody left is no matter of whoever decided the one before: it goes to its escalation at once.
    func openStep(
        _ db: Database, _ id: Int64, _ step: Int, _ steps: [ApprovalStep], of type: RecordType, requester: Int64
    ) throws {
        var seating: ApprovalSeating?
        do { seating = try self.seating(db, steps[step], of: type, requester: requester) } catch let problem
            as ApprovalProblem
        {
            if step == 0 { throw problem }
        }
        let now = store.clock.now()
        try db.execute(
            sql: """
                UPDATE approval_request SET step = ?, step_opened_at = ?, due_at = ?, escalated_at = NULL, reminded_at = NULL
                WHERE approval_request_id = ?
                """,
            arguments: [step, now, (seating?.hours).map { now + .seconds($0 * 3600) }, id])
        guard let seating else {
            let request = try require(db, id)
            return try escalate(db, request, try record(db, request))
        }
        try sit(db, id, step, seating, escalation: false)
    }

    private func sit(_ db: Database, _ id: Int64, _ step: Int, _ seating: ApprovalSeating, escalation: Bool) throws {
        if let ballot = seating.ballot {
            try db.execute(
                sql: """
                    INSERT INTO approval_ballot (approval_request_id, step, is_escalation, body_id, name, rule, seats, quorum)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, step, escalation, ballot.body.id, ballot.body.name, ballot.body.rule.rawValue, ballot.seats,
                    ballot.quorum,
                ])
        }
        for one in seating.seats { try seat(db, id, step, one, escalation: escalation) }
    }

    func seat(_ db: Database, _ id: Int64, _ step: Int, _ seat: ApprovalSeating.Seat, escalation: Bool) throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO approval_seat
                    (approval_request_id, step, account_id, for_account_id, is_escalation, function, is_chair)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [id, step, seat.account, seat.standsFor, escalation, seat.function, seat.isChair])
    }

    // MARK: The clock

    /// What time does: bodies whose time is over are counted, overdue steps let those named for it decide as well, once;
    /// nobody waits for accounts that are gone; those who have to decide are reminded before the time is over.
    /// Returns the requests that were decided or escalated.
    @discardableResult
    package func tick() async throws -> [ApprovalRequest] {
        try await store.write { db in
            let ids = try Int64.fetchAll(
                db,
                sql: """
                    SELECT approval_request_id FROM approval_request q WHERE state = 'open' AND (due_at IS NOT NULL OR EXISTS (
                        SELECT 1 FROM approval_seat s JOIN account a USING (account_id) WHERE s.approval_request_id = q.approval_request_id
                            AND s.step = q.step AND s.decision IS NULL AND a.disabled_at IS NOT NULL))
                    ORDER BY due_at IS NULL, due_at, approval_request_id
                    """)
            return try ids.compactMap { try tick(db, try require(db, $0)) }
        }
    }

    private func tick(_ db: Database, _ request: ApprovalRequest) throws -> ApprovalRequest? {
        let record = try record(db, request)
        let now = store.clock.now()
        let isOver = request.dueAt.map { $0 <= now } ?? false
        try advance(db, request, record, isOver: isOver, by: .system)
        let next = try require(db, request.id)
        if next.state != .open || next.step != request.step { return next }
        if !next.isEscalated, isOver || next.standing(isOver: isOver) == .stuck {
            try escalate(db, next, record)
            return try require(db, request.id)
        }
        try remind(db, next, record, now)
        return nil
    }

    /// Once a step, when three quarters of its time are gone, but no sooner than a day before the end.
    private func remind(_ db: Database, _ request: ApprovalRequest, _ record: Record, _ now: Instant) throws {
        guard let due = request.dueAt, request.remindedAt == nil, due > now,
            let opened = try Instant.fetchOne(
                db, sql: "SELECT step_opened_at FROM approval_request WHERE approval_request_id = ?",
                arguments: [request.id])
        else { return }
        let lead = min(86_400, (due.seconds - opened.seconds) / 4)
        guard due.seconds - now.seconds <= lead else { return }
        try db.execute(
            sql: "UPDATE approval_request SET reminded_at = ? WHERE approval_request_id = ?",
            arguments: [now, request.id])
        let people = request.seats.filter { $0.step == request.step && $0.isAwaited }.map(\.name)
        try log(db, "approval.remind", request.id, record, .system, ["people": people.joined(separator: ", ")])
    }

    /// Calls in those named for it: of the step, else the body above, else, where nobody is left at all, the executives.
    private func escalate(_ db: Database, _ request: ApprovalRequest, _ record: Record) throws {
        let step = request.steps[request.step]
        let now = store.clock.now()
        try db.execute(
            sql: "UPDATE approval_request SET escalated_at = ? WHERE approval_request_id = ?",
            arguments: [now, request.id])
        if let people = try step.escalation ?? above(db, request) {
            do {
                let seating = try seating(
                    db, people, step.name, nil, of: record.type, requester: request.requestedBy)
                try call(db, request, seating, now)
            } catch is ApprovalProblem {
                // Nobody there either: the page says so, with the way out.
            }
        }
        try log(db, "approval.escalate", request.id, record, .system, ["step": step.name.en])
    }

    private func above(_ db: Database, _ request: ApprovalRequest) throws -> ApprovalPeople? {
        if case .body(let id) = request.steps[request.step].people {
            let today = zone.day(of: store.clock.now())
            let body = try bodies.all(db, records, today).first { $0.id == id }
            if let above = body?.escalatesTo { return .body(above) }
        }
        return request.standing(isOver: true) == .stuck ? .role(.executive) : nil
    }

    /// Whoever is called in by name sits there once; a body's members sit there besides, for they decide as that body.
    private func call(_ db: Database, _ request: ApprovalRequest, _ seating: ApprovalSeating, _ now: Instant) throws {
        var called = seating
        if seating.ballot == nil {
            let there = Set(request.seats.filter { $0.step == request.step }.map(\.accountID))
            called.seats.removeAll { there.contains($0.account) }
        }
        try sit(db, request.id, request.step, called, escalation: true)
        guard let hours = seating.hours else { return }
        try db.execute(
            sql: "UPDATE approval_request SET due_at = ?, reminded_at = NULL WHERE approval_request_id = ?",
            arguments: [now + .seconds(hours * 3600), request.id])
    }
}
