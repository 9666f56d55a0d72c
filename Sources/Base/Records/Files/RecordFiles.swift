package import GRDB
import Kernel
import Store

/// Files of records. Adding and removing one makes a new version of the record: an approval that was asked for the old one is
/// void, for it was about other papers.
extension RecordStore {
    /// The oldest first; removed ones are left out.
    package func files(_ db: Database, of record: Record) throws -> [RecordFile] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM record_file WHERE record_id = ? AND removed_at IS NULL ORDER BY record_file_id",
            arguments: [record.id]
        ).map(file)
    }

    /// Problem: `record.file_unknown`.
    package func file(_ db: Database, _ id: Int64, of record: Record) throws -> RecordFile {
        guard let file = try files(db, of: record).first(where: { $0.id == id }) else {
            throw RecordProblem.fileUnknown
        }
        return file
    }

    func file(_ row: Row) -> RecordFile {
        RecordFile(
            id: row["record_file_id"], name: row["name"], bytes: row["bytes"], addedBy: row["added_by"],
            addedAt: row["added_at"], hash: row["hash"])
    }

    /// Problems: `access.forbidden`, `record.locked`, `record.file_unknown` where the content went away meanwhile.
    @discardableResult
    package func attach(
        _ arrived: ArrivedFile, named name: String, to record: Record, on shelf: RecordFileShelf,
        by author: RecordAuthor
    ) async throws -> Record {
        let name = RecordFile.cleaned(name)
        return try await store.write { db in
            if !shelf.has(arrived.hash) { throw RecordProblem.fileUnknown }
            let next = try renewed(db, record, "attach", reason: name, by: author)
            try db.execute(
                sql:
                    "INSERT INTO record_file (record_id, name, hash, bytes, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [record.id, name, arrived.hash, arrived.bytes, author.author.description, next.changedAt])
            return author.shown(next)
        }
    }

    /// Takes a file away from its record; the content goes too, once no record has it any more.
    /// Problems: `access.forbidden`, `record.locked`, `record.file_unknown`.
    package func detach(_ file: RecordFile, from record: Record, on shelf: RecordFileShelf, by author: RecordAuthor)
        async throws
    {
        try await store.write { db in
            _ = try self.file(db, file.id, of: record)
            let next = try renewed(db, record, "detach", reason: file.name, by: author)
            try db.execute(
                sql: "UPDATE record_file SET removed_by = ?, removed_at = ? WHERE record_file_id = ?",
                arguments: [author.author.description, next.changedAt, file.id])
        }
        // The removal is on the disk by now; within a transaction, so that nobody attaches the same content meanwhile.
        try await store.write { db in
            let isUsed =
                try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM record_file WHERE hash = ? AND removed_at IS NULL)",
                    arguments: [file.hash]) ?? true
            if !isUsed { try shelf.remove(file.hash) }
        }
    }

    private func renewed(_ db: Database, _ record: Record, _ action: String, reason: String, by author: RecordAuthor)
        throws -> Record
    {
        try author.require(.edit, record.type)
        let current = try require(db, record, for: author)
        if current.isLocked { throw RecordProblem.locked(code: current.code, state: current.stateName) }
        let next = advanced(current, by: author)
        let act = RecordAct(.change, before: current, next, by: author)
        try obey(db, act)
        try RecordRow(type: next.type).update(db, next)
        try confirm(db, act)
        try log(db, next, action, reason: reason, by: author)
        return next
    }
}
