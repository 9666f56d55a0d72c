import Foundation
import Kernel
package import Records
package import Store

package import class GRDB.Database
package import class GRDB.Row

/// Puts handbooks together, freezes and reads them, and knows who has read them.
package struct HandbookStore: Sendable {
    let records: RecordStore

    package init(_ records: RecordStore) { self.records = records }

    // MARK: Content

    /// The handbook as it would be put together now, whole.
    package func assemble(_ db: Database) throws -> HandbookContent {
        let approvals = ApprovalStore(records, zone: .utc)
        var included: Set<Int64> = []
        return HandbookContent(
            chapters: try HandbookChapter.all.compactMap { chapter in
                let groups = try chapter.parts.compactMap { part -> HandbookContent.Group? in
                    guard records.catalog.type(part.type.id) != nil else { return nil }
                    let found = try records.all(db, part.type).filter { record in
                        let isWithin =
                            part.within.map { record.whole($0).map { included.contains($0) } ?? false } ?? true
                        return isWithin && part.states.contains(record.state)
                    }
                    included.formUnion(found.map(\.id))
                    if found.isEmpty { return nil }
                    let names = try PlanTextStore(records).names(db, of: found)
                    let items = try found.map { try item(db, $0, names, approvals) }
                    return HandbookContent.Group(type: part.type.id, title: part.type.name, items: items)
                }
                return groups.isEmpty
                    ? nil : HandbookContent.Chapter(id: chapter.id, title: chapter.title, groups: groups)
            }
        ).numbered()
    }

    private func item(_ db: Database, _ record: Record, _ names: RecordNames, _ approvals: ApprovalStore) throws
        -> HandbookContent.Item
    {
        let facts = record.type.fields.dropFirst().compactMap {
            HandbookContent.Fact($0, of: record, names, records.currency)
        }
        let asked = try approvals.requests(db, about: record).first { $0.state == .approved }
        let deciders = asked?.seats.filter { $0.decision == .approve }.map(\.name) ?? []
        let day = try asked?.closedAt.map { try SettingStore(records.store).company(db).zone.day(of: $0) }
        let region: String? = record.type.fields.first { $0.kind == .region }.flatMap { record.text($0.id) }
        return HandbookContent.Item(
            code: record.code, title: record.title, state: record.stateName, version: record.version, region: region,
            facts: facts, approval: day.map { "\(deciders.joined(separator: "、")) \($0)" })
    }

    // MARK: Frozen content

    /// What was frozen with the request for this version of the record; `nil` before it was asked for.
    package func frozen(_ db: Database, _ record: Record, version: Int64) throws -> HandbookContent? {
        let body = try String.fetchOne(
            db, sql: "SELECT body FROM handbook_edition WHERE record_id = ? AND record_version = ?",
            arguments: [record.id, version])
        return try body.map { try JSONDecoder().decode(HandbookContent.self, from: Data($0.utf8)) }
    }

    /// The content that was published. Problem: `handbook.not_published`.
    package func published(_ db: Database, _ record: Record) throws -> HandbookContent {
        let version = try Int64.fetchOne(
            db, sql: "SELECT record_version FROM handbook_release WHERE record_id = ?", arguments: [record.id])
        guard let version, let content = try frozen(db, record, version: version) else {
            throw HandbookProblem.notPublished(record.code)
        }
        return content
    }

    /// All published versions, the newest first.
    package func editions(_ db: Database, for reader: RecordAuthor) throws -> [HandbookEdition] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT r.*, e.hash, n.number FROM handbook_release r JOIN handbook_edition e USING (record_id, record_version)
                JOIN record n USING (record_id) ORDER BY major DESC, minor DESC
                """)
        return try rows.map { row in
            HandbookEdition(
                record: try records.find(db, .handbookVersion, number: row["number"], for: reader),
                number: HandbookNumber(major: row["major"], minor: row["minor"]), releasedAt: row["released_at"],
                hash: row["hash"])
        }
    }

    // MARK: Reading

    /// Who has to read a version, those who have not confirmed first.
    package func readings(_ db: Database, _ record: Record) throws -> [HandbookReading] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT h.*, a.name FROM handbook_reading h JOIN account a USING (account_id)
                WHERE record_id = ? ORDER BY confirmed_at IS NOT NULL, confirmed_at, a.name_key
                """, arguments: [record.id]
        ).map { row in
            HandbookReading(
                account: row["account_id"], name: row["name"], dueOn: row["due_on"], reminders: row["reminders"],
                confirmedAt: row["confirmed_at"])
        }
    }

    /// Confirms that the account has read a version; once is enough. Problem: `handbook.not_published`.
    package func confirm(_ record: Record, by author: RecordAuthor) async throws {
        guard let account = author.account else { throw AccessProblem.notSignedIn }
        try await records.store.write { db in
            _ = try published(db, record)
            try db.execute(
                sql: """
                    INSERT INTO handbook_reading (record_id, account_id, due_on, confirmed_at)
                    SELECT record_id, ?, due_on, ? FROM handbook_release WHERE record_id = ?
                    ON CONFLICT DO UPDATE SET confirmed_at = coalesce(confirmed_at, excluded.confirmed_at)
                    """, arguments: [account.id, records.store.clock.now(), record.id])
            try records.store.audit.append(
                db, author: author.author, action: "handbook.confirm", subject: "handbook_version:\(record.number)")
        }
    }

    /// The version in force that this account has been reminded of and not confirmed yet: its record's number and its own.
    package func reminder(for account: Int64) async throws -> (record: Int64, number: HandbookNumber)? {
        try await records.store.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT n.number, r.major, r.minor FROM handbook_reading h JOIN handbook_release r USING (record_id)
                    JOIN record n USING (record_id)
                    WHERE h.account_id = ? AND h.confirmed_at IS NULL AND h.reminders > 0
                        AND NOT EXISTS (SELECT 1 FROM handbook_release x WHERE (x.major, x.minor) > (r.major, r.minor))
                    """, arguments: [account]
            ).map { (record: $0["number"], number: HandbookNumber(major: $0["major"], minor: $0["minor"])) }
        }
    }

    /// Every morning: who has not confirmed the version in force by its day is reminded, once a day.
    package static func reminding(_ store: Store) -> ScheduledTask {
        ScheduledTask(
            "handbook.remind", name: Text(zh: "提醒阅读战略执行手册", en: "Reminders to read the handbook"),
            .daily(at: .hour(9)), missed: .runOnce
        ) { db, slot in
            try db.execute(
                sql: """
                    UPDATE handbook_reading SET reminders = reminders + 1, reminded_on = ?
                    WHERE confirmed_at IS NULL AND due_on < ? AND reminded_on IS NOT ?
                        AND record_id = (SELECT record_id FROM handbook_release ORDER BY major DESC, minor DESC LIMIT 1)
                        AND account_id IN (SELECT account_id FROM account WHERE disabled_at IS NULL)
                    """, arguments: [slot.day, slot.day, slot.day])
            let count = db.changesCount
            if count == 0 { return }
            try store.audit.append(
                db, author: .system, action: "handbook.remind", subject: "handbook:\(slot.day)",
                detail: ["accounts": String(count)])
        }
    }
}
