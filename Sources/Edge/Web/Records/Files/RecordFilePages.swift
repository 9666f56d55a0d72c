import Foundation
import Kernel
import Records
import Store

/// Files of a record: sent in, fetched and removed with the rights of the record.
enum RecordFilePages {
    static let limit = 50 << 20

    static func path(_ record: Record) -> String { RecordDesk.path(record) + "/files" }

    static func routes(_ type: RecordType, _ desk: RecordDesk) -> [Route] {
        let path = RecordDesk.path(type) + "/:number/files"
        let edit = Access.allowed(.edit, type.resource)
        return [
            .post(path, edit, body: .stream) { visit in
                let record = try await RecordPages.record(type, visit, desk)
                try await receive(record, visit, desk)
                return .json(JSONText.object([("next", RecordDesk.path(record))]))
            },
            .get(path + "/:file", .allowed(.view, type.resource)) { try await download(type, $0, desk) },
            .post(path + "/:file/remove", edit) { visit in
                let record = try await RecordPages.record(type, visit, desk)
                let file = try await found(record, visit, desk)
                try await desk.records.detach(
                    file, from: record, on: shelf(visit), by: try RecordDesk.author(visit))
                return Reply.redirect(to: RecordDesk.path(record)).flashing(
                    Text(zh: "已移除附件“\(file.name)”。", en: "The file “\(file.name)” is removed."))
            },
        ]
    }

    static func download(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let file = try await found(try await RecordPages.record(type, visit, desk), visit, desk)
        // Whatever it claims to be: browsers save it and never show it as a page of ours.
        return try FileReply.download(
            shelf(visit).place(of: file).path, as: file.name, type: "application/octet-stream")
    }

    static func shelf(_ visit: Visit) -> RecordFileShelf { RecordFileShelf(files: visit.app.files) }

    static func found(_ record: Record, _ visit: Visit, _ desk: RecordDesk) async throws -> RecordFile {
        let id = try visit.number("file")
        return try await desk.records.store.read { try desk.records.file($0, id, of: record) }
    }

    /// Problems: `record.locked`, `web.body_too_large`, `record.file_empty`.
    @discardableResult
    static func receive(_ record: Record, _ visit: Visit, _ desk: RecordDesk) async throws -> Record {
        if record.isLocked { throw RecordProblem.locked(code: record.code, state: record.stateName) }
        if let announced = visit.request.headers["content-length"].flatMap({ Int($0) }), announced > limit {
            throw WebProblem.bodyTooLarge(limitBytes: limit)
        }
        let writer = try shelf(visit).begin()
        do {
            try await visit.request.body.read(upTo: limit) { try await writer.take($0) }
        } catch {
            try await writer.abandon()
            throw error
        }
        return try await desk.records.attach(
            try await writer.finish(), named: visit.query.text("name"), to: record, on: shelf(visit),
            by: try RecordDesk.author(visit))
    }
}
