import Foundation
import GRDB
import Kernel
import Store

/// Reads and writes one row of a record type's table.
struct RecordRow {
    let type: RecordType

    /// Records of `ids` or of a whole query; links to several records are read in one more statement.
    func records(_ db: Database, _ rows: [Row]) throws -> [Record] {
        let linked = type.fields.contains { if case .links = $0.kind { true } else { false } }
        var links: [Int64: [String: [Int64]]] = [:]
        if linked, !rows.isEmpty {
            let ids = rows.map { $0["record_id"] as Int64 }
            let marks = ids.map { _ in "?" }.joined(separator: ", ")
            let all = try Row.fetchAll(
                db,
                sql:
                    "SELECT record_id, field, target_id FROM record_link WHERE record_id IN (\(marks)) ORDER BY record_id, field, place",
                arguments: StatementArguments(ids))
            for row in all { links[row["record_id"], default: [:]][row["field"], default: []].append(row["target_id"]) }
        }
        return try rows.map { try record($0, links[$0["record_id"]] ?? [:]) }
    }

    private func record(_ row: Row, _ links: [String: [Int64]]) throws -> Record {
        var values: RecordValues = [:]
        for field in type.fields {
            if case .links = field.kind {
                values[field.id] = links[field.id].map(RecordValue.records)
            } else {
                values[field.id] = try value(row, field)
            }
        }
        return Record(
            id: row["record_id"], type: type, number: row["number"], version: row["version"], state: row["state"],
            values: values,
            createdAt: row["created_at"], createdBy: row["created_by"], changedAt: row["changed_at"],
            changedBy: row["changed_by"],
            archivedAt: row["archived_at"])
    }

    private func value(_ row: Row, _ field: RecordField) throws -> RecordValue? {
        switch field.kind {
        case .text, .longText, .choice, .metric, .region, .web: (row[field.id] as String?).map(RecordValue.text)
        case .number, .share: (row[field.id] as Double?).map(RecordValue.number)
        case .scale, .money, .person, .link: (row[field.id] as Int64?).map(RecordValue.whole)
        case .day: (row[field.id] as Day?).map(RecordValue.day)
        case .flag: (row[field.id] as Bool?).map(RecordValue.flag)
        case .choices:
            try (row[field.id] as String?).map { .codes(try JSONDecoder().decode([String].self, from: Data($0.utf8))) }
        case .people:
            try (row[field.id] as String?).map { .people(try JSONDecoder().decode([Int64].self, from: Data($0.utf8))) }
        case .links: nil
        }
    }

    static func database(_ value: RecordValue?) throws -> (any DatabaseValueConvertible)? {
        switch value {
        case nil, .records: nil
        case .text(let text): text
        case .number(let number): number
        case .whole(let number): number
        case .day(let day): day
        case .flag(let flag): flag
        case .codes(let codes): String(decoding: try JSONEncoder().encode(codes), as: UTF8.self)
        case .people(let ids): String(decoding: try JSONEncoder().encode(ids), as: UTF8.self)
        }
    }

    func find(_ db: Database, _ id: Int64) throws -> Record? {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM \(RecordSchema.table(type)) WHERE record_id = ?", arguments: [id])
        return try records(db, rows).first
    }

    func insert(_ db: Database, _ record: Record) throws {
        let fields = RecordSchema.stored(type)
        let names = RecordSchema.columns(type)
        var arguments: [(any DatabaseValueConvertible)?] = [
            record.id, record.number, record.version, record.state, record.createdAt, record.createdBy,
            record.changedAt,
            record.changedBy, record.archivedAt,
        ]
        arguments += try fields.map { try Self.database(record.values[$0.id]) }
        try db.execute(
            sql: """
                INSERT INTO \(RecordSchema.table(type)) (\(names.joined(separator: ", "))) \
                VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
                """, arguments: StatementArguments(arguments))
        try writeLinks(db, record)
    }

    func update(_ db: Database, _ record: Record) throws {
        let fields = RecordSchema.stored(type)
        let sets = fields.map { ", \($0.id) = ?" }.joined()
        var arguments: [(any DatabaseValueConvertible)?] = [
            record.version, record.state, record.changedAt, record.changedBy, record.archivedAt,
        ]
        arguments += try fields.map { try Self.database(record.values[$0.id]) }
        arguments.append(record.id)
        try db.execute(
            sql: """
                UPDATE \(RecordSchema.table(type)) SET version = ?, state = ?, changed_at = ?, changed_by = ?, archived_at = ?\(sets) \
                WHERE record_id = ?
                """, arguments: StatementArguments(arguments))
        try writeLinks(db, record)
    }

    private func writeLinks(_ db: Database, _ record: Record) throws {
        for field in type.fields {
            guard case .links = field.kind else { continue }
            try db.execute(
                sql: "DELETE FROM record_link WHERE record_id = ? AND field = ?", arguments: [record.id, field.id])
            guard case .records(let ids) = record.values[field.id] else { continue }
            for (place, target) in ids.enumerated() {
                try db.execute(
                    sql: "INSERT INTO record_link (record_id, field, target_id, place) VALUES (?, ?, ?, ?)",
                    arguments: [record.id, field.id, target, place])
            }
        }
    }
}
