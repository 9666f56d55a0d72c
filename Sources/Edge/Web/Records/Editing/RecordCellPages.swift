import Kernel
import Records
import Store

/// Changing one cell of a list in place.
enum RecordCellPages {
    static func routes(_ type: RecordType, _ desk: RecordDesk) -> [Route] {
        let one = RecordDesk.path(type) + "/:number"
        let edit = Access.allowed(.edit, type.resource)
        return [
            .get(one + "/cell/:field", edit) { try await open(type, $0, desk) },
            .get(one + "/row", .allowed(.view, type.resource)) { visit in
                .fragment(try await row(try await RecordPages.record(type, visit, desk), visit, desk))
            },
            .post(one + "/cell/:field", edit) { try await save(type, $0, desk) },
        ]
    }

    private static func field(_ type: RecordType, _ visit: Visit) throws -> RecordField {
        guard let field = type.field(visit["field"]), try RecordDesk.author(visit).may(.edit, type, field) else {
            throw WebProblem.pageUnknown
        }
        return field
    }

    /// The control with what the record holds now. Problem: `record.locked`.
    private static func open(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let field = try field(type, visit)
        let record = try await RecordPages.record(type, visit, desk)
        if record.isLocked { throw RecordProblem.locked(code: record.code, state: record.stateName) }
        let texts = try await RecordForms.shown(record, record.values, visit, desk)
        return .fragment(try await editor(record, field, texts, visit, desk).html)
    }

    private static func save(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let field = try field(type, visit)
        let author = try RecordDesk.author(visit)
        let record = try await RecordPages.record(type, visit, desk)
        let text = RecordForm.texts(visit.form, type, author)[field.id] ?? ""
        guard let version = Int64(visit.form.text("version")) else { throw WebProblem.pageUnknown }
        do {
            let changed = try await desk.records.change(record, from: version, texts: [field.id: text], by: author)
            return .fragment(try await row(changed, visit, desk))
        } catch let problem as RecordProblem {
            var theirs: [String: String] = [:]
            var troubles: [FieldTrouble] = []
            switch problem {
            case .fields(let all): troubles = all.map { said($0, under: field) }
            case .stale(_, _, _, let values): theirs = try await RecordForms.shown(record, values, visit, desk)
            default: throw problem
            }
            // Her own text stays in the cell. After a refusal for age, saving again starts from what stands there now.
            var editor = try await editor(record, field, [field.id: text], visit, desk)
            editor = RecordCellEditor(
                record: record, field: field,
                form: RecordForm(
                    type: type, reader: author, options: editor.form.options, texts: [field.id: text],
                    troubles: troubles, theirs: theirs.filter { $0.key == field.id },
                    version: theirs.isEmpty ? version : record.version))
            // htmx puts in place what is answered with 422.
            return .fragment(try await row(record, visit, desk, editing: editor), status: 422)
        }
    }

    /// What is wrong with another field stands in the cell too, with that field's name.
    private static func said(_ trouble: FieldTrouble, under field: RecordField) -> FieldTrouble {
        let text = trouble.field == field.id ? trouble.text : trouble.name + Text(zh: "：", en: ": ") + trouble.text
        return FieldTrouble(field: field.id, name: trouble.name, text: text)
    }

    private static func editor(
        _ record: Record, _ field: RecordField, _ texts: [String: String], _ visit: Visit, _ desk: RecordDesk
    ) async throws -> RecordCellEditor {
        let reader = try RecordDesk.author(visit)
        let options = try await RecordForms.options(record.type, reader, visit, desk)
        let form = RecordForm(
            type: record.type, reader: reader, options: options, texts: texts, version: record.version)
        return RecordCellEditor(record: record, field: field, form: form)
    }

    private static func row(
        _ record: Record, _ visit: Visit, _ desk: RecordDesk, editing: RecordCellEditor? = nil
    ) async throws -> HTML {
        let names = try await desk.records.store.read { try desk.records.names($0, of: [record]) }
        return RecordListPart(desk: desk, type: record.type, visit: visit, reader: try RecordDesk.author(visit))
            .row(record, names, editing: editing)
    }
}
