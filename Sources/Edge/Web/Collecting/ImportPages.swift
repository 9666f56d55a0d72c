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
                let view = try await ImportView.make(visit, visit.query)
                guard let form = view.form else { return .page(PreviewPart(view: view, reading: nil).page) }
                let reading = try await MappingReading.make(form, form.base, visit)
                return .page(PreviewPart(view: view, reading: reading).page)
            },
            .post(path + "/uploads/:upload/look", .allowed(.import, .sourceData)) { visit in
                let (view, reading) = try await sent(visit)
                guard visit.request.isPartial else { return .page(PreviewPart(view: view, reading: reading).page) }
                return .fragment(
                    MappingEditor(reading: reading).swaps(changed: visit.request.headers["x-changed"] ?? ""))
            },
            .post(path + "/uploads/:upload/save", .allowed(.import, .sourceData)) { visit in try await save(visit) },
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

    /// The mapping as the form has it now.
    private static func sent(_ visit: Visit) async throws -> (ImportView, MappingReading) {
        let view = try await ImportView.make(visit, visit.form)
        guard let form = view.form else { throw WebProblem.pageUnknown }
        return (view, try await MappingReading.make(form, form.mapping(from: visit.form), visit))
    }

    private static func start(_ visit: Visit) async throws -> Reply {
        let (view, reading) = try await sent(visit)
        switch try await FormTrouble.catching({ try reading.form.check(reading.mapping) }) {
        case .success:
            let order = ImportOrder(
                view.upload, mapping: reading.mapping, isTrial: visit.form["trial"] != nil, sheet: view.look.sheet)
            return try await ImportDesk.begin(order, view.look.headings, visit)
        case .failure(let trouble): return refused(view, reading, trouble)
        }
    }

    /// Keeps the mapping under a new name, or puts it in the place of the one begun with.
    private static func save(_ visit: Visit) async throws -> Reply {
        let (view, reading) = try await sent(visit)
        let store = ImportDesk.kept(visit)
        let author = try visit.author()
        let result = try await FormTrouble.catching {
            try reading.form.check(reading.mapping)
            if visit.form.text("save") == "update", let kept = view.kept {
                let revision = visit.form.int("revision").map(Int64.init)
                return try await store.update(
                    kept.id, to: reading.mapping, revision: revision, headings: view.look.headings, by: author)
            }
            var mapping = reading.mapping
            mapping.name = visit.form.text("save_name")
            return try await store.add(mapping, headings: view.look.headings, by: author)
        }
        switch result {
        case .success(let kept):
            return Reply.redirect(to: view.address(mapping: "kept:\(kept.id)", target: kept.target)).flashing(
                Text(zh: "已保存映射“\(kept.name)”。", en: "The mapping “\(kept.name)” is saved."))
        case .failure(let trouble): return refused(view, reading, trouble)
        }
    }

    private static func refused(_ view: ImportView, _ reading: MappingReading, _ trouble: FormTrouble) -> Reply {
        var reading = reading
        reading.trouble = trouble
        return .page(PreviewPart(view: view, reading: reading).page, status: trouble.status)
    }
}
