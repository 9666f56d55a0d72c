import Foundation
package import GRDB
import Kernel
import Store

/// Routes are data: read, written, ordered, with a version and an entry in the audit log for every change.
extension ApprovalStore {
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
        ).map(route)
    }

    /// Problem: `record.unknown_record`.
    package func route(_ db: Database, _ id: Int64) throws -> ApprovalRoute {
        let found = try Row.fetchOne(
            db, sql: "SELECT * FROM approval_route WHERE approval_route_id = ?", arguments: [id])
        guard let row = found else { throw RecordProblem.unknownRecord("#\(id)") }
        return try route(row)
    }

    private func route(_ row: Row) throws -> ApprovalRoute {
        let draft = try draft(row)
        return ApprovalRoute(
            id: row["approval_route_id"], type: row["type"], name: draft.name, condition: draft.condition,
            steps: draft.steps, isActive: draft.isActive, version: row["version"])
    }

    private func draft(_ row: Row) throws -> ApprovalRouteDraft {
        ApprovalRouteDraft(
            row["name"],
            when: try (row["condition"] as String?).map {
                try JSONDecoder().decode(ApprovalRoute.Condition.self, from: Data($0.utf8))
            },
            try JSONDecoder().decode([ApprovalStep].self, from: Data((row["steps"] as String).utf8)),
            active: row["is_active"])
    }

    /// The newest first.
    package func versions(_ db: Database, of route: Int64) throws -> [ApprovalRouteVersion] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM approval_route_version WHERE approval_route_id = ? ORDER BY version DESC",
            arguments: [route]
        ).map {
            ApprovalRouteVersion(version: $0["version"], draft: try draft($0), author: $0["author"], at: $0["at"])
        }
    }

    // MARK: Writing

    /// The new route is tried last. Problems: `access.forbidden`, `approval.route_unfit`.
    @discardableResult
    package func add(_ draft: ApprovalRouteDraft, of type: RecordType, by author: RecordAuthor) async throws -> Int64 {
        try author.require(.administer, type)
        return try await store.write { db in
            try check(db, draft, type, other: nil)
            try db.execute(
                sql: """
                    INSERT INTO approval_route (type, name, place, condition, steps, is_active, version)
                    VALUES (?, ?, (SELECT coalesce(max(place), 0) + 1 FROM approval_route WHERE type = ?), ?, ?, ?, 1)
                    """,
                arguments: [
                    type.id, draft.name, type.id, try draft.condition.map { try encoded($0) }, try encoded(draft.steps),
                    draft.isActive,
                ])
            let id = db.lastInsertedRowID
            try keep(db, id, 1, draft, type, by: author)
            return id
        }
    }

    /// Requests under way go on by the version by which they were sent.
    /// Problems: `access.forbidden`, `approval.route_changed`, `approval.route_unfit`.
    package func change(_ id: Int64, from version: Int64, to draft: ApprovalRouteDraft, by author: RecordAuthor)
        async throws
    {
        try await store.write { db in
            let current = try route(db, id)
            let type = try records.catalog.require(current.type)
            try author.require(.administer, type)
            if current.version != version { throw ApprovalProblem.routeChanged(name: current.name) }
            try check(db, draft, type, other: id)
            try db.execute(
                sql: """
                    UPDATE approval_route SET name = ?, condition = ?, steps = ?, is_active = ?, version = version + 1
                    WHERE approval_route_id = ?
                    """,
                arguments: [
                    draft.name, try draft.condition.map { try encoded($0) }, try encoded(draft.steps), draft.isActive,
                    id,
                ])
            try keep(db, id, version + 1, draft, type, by: author)
        }
    }

    /// Tries this route before the one that stands over it.
    package func raise(_ id: Int64, by author: RecordAuthor) async throws {
        try await store.write { db in
            let route = try route(db, id)
            let type = try records.catalog.require(route.type)
            try author.require(.administer, type)
            var order = try routes(db, type).map(\.id)
            guard let place = order.firstIndex(of: id), place > 0 else { return }
            order.swapAt(place, place - 1)
            for (place, id) in order.enumerated() {
                try db.execute(
                    sql: "UPDATE approval_route SET place = ? WHERE approval_route_id = ?", arguments: [place + 1, id])
            }
            try store.audit.append(
                db, author: author.author, action: "approval.route_order", subject: "\(type.id):\(route.name)",
                detail: ["place": String(place)])
        }
    }

    private func keep(
        _ db: Database, _ id: Int64, _ version: Int64, _ draft: ApprovalRouteDraft, _ type: RecordType,
        by author: RecordAuthor
    ) throws {
        let condition = try draft.condition.map { try encoded($0) }
        let steps = try encoded(draft.steps)
        try db.execute(
            sql: """
                INSERT INTO approval_route_version (approval_route_id, version, name, condition, steps, is_active, author, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, version, draft.name, condition, steps, draft.isActive, author.author.description,
                store.clock.now(),
            ])
        try store.audit.append(
            db, author: author.author, action: "approval.route", subject: "\(type.id):\(draft.name)",
            detail: [
                "version": String(version), "condition": condition ?? "", "steps": steps,
                "active": String(draft.isActive),
            ])
    }

    func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
