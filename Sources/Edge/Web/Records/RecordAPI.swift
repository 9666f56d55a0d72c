import Foundation
import Kernel
import Records
import Store

/// Records for programs (REST, JSON). Values are written as people write them, amounts as exact decimals (`"1234.50"`),
/// accounts by name, records by their code (`"RIV-2"`); what is read can be sent back unchanged. A change names the version
/// that it starts from and is refused with 409 when somebody else was faster.
enum RecordAPI {
    static func routes(_ desk: RecordDesk) -> [Route] {
        let types = desk.areas.flatMap(\.types)
        return [
            .get("/api/v1/records", .signedIn) { visit in
                let reader = try RecordDesk.author(visit)
                return try json(types.filter { reader.may(.view, $0) }.map { describe($0, reader) })
            }
        ] + types.flatMap { routes($0, desk) }
    }

    static func path(_ type: RecordType) -> String { "/api/v1/records/\(type.id)" }
    static func path(_ record: Record) -> String { "\(path(record.type))/\(record.number)" }

    private static func routes(_ type: RecordType, _ desk: RecordDesk) -> [Route] {
        let path = path(type)
        let one = path + "/:number"
        let view = Access.allowed(.view, type.resource)
        let edit = Access.allowed(.edit, type.resource)
        return [
            .get(path, view) { try await list(type, $0, desk) },
            Route(.post, path, edit, body: .stream) { visit in
                let record = try await desk.records.create(
                    type, texts: try await body(visit).texts, by: try RecordDesk.author(visit))
                return try await answer(record, desk, status: 201)
            },
            .get(one, view) { try await answer(try await RecordPages.record(type, $0, desk), desk) },
            Route(.patch, one, edit, body: .stream) { visit in
                let sent = try await body(visit)
                let record = try await RecordPages.record(type, visit, desk)
                return try await answer(
                    try await desk.records.change(
                        record, from: try sent.needVersion(), texts: sent.texts, by: try RecordDesk.author(visit)), desk
                )
            },
            Route(.post, one + "/moves/:move", view, body: .stream) { visit in
                let sent = try await body(visit)
                let record = try await RecordPages.record(type, visit, desk)
                return try await answer(
                    try await desk.records.move(
                        record, from: try sent.needVersion(), visit["move"], reason: sent.texts["reason"],
                        by: try RecordDesk.author(visit)), desk)
            },
            .get(one + "/history", view) { visit in
                let reader = try RecordDesk.author(visit)
                let record = try await RecordPages.record(type, visit, desk)
                let found = try await desk.records.store.read { db in
                    (try desk.records.history(db, record, for: reader), try desk.records.names(db, of: [record]))
                }
                return try json(
                    found.0.map { version in
                        [
                            "version": version.version, "action": version.action, "state": version.state,
                            "author": version.author, "at": version.at.iso8601,
                            "reason": version.reason ?? NSNull(), "values": plain(version.values, type, found.1, desk),
                        ] as [String: Any]
                    })
            },
        ] + RecordFileAPI.routes(type, desk)
    }

    private static func list(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let reader = try RecordDesk.author(visit)
        let query = try await RecordAddress(desk: desk, type: type, reader: reader).query(visit.query)
        let size = visit.query.int("size", in: 1...500) ?? 50
        let page = PageOfList(visit.query, size: size)
        let slice = try await desk.records.list(type, query, from: page.offset, limit: size, for: reader)
        return try json([
            "total": slice.total, "page": page.number, "size": size,
            "records": slice.records.map { plain($0, slice.names, desk) },
        ])
    }

    private static func answer(_ record: Record, _ desk: RecordDesk, status: Int = 200) async throws -> Reply {
        let names = try await desk.records.store.read { try desk.records.names($0, of: [record]) }
        return try json(plain(record, names, desk), status: status)
    }

