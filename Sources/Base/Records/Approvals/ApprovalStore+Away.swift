import GRDB
package import Kernel
import Store

/// Who decides in whose place while somebody is away.
extension ApprovalStore {
    package struct Absence: Sendable, Hashable, Identifiable {
        package var id: Day { first }
        package let first: Day
        package let last: Day
        package let standIn: String
    }

    /// Somebody else decides in one's place from one day to another, both included. Requests that wait already stay where they
    /// are. Problems: `approval.delegate_unfit`, `approval.delegate_days`, `approval.delegate_ring`.
    package func delegate(from account: Account, to other: Int64, _ first: Day, _ last: Day) async throws {
        try await store.write { db in
            guard last >= first else { throw ApprovalProblem.delegateDays }
            guard other != account.id, try mayDecide(db, other, .plan) else { throw ApprovalProblem.delegateUnfit }
            if let ring = try ring(db, from: account.id, to: other, first, last) {
                throw ApprovalProblem.delegateRing(try ring.map { try name(db, $0) })
            }
            try db.execute(
                sql:
                    "INSERT OR REPLACE INTO approval_delegation (account_id, to_account_id, from_on, to_on) VALUES (?, ?, ?, ?)",
                arguments: [account.id, other, first, last])
            try store.audit.append(
                db, author: account.author, action: "approval.delegate", subject: "account:\(account.id)",
                detail: ["to": String(other), "from_on": first.description, "to_on": last.description])
        }
    }

    /// Those that are not over yet, the nearest first.
    package func absences(of account: Int64) async throws -> [Absence] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT d.*, a.name FROM approval_delegation d JOIN account a ON a.account_id = d.to_account_id
                    WHERE d.account_id = ? AND d.to_on >= ? ORDER BY d.from_on
                    """, arguments: [account, zone.day(of: store.clock.now())]
            ).map { Absence(first: $0["from_on"], last: $0["to_on"], standIn: $0["name"]) }
        }
    }

    /// New requests come to oneself again.
    package func endAbsence(of account: Account, from first: Day) async throws {
        try await store.write { db in
            try db.execute(
                sql: "DELETE FROM approval_delegation WHERE account_id = ? AND from_on = ?",
                arguments: [account.id, first])
            guard db.changesCount > 0 else { return }
            try store.audit.append(
                db, author: account.author, action: "approval.delegate_end", subject: "account:\(account.id)",
                detail: ["from_on": first.description])
        }
    }

    /// Who stands in for somebody today, along the chain of those who are away themselves; never the requester, never
    /// somebody who may not decide. `nil`: she is there, or nobody fit stands in, and it waits for herself.
    func standIn(_ db: Database, for account: Int64, _ resource: Resource, requester: Int64) throws -> Int64? {
        let today = zone.day(of: store.clock.now())
        var seen: Set<Int64> = [account]
        var found: Int64?
        while let next = try Int64.fetchOne(
            db,
            sql: """
                SELECT to_account_id FROM approval_delegation WHERE account_id = ? AND ? BETWEEN from_on AND to_on
                ORDER BY from_on DESC
                """, arguments: [found ?? account, today])
        {
            guard seen.insert(next).inserted, next != requester, try mayDecide(db, next, resource) else { break }
            found = next
        }
        return found
    }

    /// The way from somebody to herself that one more absence would close on some of its days.
    private func ring(_ db: Database, from account: Int64, to other: Int64, _ first: Day, _ last: Day) throws
        -> [Int64]?
    {
        var ways = [(way: [account, other], first: first, last: last)]
        while let (way, first, last) = ways.popLast() {
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT to_account_id, from_on, to_on FROM approval_delegation
                    WHERE account_id = ? AND from_on <= ? AND to_on >= ?
                    """, arguments: [way.last, last, first])
            for row in rows {
                let next: Int64 = row["to_account_id"]
                if next == account { return way + [next] }
                if way.contains(next) { continue }
                ways.append((way + [next], max(first, row["from_on"]), min(last, row["to_on"])))
            }
        }
        return nil
    }

    private func name(_ db: Database, _ account: Int64) throws -> String {
        try String.fetchOne(db, sql: "SELECT name FROM account WHERE account_id = ?", arguments: [account])
            ?? "#\(account)"
    }
}
