package import GRDB
package import Kernel
import Store

/// One version of a record, with what it changed.
package struct RecordVersion: Sendable, Identifiable {
    package var id: Int64 { version }
    package let version: Int64
    /// `create`, `starter` (content that comes with the program), `change`, `archive`, `restore`, or the id of a move.
    package let action: String
    package let state: String
    package let values: RecordValues
    package let reason: String?
    package let author: String
    package let at: Instant
    /// Fields that differ from the version before, in declared order.
    package let changes: [FieldChange]
}

package struct FieldChange: Sendable {
    package let field: RecordField
    package let before: RecordValue?
    package let after: RecordValue?

    /// What differs between two states of the same type, in declared order.
    package static func between(_ before: RecordValues, _ after: RecordValues, _ type: RecordType) -> [FieldChange] {
        type.fields.filter { before[$0.id] != after[$0.id] }
            .map { FieldChange(field: $0, before: before[$0.id], after: after[$0.id]) }
    }
}

extension RecordStore {
    /// All versions, the newest first; values that the reader may not see are left out.
    package func history(_ db: Database, _ record: Record, for reader: RecordAuthor) throws -> [RecordVersion] {
        try versions(
            try Row.fetchAll(
                db, sql: "SELECT * FROM record_version WHERE record_id = ? ORDER BY version", arguments: [record.id]),
            of: record.type, for: reader
        ).reversed()
    }

    /// Rows of one record, the oldest first.
    func versions(_ rows: [Row], of type: RecordType, for reader: RecordAuthor) throws -> [RecordVersion] {
        let hidden = type.fields.filter { !reader.may(.view, type, $0) }.map(\.id)
        var before: RecordValues = [:]
        return try rows.map { row in
            var values = try RecordJSON.decoded(row["body"], type)
            for id in hidden { values[id] = nil }
            defer { before = values }
            return RecordVersion(
                version: row["version"], action: row["action"], state: row["state"], values: values,
                reason: row["reason"],
                author: row["author"], at: row["at"], changes: FieldChange.between(before, values, type))
        }
    }

    /// Records anywhere that name this one, archived ones left out.
    package func incoming(_ db: Database, _ record: Record, for reader: RecordAuthor) throws -> [Record] {
        var found: [Record] = []
        for (type, field) in catalog.links(to: record.type.id) where reader.may(.view, type) {
            let table = RecordSchema.table(type)
            let condition =
                if case .links = field.kind {
                    "record_id IN (SELECT record_id FROM record_link WHERE target_id = ? AND field = '\(field.id)')"
                } else { "\(field.id) = ?" }
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM \(table) WHERE \(condition) AND archived_at IS NULL ORDER BY number",
                arguments: [record.id])
            found += try RecordRow(type: type).records(db, rows).filter(reader.reaches).map(reader.shown)
        }
        return found
    }

    /// Names of accounts and codes with titles of records, by id: for showing what values point at.
    package func names(_ db: Database, of records: [Record]) throws -> RecordNames {
        try names(db, of: records.flatMap { record in record.type.fields.map { ($0, record[$0.id]) } })
    }

    /// The same for what changes say.
    package func names(_ db: Database, of changes: [FieldChange]) throws -> RecordNames {
        try names(db, of: changes.flatMap { [($0.field, $0.before), ($0.field, $0.after)] })
    }

    private func names(_ db: Database, of values: [(RecordField, RecordValue?)]) throws -> RecordNames {
        var people: Set<Int64> = []
        var linked: [String: Set<Int64>] = [:]
        for (field, value) in values {
            switch (field.kind, value) {
            case (.person, .whole(let id)): people.insert(id)
            case (.people, .people(let ids)): people.formUnion(ids)
            case (.link(let type), .whole(let id)): linked[type, default: []].insert(id)
            case (.links(let type), .records(let ids)): linked[type, default: []].formUnion(ids)
            default: break
            }
        }
        var names = RecordNames()
        for row in try Row.fetchAll(
            db, sql: "SELECT account_id, name FROM account WHERE account_id IN (\(Self.marks(people.count)))",
            arguments: StatementArguments(people.sorted()))
        {
            names.people[row["account_id"]] = row["name"]
        }
        for (id, ids) in linked {
            let type = try catalog.require(id)
            for row in try Row.fetchAll(
                db,
                sql:
                    "SELECT record_id, number, title FROM \(RecordSchema.table(type)) WHERE record_id IN (\(Self.marks(ids.count)))",
                arguments: StatementArguments(ids.sorted()))
            {
                names.records[row["record_id"]] = RecordName(
                    type: id, number: row["number"], code: type.number(row["number"]), title: row["title"])
            }
        }
        return names
    }

    static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}

/// What values point at, by id.
package struct RecordNames: Sendable {
    package var people: [Int64: String] = [:]
    package var records: [Int64: RecordName] = [:]

    package init() {}

    /// An account's name or a record's code, as `FieldText` writes them.
    package func name(_ id: Int64, _ field: RecordField) -> String? {
        field.kind == .person || field.kind == .people ? people[id] : records[id]?.code
    }
}

package struct RecordName: Sendable, Hashable {
    package let type: String
    package let number: Int64
    package let code: String
    package let title: String

    package init(_ record: Record) {
        type = record.type.id
        number = record.number
        code = record.code
        title = record.title
    }

    init(type: String, number: Int64, code: String, title: String) {
        self.type = type
        self.number = number
        self.code = code
        self.title = title
    }
}
