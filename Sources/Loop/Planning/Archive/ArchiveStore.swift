import Foundation
package import Kernel
package import Records
import Store

package import class GRDB.Database
package import class GRDB.Row

/// Keeps ended cases for good, finds them, and says which are like a new one. The database refuses to change or delete them.
package struct ArchiveStore: Sendable {
    let records: RecordStore

    package init(_ records: RecordStore) { self.records = records }

    /// What is kept: adjustments that ended, and reviews of incidents. Who may see plans may see both.
    static let kinds = [RecordType.adjustmentPlan, .incidentReview]

    /// Of a new case, those that ended before and are like it.
    package struct Precedent: Sendable {
        package let past: ArchiveCase
        package let score: Double
        package let reasons: [Text]
    }

    func keep(_ db: Database, _ record: Record) throws {
        let kept = try build(db, record)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(kept)
        try db.execute(
            sql: "INSERT INTO archive_record (record_id, body, hash, kept_at) VALUES (?, ?, ?, ?)",
            arguments: [
                record.id, String(decoding: body, as: UTF8.self),
                Digest.hexadecimal(Digest.sha256([UInt8](body))), records.store.clock.now(),
            ])
        try ArchiveIndex(db: db).add(kept, row: db.lastInsertedRowID)
    }

    /// A page of cases that the reader may see and how many there are: the latest first, or those that have these words,
    /// Chinese or English, the best first.
    package func cases(
        _ db: Database, _ words: String = "", from offset: Int = 0, limit: Int = 50, for reader: RecordAuthor
    ) throws -> (cases: [ArchiveCase], total: Int) {
        let type = RecordType.adjustmentPlan
        guard reader.may(.view, type) else { return ([], 0) }
        let found = try ArchiveIndex(db: db).rows(words, regions: reader.regions(type), from: offset, limit: limit)
        return (try read(db, found.rows, reader), found.total)
    }

    /// Problem: `record.unknown_record`.
    package func one(
        _ db: Database, _ type: RecordType = .adjustmentPlan, number: Int64, for reader: RecordAuthor
    ) throws -> ArchiveCase {
        let row = try Int64.fetchOne(
            db,
            sql: """
                SELECT archive_record_id FROM archive_record JOIN record USING (record_id)
                WHERE type = ? AND number = ?
                """, arguments: [type.id, number])
        guard let row, let found = try read(db, [row], reader).first else {
            throw RecordProblem.unknownRecord(type.number(number))
        }
        return found
    }

    /// The most alike ended cases, at most three, none without a reason worth a look.
    package func precedents(_ db: Database, of record: Record, for reader: RecordAuthor) throws -> [Precedent] {
        let type = RecordType.adjustmentPlan
        guard reader.may(.view, type) else { return [] }
        let own = CaseTraits(record, try records.names(db, of: [record]), currency: records.currency)
        let rows = try ArchiveIndex(db: db).alike(own, regions: reader.regions(type))
        let alike = try read(db, rows, reader).filter { $0.code != record.code }.map { past in
            let (score, reasons) = own.likeness(to: past.likeness)
            return Precedent(past: past, score: score, reasons: reasons)
        }
        return Array(alike.filter { $0.score >= 1 }.sorted { $0.score > $1.score }.prefix(3))
    }

    /// These rows in this order, without those and that which the reader may not see.
    private func read(_ db: Database, _ rows: [Int64], _ reader: RecordAuthor) throws -> [ArchiveCase] {
        let statement = try db.cachedStatement(sql: "SELECT body FROM archive_record WHERE archive_record_id = ?")
        return try rows.compactMap { row in
            guard let body = try String.fetchOne(statement, arguments: [row]) else { return nil }
            return shown(try JSONDecoder().decode(ArchiveCase.self, from: Data(body.utf8)), reader)
        }
    }

    private func shown(_ past: ArchiveCase, _ reader: RecordAuthor) -> ArchiveCase? {
        let type = past.type
        guard reader.may(.view, type) else { return nil }
        if let region = past.region, let regions = reader.regions(.adjustmentPlan), !regions.contains(region) {
            return nil
        }
        let hidden = type.fields.filter { !reader.may(.view, type, $0) }.map(\.id)
        return hidden.isEmpty ? past : past.without(Set(hidden))
    }

    /// Of a review, that of its incident.
    private func region(_ db: Database, _ record: Record) throws -> String? {
        guard let incident = record.whole("incident") else { return record.text("region") }
        return try String.fetchOne(db, sql: "SELECT region FROM r_incident WHERE record_id = ?", arguments: [incident])
    }

    private func files(_ db: Database, _ record: Record) throws -> [ArchiveCase.File] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT name, hash FROM record_file WHERE record_id = ? AND removed_at IS NULL ORDER BY record_file_id
                """, arguments: [record.id]
        ).map { ArchiveCase.File(name: $0["name"], hash: $0["hash"]) }
    }

    private func build(_ db: Database, _ record: Record) throws -> ArchiveCase {
        let names = try records.names(db, of: [record])
        let zone = try SettingStore(records.store).company(db).zone
        let facts = record.type.fields.dropFirst().compactMap {
            HandbookContent.Fact($0, of: record, names, records.currency)
        }
        let steps = try records.history(db, record, for: .system).reversed().map { version in
            ArchiveCase.Step(
                version: version.version, action: version.action, author: version.author,
                at: version.at.iso8601, reason: version.reason, fields: version.changes.map(\.field.name))
        }
        // The step that ends it is written down after the rules have had their say.
        let last = ArchiveCase.Step(
            version: record.version, action: record.type.id == RecordType.incidentReview.id ? "finalise" : "close",
            author: record.changedBy, at: record.changedAt.iso8601,
            reason: nil, fields: [])
        let approvals = try ApprovalStore(records, zone: zone).requests(db, about: record).map { request in
            ArchiveCase.Approval(
                version: request.version, state: request.state.name,
                decisions: request.seats.compactMap { seat in
                    seat.decision.map { decision in
                        Text(verbatim: seat.name + " · ") + decision.name
                            + Text(verbatim: seat.text.map { " · " + $0 } ?? "")
                    }
                })
        }
        return ArchiveCase(
            code: record.code, number: record.number, title: record.title, facts: facts, steps: steps + [last],
            approvals: approvals,
            files: try files(db, record),
            comments: try records.comments(db, on: record).map { "\($0.author)：\($0.text)" },
            traits: CaseTraits(record, names, currency: records.currency), region: try region(db, record),
            closedOn: zone.day(of: records.store.clock.now()))
    }
}

extension ArchiveCase {
    /// Of what kind the record is; the code says it.
    package var type: RecordType {
        ArchiveStore.kinds.first { $0.number(number) == code } ?? .adjustmentPlan
    }

    func without(_ hidden: Set<String>) -> ArchiveCase {
        ArchiveCase(
            code: code, number: number, title: title, facts: facts.filter { !hidden.contains($0.field) },
            steps: steps, approvals: approvals, files: files, comments: comments,
            traits: traits.without(hidden), region: region, closedOn: closedOn)
    }
}

extension CaseTraits {
    fileprivate func without(_ hidden: Set<String>) -> CaseTraits {
        CaseTraits(
            traits: traits.filter { trait in !hidden.contains(String(trait.key.prefix { $0 != "=" })) }, words: words)
    }
}
