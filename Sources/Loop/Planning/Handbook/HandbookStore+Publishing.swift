import Foundation
import Kernel
import Records
import Store

import class GRDB.Database
import class GRDB.Row

extension HandbookStore {
    /// Keeps the content as it is at this moment, for the version of the record that approval is asked for.
    func freeze(_ db: Database, _ record: Record) throws {
        let content = try assemble(db)
        if content.isEmpty { throw HandbookProblem.empty }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(content)
        // Asked for again without a change of the record: the same version would name two contents.
        if try frozen(db, record, version: record.version) != nil {
            try db.execute(
                sql: """
                    DELETE FROM handbook_edition WHERE record_id = ? AND record_version = ?
                        AND record_id NOT IN (SELECT record_id FROM handbook_release)
                    """, arguments: [record.id, record.version])
        }
        try db.execute(
            sql:
                "INSERT INTO handbook_edition (record_id, record_version, body, hash, frozen_at) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                record.id, record.version, String(decoding: body, as: UTF8.self),
                Digest.hexadecimal(Digest.sha256([UInt8](body))), records.store.clock.now(),
            ])
    }

    /// Gives the number, supersedes the version before, and asks everybody who may see plans to read it.
    func publish(_ db: Database, _ record: Record, asked version: Int64) throws {
        guard try frozen(db, record, version: version) != nil else { throw HandbookProblem.notAsked }
        let last = try Row.fetchOne(
            db, sql: "SELECT record_id, major, minor FROM handbook_release ORDER BY major DESC, minor DESC LIMIT 1")
        let number = HandbookNumber.next(
            after: last.map { HandbookNumber(major: $0["major"], minor: $0["minor"]) },
            isMajor: record.text("step") != "minor")
        let now = records.store.clock.now()
        let today = try SettingStore(records.store).company(db).zone.day(of: now)
        let due = today + Int(record.number("read_days") ?? 7)
        try db.execute(
            sql: """
                INSERT INTO handbook_release (record_id, record_version, major, minor, released_at, due_on)
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [record.id, version, number.major, number.minor, now, due])
        try askReaders(db, record, due)
        if let before = last, let old = try records.record(db, .handbookVersion, id: before["record_id"]),
            old.state == "published"
        {
            try records.move(db, old, from: old.version, "supersede", by: .system)
        }
    }

    private func askReaders(_ db: Database, _ record: Record, _ due: Day) throws {
        let roles = Role.allCases.filter { Policy.allows($0, .view, .plan) }.map(\.rawValue)
        let readers = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT account_id, role FROM account JOIN account_role USING (account_id)
                WHERE disabled_at IS NULL ORDER BY account_id
                """)
        let ids = Set(readers.filter { roles.contains($0["role"]) }.map { $0["account_id"] as Int64 })
        for id in ids.sorted() {
            try db.execute(
                sql: "INSERT INTO handbook_reading (record_id, account_id, due_on) VALUES (?, ?, ?)",
                arguments: [record.id, id, due])
        }
    }
}

extension RecordRule {
    /// Content is frozen when approval is asked for, and that very content is published.
    static let handbook: RecordRule = RecordRule { db, records, act in
        switch act.step {
        case .ask("publish"): try HandbookStore(records).freeze(db, act.record)
        case .move("publish"):
            try HandbookStore(records).publish(db, act.record, asked: act.before?.version ?? act.record.version)
        case .move("supersede"): if act.author.account != nil { throw HandbookProblem.notByHand }
        default: break
        }
    }
}
