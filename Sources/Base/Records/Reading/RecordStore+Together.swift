package import GRDB
import Kernel
import Store

/// What belongs to many records, looked up in one statement for all of them: for programs that ask for lists with what they are
/// linked to. Ids are bound as one text of JSON, so that their number has no limit.
extension RecordStore {
    /// Records of a type by their ids; those that the reader may not see are left out.
    package func records(_ db: Database, _ type: RecordType, ids: Set<Int64>, for reader: RecordAuthor) throws
        -> [Int64: Record]
    {
        guard !ids.isEmpty, reader.may(.view, type) else { return [:] }
        let rows = try Row.fetchAll(
            db,
            sql:
                "SELECT * FROM \(RecordSchema.table(type)) WHERE record_id IN (SELECT value FROM json_each(?))",
            arguments: [Self.json(ids)])
        let records = try whole(db, type, rows).filter(reader.reaches).map(reader.shown)
        return Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Names of accounts by id.
    package func people(_ db: Database, ids: Set<Int64>) throws -> [Int64: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try Row.fetchAll(
            db, sql: "SELECT account_id, name FROM account WHERE account_id IN (SELECT value FROM json_each(?))",
            arguments: [Self.json(ids)])
        return Dictionary(rows.map { ($0["account_id"] as Int64, $0["name"] as String) }) { first, _ in first }
    }

    /// Records that name these, by the id of the one that they name: of each field that can name them the first `limit`, archived ones
    /// left out. `types` leaves out records of other types.
    package func incoming(
        _ db: Database, to records: [Record], types: Set<String>? = nil, limit: Int, for reader: RecordAuthor
    ) throws -> [Int64: [Record]] {
        var found: [Int64: [Record]] = [:]
        for (target, ids) in Dictionary(grouping: records, by: \.type.id).mapValues({ Set($0.map(\.id)) }) {
            for (type, field) in catalog.links(to: target) where types?.contains(type.id) ?? true {
                guard reader.may(.view, type), reader.may(.view, type, field) else { continue }
                for (id, record) in try naming(db, type, field, ids, limit, reader) {
                    if found[id, default: []].contains(where: { $0.id == record.id }) { continue }
                    found[id, default: []].append(reader.shown(record))
                }
            }
        }
        return found.mapValues { Array($0.prefix(limit)) }
    }

    /// Those beyond the reader's rows are left out before the first `limit` are counted.
    private func naming(
        _ db: Database, _ type: RecordType, _ field: RecordField, _ ids: Set<Int64>, _ limit: Int,
        _ reader: RecordAuthor
    ) throws -> [(Int64, Record)] {
        let table = RecordSchema.table(type)
        let regions = reader.regions(type)
        let reach =
            if let regions, let region = type.regionField {
                " AND (\(region) IS NULL OR \(region) IN (\(Self.marks(regions.count))))"
            } else { "" }
        let pairs =
            if case .links = field.kind {
                """
                SELECT record_link.target_id AS named, \(table).* FROM record_link JOIN \(table) USING (record_id)
                WHERE field = '\(field.id)' AND target_id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL\(reach)
                """
            } else {
                """
                SELECT \(field.id) AS named, * FROM \(table)
                WHERE \(field.id) IN (SELECT value FROM json_each(?)) AND archived_at IS NULL\(reach)
                """
            }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY named ORDER BY number) AS place FROM (\(pairs)))
                WHERE place <= ? ORDER BY named, number
                """,
            arguments: [Self.json(ids)] + StatementArguments(regions?.sorted() ?? []) + [limit])
        return Array(zip(rows.map { $0["named"] as Int64 }, try whole(db, type, rows)))
    }

    /// The newest `limit` versions of each, the newest first.
    package func histories(_ db: Database, of records: [Record], limit: Int, for reader: RecordAuthor) throws
        -> [Int64: [RecordVersion]]
    {
        // One more is read than shown: it says what the oldest shown one changed.
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY record_id ORDER BY version DESC) AS place
                    FROM record_version WHERE record_id IN (SELECT value FROM json_each(?)))
                WHERE place <= ? + 1 ORDER BY record_id, version
                """, arguments: [Self.json(Set(records.map(\.id))), limit])
        let byRecord = Dictionary(grouping: rows) { $0["record_id"] as Int64 }
        return Dictionary(
            try records.map { record in
                let versions = try versions(byRecord[record.id] ?? [], of: record.type, for: reader)
                return (record.id, Array(versions.reversed().prefix(limit)))
            }
        ) { first, _ in first }
    }

    /// The newest `limit` comments on each, the oldest of them first.
    package func comments(_ db: Database, on records: [Record], limit: Int) throws -> [Int64: [RecordComment]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM (
                    SELECT c.*, a.name, row_number() OVER (PARTITION BY c.record_id ORDER BY c.record_comment_id DESC) AS place,
                        (SELECT group_concat(m.name, char(31)) FROM record_mention JOIN account m USING (account_id)
                        WHERE record_comment_id = c.record_comment_id) AS mentions
                    FROM record_comment c JOIN account a USING (account_id)
                    WHERE record_id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL)
                WHERE place <= ? ORDER BY record_id, record_comment_id
                """, arguments: [Self.json(Set(records.map(\.id))), limit])
        return Dictionary(grouping: rows) { $0["record_id"] as Int64 }.mapValues { $0.map(Self.comment) }
    }

    /// Files of each, the oldest first.
    package func files(_ db: Database, of records: [Record]) throws -> [Int64: [RecordFile]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM record_file WHERE record_id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL
                ORDER BY record_id, record_file_id
                """, arguments: [Self.json(Set(records.map(\.id)))])
        return Dictionary(grouping: rows) { $0["record_id"] as Int64 }.mapValues { $0.map(file) }
    }

    /// Records of rows, a part at a time: the links of a part are read with one bound value for each row.
    private func whole(_ db: Database, _ type: RecordType, _ rows: [Row]) throws -> [Record] {
        let part = 5_000
        return try stride(from: 0, to: rows.count, by: part).flatMap { start in
            try RecordRow(type: type).records(db, Array(rows[start..<min(start + part, rows.count)]))
        }
    }

    /// In the order of the ids.
    static func json(_ ids: some Collection<Int64>) -> String {
        "[" + ids.sorted().map(String.init).joined(separator: ",") + "]"
    }
}
