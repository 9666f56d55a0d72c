import GraphQL
import Kernel
import Records
import Store

/// What records are linked to, said and filed: for all records of a level in one go.
enum RecordAnswers {
    typealias Answer = Resolver<RecordGraph.Asker>

    struct Change: Sendable {
        let field: RecordField
        let before: String?
        let after: String?
    }

    struct File: Sendable {
        let file: RecordFile
        let path: String
    }

    private static func records(_ call: Call<RecordGraph.Asker>) -> [Record] {
        call.parents.compactMap { $0 as? Record }
    }

    private static func object(_ record: Record) -> Resolved { .object(record, type: RecordGraph.name(record.type)) }

    /// Problem: `api.size_unfit`.
    static func size(_ call: Call<RecordGraph.Asker>) throws -> Int {
        let size = call.arguments.int("size") ?? 50
        guard (1...Int64(RecordGraph.most)).contains(size) else { throw APIProblem.sizeUnfit(most: RecordGraph.most) }
        return Int(size)
    }

    /// The records that a field names, in the order given; those that the reader may not see are left out.
    static func linked(_ field: RecordField) -> Answer {
        { call in
            let records = Self.records(call)
            let (desk, reader) = (call.context.desk, call.context.reader)
            let type = try desk.records.catalog.require(field.kind.linkTarget ?? "")
            let ids = Set(records.flatMap { Self.ids(of: $0[field.id]) })
            let found = try await desk.records.store.read { db in
                try desk.records.records(db, type, ids: ids, for: reader)
            }
            return records.map { record in
                guard let value = record[field.id] else { return .null }
                let there = Self.ids(of: value).compactMap { found[$0] }.map(object)
                return field.kind.isSeveral ? .list(there) : there.first ?? .null
            }
        }
    }

    private static func ids(of value: RecordValue?) -> [Int64] {
        switch value {
        case .whole(let id): [id]
        case .records(let ids), .people(let ids): ids
        default: []
        }
    }

    static func people(_ field: RecordField) -> Answer {
        { call in
            let records = Self.records(call)
            let store = call.context.desk.records
            let ids = Set(records.flatMap { Self.ids(of: $0[field.id]) })
            let names = try await store.store.read { try store.people($0, ids: ids) }
            return records.map { record in
                guard let value = record[field.id] else { return .null }
                let there = Self.ids(of: value).map { Resolved.text(names[$0] ?? String($0)) }
                return field.kind.isSeveral ? .list(there) : there.first ?? .null
            }
        }
    }

    static let incoming: Answer = { call in
        let records = Self.records(call)
        let (desk, reader, size) = (call.context.desk, call.context.reader, try Self.size(call))
        var types: Set<String>?
        if case .list(let names) = call.arguments["types"] {
            types = Set(
                try names.compactMap { name in
                    guard case .string(let id) = name else { return nil }
                    return try desk.records.catalog.require(id).id
                })
        }
        let wanted = types
        let found = try await desk.records.store.read { db in
            try desk.records.incoming(db, to: records, types: wanted, limit: size, for: reader)
        }
        return records.map { .list((found[$0.id] ?? []).map(object)) }
    }

    static let history: Answer = { call in
        let records = Self.records(call)
        let (desk, reader, size) = (call.context.desk, call.context.reader, try Self.size(call))
        let found = try await desk.records.store.read { db in
            try desk.records.histories(db, of: records, limit: size, for: reader)
        }
        return records.map { .list((found[$0.id] ?? []).map { .object($0, type: "RecordVersion") }) }
    }

    /// Before and after as people read them.
    static let changes: Answer = { call in
        let changes = call.parents.map { ($0 as? RecordVersion)?.changes ?? [] }
        let store = call.context.desk.records
        let names = try await store.store.read { db in try store.names(db, of: changes.flatMap { $0 }) }
        return changes.map { changes in
            .list(
                changes.map { change in
                    let text = FieldText(change.field, currency: store.currency)
                    let shown = { (value: RecordValue?) -> String? in
                        value.map { text.text(of: $0, in: call.language) { names.name($0, change.field) } }
                    }
                    return .object(
                        Change(field: change.field, before: shown(change.before), after: shown(change.after)),
                        type: "FieldChange")
                })
        }
    }

    static let comments: Answer = { call in
        let records = Self.records(call)
        let (store, size) = (call.context.desk.records, try Self.size(call))
        let found = try await store.store.read { try store.comments($0, on: records, limit: size) }
        return records.map { .list((found[$0.id] ?? []).map { .object($0, type: "RecordComment") }) }
    }

    static let files: Answer = { call in
        let records = Self.records(call)
        let store = call.context.desk.records
        let found = try await store.store.read { try store.files($0, of: records) }
        return records.map { record in
            let path = "\(RecordAPI.path(record))/files"
            return .list(
                (found[record.id] ?? []).map { .object(File(file: $0, path: "\(path)/\($0.id)"), type: "RecordFile") })
        }
    }
}