    private static func describe(_ type: RecordType, _ reader: RecordAuthor) -> [String: Any] {
        [
            "id": type.id, "name": both(type.name), "meaning": both(type.meaning), "prefix": type.prefix,
            "states": type.states.states.map { ["id": $0.id, "name": both($0.name)] as [String: Any] },
            "moves": type.states.moves.map {
                ["id": $0.id, "name": both($0.name), "from": $0.from.sorted(), "to": $0.to] as [String: Any]
            },
            "fields": type.fields.filter { reader.may(.view, type, $0) }.map { field in
                [
                    "id": field.id, "name": both(field.name), "kind": field.kind.word, "required": field.isRequired,
                    "choices": field.kind.choiceList.map(\.id), "links_to": field.kind.linkTarget ?? NSNull(),
                ] as [String: Any]
            },
        ]
    }

    private static func both(_ text: Text) -> [String: String] { ["zh": text.zh, "en": text.en] }

    private static func plain(_ record: Record, _ names: RecordNames, _ desk: RecordDesk) -> [String: Any] {
        [
            "type": record.type.id, "code": record.code, "number": record.number, "version": record.version,
            "state": record.state,
            "archived": record.archivedAt != nil, "created_at": record.createdAt.iso8601,
            "created_by": record.createdBy,
            "changed_at": record.changedAt.iso8601, "changed_by": record.changedBy,
            "values": plain(record.values, record.type, names, desk),
        ]
    }

    private static func plain(_ values: RecordValues, _ type: RecordType, _ names: RecordNames, _ desk: RecordDesk)
        -> [String: Any]
    {
        var plain: [String: Any] = [:]
        for field in type.fields {
            plain[field.id] =
                values[field.id].map { value -> Any in
                    switch (field.kind, value) {
                    case (.links, .records(let ids)), (.people, .people(let ids)):
                        ids.map { names.name($0, field) ?? String($0) }
                    case (_, .codes(let codes)): codes
                    case (_, .flag(let flag)): flag
                    case (_, .text(let text)): text
                    case (.scale, .whole(let step)): step
                    case (.number, .number(let number)): number
                    default:
                        FieldText(field, currency: desk.records.currency).text(of: value, in: .en) {
                            names.name($0, field)
                        }
                    }
                } ?? NSNull()
        }
        return plain
    }

    private static func json(_ value: Any, status: Int = 200) throws -> Reply {
        let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
        return .json([UInt8](data), status: status)
    }

    /// A JSON object: fields at the top or under `values`; `version` beside them.
    private struct Sent {
        var texts: [String: String]
        var version: Int64?

        func needVersion() throws -> Int64 {
            guard let version else { throw APIProblem.versionMissing }
            return version
        }
    }

    private static func body(_ visit: Visit) async throws -> Sent {
        let bytes = try await visit.request.body.collect(upTo: 1 << 20)
        let read: Any
        do { read = try JSONSerialization.jsonObject(with: Data(bytes)) } catch { throw APIProblem.notJSON }
        guard var object = read as? [String: Any] else { throw APIProblem.notJSON }
        let version = (object.removeValue(forKey: "version") as? NSNumber)?.int64Value
        let values = object["values"] as? [String: Any] ?? object
        return Sent(texts: try values.mapValues(text), version: version)
    }

    private static func text(_ value: Any) throws -> String {
        switch value {
        case is NSNull: return ""
        case let text as String: return text
        case let list as [Any]: return try list.map(text).joined(separator: ";")
        case let number as NSNumber: return isFlag(number) ? (number.boolValue ? "true" : "false") : number.stringValue
        default: throw APIProblem.notJSON
        }
    }

    private static func isFlag(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}

extension FieldKind {
    /// What the API calls it.
    var word: String {
        switch self {
        case .text: "text"
        case .longText: "long_text"
        case .choice: "choice"
        case .choices: "choices"
        case .number: "number"
        case .scale: "scale"
        case .money: "money"
        case .share: "share"
        case .day: "day"
        case .flag: "flag"
        case .person: "person"
        case .people: "people"
        case .link: "link"
        case .links: "links"
        case .metric: "metric"
        case .region: "region"
        case .web: "web"
        }
    }
}
