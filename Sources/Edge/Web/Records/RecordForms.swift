import Kernel
import Records
import Store

/// Making and changing records through forms.
enum RecordForms {
    static func new(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        // A link may come with values: `new?kind=political`.
        let texts = Dictionary(visit.query.pairs.map { ($0.name, $0.value) }) { first, _ in first }
        return try await page(type, nil, RecordFilled(texts: texts.filter { type.field($0.key) != nil }), visit, desk)
    }

    static func edit(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let record = try await RecordPages.record(type, visit, desk)
        let texts = try await shown(record, record.values, visit, desk)
        return try await page(type, record, RecordFilled(texts: texts, version: record.version), visit, desk)
    }

    /// What was typed and what is wrong with it.
    private struct RecordFilled {
        var texts: [String: String]
        var troubles: [FieldTrouble] = []
        var theirs: [String: String] = [:]
        var version: Int64?
        var overall: Text?
    }

    private static func page(
        _ type: RecordType, _ record: Record?, _ filled: RecordFilled, _ visit: Visit, _ desk: RecordDesk
    ) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let options = try await options(type, reader, visit, desk)
        let form = RecordForm(
            type: type, reader: reader, options: options, texts: filled.texts, troubles: filled.troubles,
            theirs: filled.theirs,
            version: filled.version)
        let back = record.map(RecordDesk.path) ?? RecordDesk.path(type)
        var page = Page(
            record.map { Text(zh: "编辑 \($0.code)", en: "Edit \($0.code)") }
                ?? Text(zh: "新建\(type.name.zh)", en: "New \(type.name.en.lowercased())"),
            pretitle: type.name, lead: record == nil ? type.meaning : nil
        ) {
            if let overall = filled.overall { notice(.danger, overall) }
            card {
                postForm(record.map(RecordDesk.path) ?? RecordDesk.path(type), .class("record-form")) {
                    form.html
                    div(.class("form-foot field-wide")) {
                        submitButton(Text(zh: "保存", en: "Save"))
                        a(.class("btn"), .href(back)) { Text(zh: "取消", en: "Cancel") }
                    }
                }
            }
        }
        page.marked = desk.area(of: type).map(RecordDesk.path)
        return page
    }

    static func create(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        let texts = RecordForm.texts(visit.form, type, author).filter { !$0.value.isEmpty }
        do {
            let record = try await desk.records.create(type, texts: texts, by: author)
            return Reply.redirect(to: RecordDesk.path(record)).flashing(
                Text(zh: "已新建 \(record.code)。", en: "\(record.code) is added."))
        } catch let problem as RecordProblem {
            guard case .fields(let troubles) = problem else { throw problem }
            return .page(
                try await page(type, nil, RecordFilled(texts: texts, troubles: troubles), visit, desk), status: 422)
        }
    }

    static func change(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        let record = try await RecordPages.record(type, visit, desk)
        let texts = RecordForm.texts(visit.form, type, author)
        guard let version = Int64(visit.form.text("version")) else { throw WebProblem.pageUnknown }
        do {
            let changed = try await desk.records.change(record, from: version, texts: texts, by: author)
            return Reply.redirect(to: RecordDesk.path(record)).flashing(
                Text(zh: "\(changed.code) 已保存。", en: "\(changed.code) is saved."))
        } catch let problem as RecordProblem {
            var filled = RecordFilled(texts: texts, version: version)
            switch problem {
            case .fields(let troubles): filled.troubles = troubles
            case .stale(_, _, _, let theirs):
                filled.theirs = try await shown(record, theirs, visit, desk)
                filled.version = record.version
                filled.overall = problem.text
            default: throw problem
            }
            return .page(try await page(type, record, filled, visit, desk), status: ProblemReply.status(of: problem))
        }
    }

    static func takeStarter(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let made = try await desk.records.takeStarter(
            type, in: visit.language, on: visit.app.zone.day(of: visit.app.clock.now()),
            by: try RecordDesk.author(visit))
        return Reply.redirect(to: RecordDesk.path(type)).flashing(
            Text(
                zh: "已加入 \(made.count) 条参考内容，请按贵公司情况修改。",
                en: "\(made.count) samples are added. Change them to fit your company."))
    }

    /// Values as the form's fields hold them: codes for choices, record codes for links.
    static func shown(_ record: Record, _ values: RecordValues, _ visit: Visit, _ desk: RecordDesk) async throws
        -> [String: String]
    {
        let names = try await desk.records.store.read { try desk.records.names($0, of: [record]) }
        var texts: [String: String] = [:]
        for field in record.type.fields {
            switch values[field.id] {
            case nil: texts[field.id] = ""
            case .text(let text): texts[field.id] = text
            case .codes(let codes): texts[field.id] = codes.joined(separator: ";")
            case .flag(let flag): texts[field.id] = String(flag)
            case let value:
                texts[field.id] = FieldText(field, currency: desk.records.currency).text(of: value, in: .en) {
                    names.name($0, field)
                }
            }
        }
        return texts
    }

    static func options(_ type: RecordType, _ reader: RecordAuthor, _ visit: Visit, _ desk: RecordDesk)
        async throws -> RecordOptions
    {
        var records: [String: [RecordName]] = [:]
        for target in Set(type.fields.compactMap(\.kind.linkTarget)) {
            let linked = try desk.records.catalog.require(target)
            guard reader.may(.view, linked) else { continue }
            let slice = try await desk.records.list(
                linked, RecordQuery(sort: .init("number", ascending: false)), limit: 300, for: reader)
            records[target] = slice.records.map(RecordName.init)
        }
        let needsPeople = type.fields.contains { $0.kind == .person || $0.kind == .people }
        let people = needsPeople ? try await visit.app.accounts.all().filter { !$0.isDisabled }.map(\.name) : []
        return RecordOptions(currency: desk.records.currency, people: people, records: records)
    }
}
