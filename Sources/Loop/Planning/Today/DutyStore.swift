import GRDB
package import Kernel
package import Records
import Store

/// What waits for somebody today, from all that asks for people: approvals, incidents she commands, risks of hers that
/// warn, her tasks, key results to be checked in, incidents to be reviewed, the handbook to be read (AD-07, AD-08, RK-01, RK-02, RK-04, S-04,
/// WF-01).
/// It reads what stands, so that nothing is told late.
package struct DutyStore: Sendable {
    private let records: RecordStore
    private let zone: BusinessZone
    private let tasks = TaskDutyStore()
    private let kept = KeptDuties()

    package init(_ records: RecordStore, zone: BusinessZone) {
        self.records = records
        self.zone = zone
    }

    /// The most pressing kind first; in it, what is due first. Every page asks for them, for its bell: they are read once after
    /// each change and day.
    package func duties(for reader: RecordAuthor) async throws -> [Duty] {
        guard let account = reader.account?.id else { return [] }
        let kinds = kinds(of: reader)
        let work = WorkStore(records, zone: zone)
        return try await records.store.read { db in
            // Every change leaves an audit entry, so the last one says whether anything changed.
            let change = try Int64.fetchOne(db, sql: "SELECT max(audit_entry_id) FROM audit_entry") ?? 0
            return try kept.duties(of: account, kinds, change: change, day: work.today) {
                try read(db, account, kinds, work)
            }
        }
    }

    /// Those that the reader may see; a token may show less than the account.
    private func kinds(of reader: RecordAuthor) -> Set<Duty.Kind> {
        var kinds: Set<Duty.Kind> = [.approval]
        func may(_ action: Action, _ type: String) -> Bool {
            records.catalog.type(type).map { reader.may(action, $0) } ?? false
        }
        if reader.may(.view, .handbookVersion) { kinds.insert(.handbook) }
        if may(.view, "incident") { kinds.insert(.incident) }
        if may(.view, "risk") { kinds.insert(.risk) }
        if may(.edit, "incident_review") { kinds.insert(.review) }
        if may(.view, "task") { kinds.insert(.task) }
        if may(.edit, "check_in") { kinds.insert(.checkIn) }
        return kinds
    }

    private func read(_ db: Database, _ account: Int64, _ kinds: Set<Duty.Kind>, _ work: WorkStore) throws -> [Duty] {
        let found = try Duty.Kind.allCases.filter(kinds.contains).flatMap { kind in
            switch kind {
            case .approval: try approvals(db, account)
            case .handbook: try handbook(db, account)
            case .incident: try incidents(db, account)
            case .risk: try risks(db, account)
            case .task: try tasks.duties(db, of: account, work)
            case .checkIn: try checkIns(db, account)
            case .review: try reviews(db, account)
            }
        }
        let order = Dictionary(uniqueKeysWithValues: zip(Duty.Kind.allCases, 0...))
        return found.sorted { left, right in
            (order[left.kind] ?? 0, left.due?.seconds ?? .max, left.number)
                < (order[right.kind] ?? 0, right.due?.seconds ?? .max, right.number)
        }
    }

    private func approvals(_ db: Database, _ account: Int64) throws -> [Duty] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT q.approval_request_id AS id, q.due_at, r.type, r.number, r.record_id
                FROM approval_request q JOIN record r USING (record_id)
                WHERE q.state = 'open' AND EXISTS (
                    SELECT 1 FROM approval_seat s WHERE s.approval_request_id = q.approval_request_id
                        AND s.step = q.step AND s.account_id = ? AND s.decision IS NULL)
                """, arguments: [account])
        return try Dictionary(grouping: rows) { $0["type"] as String }.flatMap { id, rows in
            let type = try records.catalog.require(id)
            let asked = try records.records(db, type, ids: Set(rows.map { $0["record_id"] }), for: .system)
            return rows.map { row in
                Duty(
                    kind: .approval, number: row["id"], code: type.number(row["number"]),
                    title: asked[row["record_id"]]?.title ?? "", due: row["due_at"])
            }
        }
    }

    /// Only the version in force.
    private func handbook(_ db: Database, _ account: Int64) throws -> [Duty] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT n.number, b.title, r.major, r.minor, h.due_on FROM handbook_reading h
                JOIN handbook_release r USING (record_id) JOIN record n USING (record_id)
                JOIN r_handbook_version b USING (record_id)
                WHERE h.account_id = ? AND h.confirmed_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM handbook_release x WHERE (x.major, x.minor) > (r.major, r.minor))
                """, arguments: [account]
        ).map { row in
            let due: Day = row["due_on"]
            return Duty(
                kind: .handbook, number: row["number"], code: "\(row["major"] as Int).\(row["minor"] as Int)",
                title: row["title"], due: zone.start(of: due + 1) + .seconds(-1))
        }
    }

    private func incidents(_ db: Database, _ account: Int64) throws -> [Duty] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT i.number, i.title, i.created_at, p.hours FROM r_incident i
                LEFT JOIN r_emergency_plan p ON p.record_id = i.plan
                WHERE i.commander = ? AND i.state IN ('open', 'contained') AND i.archived_at IS NULL
                """, arguments: [account]
        ).map { row in
            let hours = row["hours"] as Double? ?? IncidentClock.usualHours
            return Duty(
                kind: .incident, number: row["number"], code: RecordType.incident.number(row["number"]),
                title: row["title"], due: (row["created_at"] as Instant) + .seconds(hours * 3_600))
        }
    }

    private func risks(_ db: Database, _ account: Int64) throws -> [Duty] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT number, title FROM r_risk
                WHERE owner = ? AND state IN ('warned', 'occurred') AND archived_at IS NULL
                """, arguments: [account]
        ).map { row in
            Duty(
                kind: .risk, number: row["number"], code: RecordType.risk.number(row["number"]), title: row["title"],
                due: nil)
        }
    }

    private func reviews(_ db: Database, _ account: Int64) throws -> [Duty] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT number, title, due_on FROM r_incident_review
                WHERE owner = ? AND state = 'draft' AND archived_at IS NULL
                """, arguments: [account]
        ).map { row in
            Duty(
                kind: .review, number: row["number"], code: RecordType.incidentReview.number(row["number"]),
                title: row["title"], due: (row["due_on"] as Day?).map { zone.start(of: $0 + 1) + .seconds(-1) })
        }
    }

    /// Open key results, the account's own or of an objective of hers where nobody else is named, that the latest session
    /// still waits for.
    private func checkIns(_ db: Database, _ account: Int64) throws -> [Duty] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT k.number, k.title, s.held_on
                FROM (SELECT held_on FROM alignment_session ORDER BY held_on DESC LIMIT 1) s
                CROSS JOIN r_key_result k JOIN r_objective o ON o.record_id = k.objective
                WHERE coalesce(k.owner, o.owner) = ? AND k.archived_at IS NULL AND k.state NOT IN ('done', 'dropped')
                    AND o.archived_at IS NULL AND o.state <> 'closed'
                    AND NOT EXISTS (SELECT 1 FROM r_check_in c WHERE c.key_result = k.record_id
                        AND c.archived_at IS NULL AND c.held_on >= s.held_on)
                """, arguments: [account]
        ).map { row in
            let session: Day = row["held_on"]
            return Duty(
                kind: .checkIn, number: row["number"], code: RecordType.keyResult.number(row["number"]),
                title: row["title"],
                due: zone.start(of: session + AlignmentSessionStore.daysToCheckIn) + .seconds(-1))
        }
    }
}
