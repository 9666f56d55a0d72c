import GraphQL
import Kernel
import Records
import Store

/// Files of a record for programs: listed, sent in, fetched and taken away with the rights of the record. Sending and taking away
/// make a new version of the record, which is kept in its history and in the audit log.
enum RecordFileAPI {
    static func routes(_ type: RecordType, _ desk: RecordDesk) -> [Route] {
        let path = RecordAPI.path(type) + "/:number/files"
        let view = Access.allowed(.view, type.resource)
        let edit = Access.allowed(.edit, type.resource)
        return [
            .get(path, view) { visit in
                .json(JSON.list(try await files(try await RecordPages.record(type, visit, desk), desk)).bytes)
            },
            Route(.post, path, edit, body: .stream) { visit in
                if visit.query.text("name").isEmpty { throw APIProblem.fileNameMissing }
                let record = try await RecordFilePages.receive(
                    try await RecordPages.record(type, visit, desk), visit, desk)
                return .json(try await files(record, desk).last?.bytes ?? [], status: 201)
            },
            .get(path + "/:file", view) { try await RecordFilePages.download(type, $0, desk) },
            Route(.delete, path + "/:file", edit, body: .stream) { visit in
                let record = try await RecordPages.record(type, visit, desk)
                try await desk.records.detach(
                    try await RecordFilePages.found(record, visit, desk), from: record,
                    on: RecordFilePages.shelf(visit), by: try RecordDesk.author(visit))
                return Reply(status: 204)
            },
        ]
    }

    private static func files(_ record: Record, _ desk: RecordDesk) async throws -> [JSON] {
        let files = try await desk.records.store.read { try desk.records.files($0, of: record) }
        return files.map { file in
            .object([
                JSON.Member("id", .int(file.id)), JSON.Member("name", .string(file.name)),
                JSON.Member("bytes", .int(file.bytes)), JSON.Member("added_by", .string(file.addedBy)),
                JSON.Member("added_at", .string(file.addedAt.iso8601)),
                JSON.Member("path", .string("\(RecordAPI.path(record))/files/\(file.id)")),
            ])
        }
    }
}
