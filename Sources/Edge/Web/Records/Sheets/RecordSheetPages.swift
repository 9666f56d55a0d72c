import Collecting
import Foundation
import Kernel
import Records
import Store

/// Records as files: taken out, and brought in with a look at what would change before anything is written.
enum RecordSheetPages {
    static func path(_ type: RecordType) -> String { RecordDesk.path(type) + "/import" }
    static func path(_ type: RecordType, _ upload: Upload) -> String { "\(path(type))/\(upload.id)" }

    /// A table of records is small; what is larger is something else.
    static let uploadLimit = 32 << 20

    static func routes(_ type: RecordType, _ desk: RecordDesk) -> [Route] {
        let edit = Access.allowed(.edit, type.resource)
        let path = path(type)
        return [
            .get(RecordDesk.path(type) + "/export/:format", .allowed(.export, type.resource)) {
                try await RecordExport.send(type, $0, desk)
            },
            .get(path, edit) { visit in .page(RecordImportStart.page(type, visit, desk)) },
            .post(path, edit, body: .form(limitBytes: uploadLimit)) { visit in
                let upload = try await pasted(visit)
                return .redirect(to: self.path(type, upload))
            },
            .post(path + "/uploads", edit, body: .stream) { visit in
                let upload = try await received(visit)
                return .json(JSONText.object([("next", self.path(type, upload))]))
            },
            .get(path + "/:upload", edit) { try await preview(type, $0, desk) },
            .get(path + "/:upload/refused", edit) { try await refused(type, $0, desk) },
            .post(path + "/:upload/apply", edit) { try await apply(type, $0, desk) },
        ]
    }

    // MARK: Files come in

    private static func pasted(_ visit: Visit) async throws -> Upload {
        let text = visit.form["table"] ?? ""
        if text.allSatisfy(\.isWhitespace) { throw SheetProblem.empty }
        let name = Text(zh: "粘贴的表格.tsv", en: "pasted table.tsv")[visit.language]
        let writer = try ImportDesk.shelf(visit).begin(name, from: try visit.person().account.id)
        do { try await writer.take(Array(text.utf8)[...]) } catch {
            try await writer.abandon()
            throw error
        }
        return try await writer.finish()
    }

    /// Problems: `web.body_too_large`, `upload.empty`.
    private static func received(_ visit: Visit) async throws -> Upload {
        if let announced = visit.request.headers["content-length"].flatMap({ Int($0) }), announced > uploadLimit {
            throw WebProblem.bodyTooLarge(limitBytes: uploadLimit)
        }
        let account = try visit.person().account.id
        let writer = try ImportDesk.shelf(visit).begin(visit.query.text("name"), from: account)
        do {
            try await visit.request.body.read(upTo: uploadLimit) { try await writer.take($0) }
        } catch {
            try await writer.abandon()
            throw error
        }
        return try await writer.finish()
    }

    // MARK: What they hold

    private static func grid(_ upload: Upload, _ visit: Visit) throws -> RecordGrid {
        try GridReader.read(ImportDesk.shelf(visit).file(of: upload), named: upload.name)
    }

    private static func preview(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let upload = try ImportDesk.upload(visit)
        let done = try await desk.records.store.read { try desk.records.outcome($0, upload.id) }
        let shelf = ImportDesk.shelf(visit)
        if let done {
            let hasFile = FileManager.default.fileExists(atPath: shelf.refused(of: upload).path)
            return .page(RecordImportDone(desk: desk, type: type, upload: upload, counts: done, hasFile: hasFile).page)
        }
        let author = try RecordDesk.author(visit)
        do {
            let plan = try await desk.records.plan(type, try grid(upload, visit), by: author)
            return .page(RecordImportPreview(desk: desk, upload: upload, plan: plan).page)
        } catch let problem as any Problem where problem is SheetProblem || problem is ImportProblem {
            return .page(
                RecordImportStart.page(type, visit, desk, trouble: problem.text),
                status: ProblemReply.status(of: problem))
        }
    }

    private static func apply(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let upload = try ImportDesk.upload(visit)
        let author = try RecordDesk.author(visit)
        let file = ImportDesk.shelf(visit).refused(of: upload)
        let language = visit.language
        try await desk.records.apply(
            type, try grid(upload, visit), named: upload.name, key: upload.id, by: author
        ) { plan in
            guard !plan.refused.isEmpty else { return }
            try Data(CSVText.bytes(plan.refusedSheet(in: language, for: author))).write(to: file, options: .atomic)
        }
        return .redirect(to: path(type, upload))
    }

    /// Before it is applied, what would be refused; afterwards, what was.
    private static func refused(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let upload = try ImportDesk.upload(visit)
        let name = Text(zh: "未写入的行.csv", en: "rows not taken.csv")[visit.language]
        let kept = ImportDesk.shelf(visit).refused(of: upload)
        let csv = ExportFormat.csv.contentType
        if FileManager.default.fileExists(atPath: kept.path) {
            return try FileReply.download(kept.path, as: name, type: csv)
        }
        let author = try RecordDesk.author(visit)
        let plan = try await desk.records.plan(type, try grid(upload, visit), by: author)
        let bytes = CSVText.bytes(plan.refusedSheet(in: visit.language, for: author))
        return .download(name, type: csv) { try await $0.write(bytes) }
    }
}
