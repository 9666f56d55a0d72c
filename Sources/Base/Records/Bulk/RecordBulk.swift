import GRDB
import Kernel
import Store

extension RecordStore {
    /// Does the same to many records: with the checks, rights, versions, history and audit of each, in one transaction.
    /// A record that cannot take it is left as it is and said; the others go on.
    ///
    /// Problems: `access.forbidden`, `record.fields` where the text cannot be read for any record, `record.too_many`.
    @discardableResult
    package func change(
        _ type: RecordType, _ chosen: [RecordChoice], _ change: BulkChange, by author: RecordAuthor
    ) async throws -> BulkOutcome {
        try author.require(.view, type)
        if chosen.count > BulkOutcome.most { throw RecordProblem.tooMany(had: chosen.count, limit: BulkOutcome.most) }
        return try await store.write { db in
            let values = try readOnce(db, change, type, author)
            let records = try self.records(db, type, numbers: Set(chosen.map(\.number)), for: author)
            let byNumber = Dictionary(uniqueKeysWithValues: records.map { ($0.number, $0) })
            var changed = 0
            var unchanged = 0
            var refused: [BulkOutcome.Refusal] = []
            for choice in chosen {
                guard let record = byNumber[choice.number] else {
                    refused.append(refusal(type, choice, nil, RecordProblem.unknownRecord(type.number(choice.number))))
                    continue
                }
                do {
                    var next = record
                    try db.inSavepoint {
                        next = try self.change(db, record, from: choice.version, change, values, by: author)
                        return .commit
                    }
                    if next.version == record.version { unchanged += 1 } else { changed += 1 }
                } catch let problem as any Problem {
                    refused.append(refusal(type, choice, author.shown(record), problem))
                }
            }
            try store.audit.append(
                db, author: author.author, action: "record.bulk", subject: type.id,
                detail: [
                    "what": what(change), "chosen": String(chosen.count), "changed": String(changed),
                    "refused": String(refused.count),
                ])
            return BulkOutcome(changed: changed, unchanged: unchanged, refused: refused)
        }
    }

    private func change(
        _ db: Database, _ record: Record, from version: Int64, _ change: BulkChange, _ values: [String: RecordValue?],
        by author: RecordAuthor
    ) throws -> Record {
        switch change {
        case .set: try self.change(db, record, from: version, values, by: author)
        case .move(let move, let reason): try self.move(db, record, from: version, move, reason: reason, by: author)
        case .archive: try setArchived(db, true, record, from: version, by: author)
        }
    }

    private func readOnce(_ db: Database, _ change: BulkChange, _ type: RecordType, _ author: RecordAuthor) throws
        -> [String: RecordValue?]
    {
        guard case .set(let field, let text) = change else { return [:] }
        try author.require(.edit, type)
        return try read(db, [field: text], type)
    }

    private func what(_ change: BulkChange) -> String {
        switch change {
        case .set(let field, let text): "\(field) = \(text.prefix(80))"
        case .move(let move, _): "move \(move)"
        case .archive: "archive"
        }
    }

    private func refusal(_ type: RecordType, _ choice: RecordChoice, _ record: Record?, _ problem: any Problem)
        -> BulkOutcome.Refusal
    {
        BulkOutcome.Refusal(
            number: choice.number, code: type.number(choice.number), title: record?.title ?? "", text: problem.text)
    }
}
