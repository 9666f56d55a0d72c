import Collecting
import Kernel
import Records

/// Files are sent in, looked at and mapped here; the import itself is a job (DA-01).
enum ImportPages {
    static let path = "/data/import"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(
                path, .allowed(.import, .sourceData),
                menu: MenuEntry(.data, Text(zh: "导入", en: "Import"), order: 10)
            ) { visit in .page(UploadPart.page(visit)) },
            .post(path + "/uploads", .allowed(.import, .sourceData), body: .stream) { visit in
                let upload = try await receive(visit)
                let target = ImportTarget(rawValue: visit.query.text("target"))
                return .json(JSONText.object([("next", address(upload, target))]))
            },
            .get(path + "/uploads/:upload", .allowed(.import, .sourceData)) { visit in
                let upload = try ImportDesk.upload(visit)
                let target = ImportTarget(rawValue: visit.query.text("target"))
                let preview = try await ImportDesk.preview(upload, into: target, visit)
                let form = MappingForm(preview, asked: target)
                return .page(PreviewPart(upload: upload, preview: preview, form: form, sent: nil, trouble: nil).page)
            },
            .post(path + "/uploads/:upload/start", .allowed(.import, .sourceData)) { visit in try await start(visit) },
        ]
    }

    static func address(_ upload: Upload, _ target: ImportTarget?) -> String {
        path + "/uploads/" + upload.id + (target.map { "?target=" + $0.rawValue } ?? "")
    }

    /// Takes the body in piece by piece. Problems: `web.body_too_large`, `upload.empty`.
    private static func receive(_ visit: Visit) async throws -> Upload {
        let limit = visit.app.uploadLimit
        if let announced = visit.request.headers["content-length"].flatMap({ Int($0) }), announced > limit {
            throw WebProblem.bodyTooLarge(limitBytes: limit)
        }
        let account = try visit.person().account.id
        let writer = try ImportDesk.shelf(visit).begin(visit.query.text("name"), from: account)
        do {
            try await visit.request.body.read(upTo: limit) { try await writer.take($0) }
        } catch {
            try await writer.abandon()
            throw error
        }
        return try await writer.finish()
    }

    private static func start(_ visit: Visit) async throws -> Reply {
        let upload = try ImportDesk.upload(visit)
        guard let target = ImportTarget(rawValue: visit.form.text("target")) else { throw WebProblem.pageUnknown }
        let preview = try await ImportDesk.preview(upload, into: target, visit)
        guard let form = MappingForm(preview, asked: target) else { throw WebProblem.pageUnknown }
        switch try await FormTrouble.catching({ try form.mapping(from: visit.form) }) {
        case .success(let mapping):
            return try await ImportDesk.begin(
                ImportOrder(upload, mapping: mapping, isTrial: visit.form["trial"] != nil), visit)
        case .failure(let trouble):
            let part = PreviewPart(upload: upload, preview: preview, form: form, sent: visit.form, trouble: trouble)
            return .page(part.page, status: trouble.status)
        }
    }
}
