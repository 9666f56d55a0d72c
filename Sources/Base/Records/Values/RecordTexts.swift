package import GRDB
import Kernel
import Store

/// Values as people wrote them, turned into typed ones: for forms, CSV, XLSX and the plan as text.
extension RecordStore {
    /// All fields named, read in one go. Problem: `record.fields` with everything that cannot be read.
    package func read(_ db: Database, _ texts: [String: String], _ type: RecordType) throws -> [String: RecordValue?] {
        let (values, troubles) = try reading(db, texts, type)
        if !troubles.isEmpty { throw RecordProblem.fields(troubles) }
        return values
    }

    /// What could be read and what could not, in declared order.
    func reading(
        _ db: Database, _ texts: [String: String], _ type: RecordType
    ) throws -> (values: [String: RecordValue?], troubles: [FieldTrouble]) {
        var values: [String: RecordValue?] = [:]
        var troubles = texts.keys.filter { type.field($0) == nil }.sorted().map { id in
            FieldTrouble(field: id, name: Text(verbatim: id), text: Text(zh: "没有这个字段。", en: "There is no such field."))
        }
        for field in type.fields {
            guard let text = texts[field.id] else { continue }
            do throws(FieldTrouble) {
                values[field.id] = .some(
                    try FieldText(field, currency: currency).value(of: text) { try reference(db, $0, field) })
            } catch { troubles.append(error) }
        }
        return (values, troubles)
    }

    /// An account by its name, a record by its code (`PEST-12`) or its title, where only one has it.
    private func reference(_ db: Database, _ text: String, _ field: RecordField) throws -> Int64? {
        guard let target = field.kind.linkTarget else {
            return try Int64.fetchOne(
                db, sql: "SELECT account_id FROM account WHERE name_key = ?", arguments: [AccountDraft.key(text)])
        }
        let type = try catalog.require(target)
        let code = text.split(separator: "-")
        if code.count == 2, code[0].uppercased() == type.prefix, let number = Int64(code[1]) {
            return try Int64.fetchOne(
                db, sql: "SELECT record_id FROM record WHERE type = ? AND number = ?", arguments: [target, number])
        }
        let titled = try Int64.fetchAll(
            db,
            sql: "SELECT record_id FROM \(RecordSchema.table(type)) WHERE title = ? AND archived_at IS NULL LIMIT 2",
            arguments: [text])
        return titled.count == 1 ? titled[0] : nil
    }

    /// Problems: those of `create`, and `record.fields` for what cannot be read.
    @discardableResult
    package func create(_ type: RecordType, texts: [String: String], by author: RecordAuthor) async throws -> Record {
        try author.require(.edit, type)
        return try await store.write { db in
            let (values, troubles) = try reading(db, texts, type)
            let filled = values.compactMapValues { $0 }
            if troubles.isEmpty { return try create(db, type, filled, by: author) }
            // What cannot be read and what is missing are said together.
            let unread = Set(troubles.map(\.field))
            let missing = type.fields.filter { $0.isRequired && filled[$0.id] == nil && !unread.contains($0.id) }
            throw RecordProblem.fields(troubles + missing.map { FieldTrouble.missing($0) })
        }
    }

    /// Problems: those of `change`, and `record.fields` for what cannot be read.
    @discardableResult
    package func change(_ record: Record, from version: Int64, texts: [String: String], by author: RecordAuthor)
        async throws -> Record
    {
        try author.require(.edit, record.type)
        return try await store.write { db in
            try change(db, record, from: version, try read(db, texts, record.type), by: author)
        }
    }
}
