import Kernel
import Records

/// Doing the same to many records: what is asked for, and how it ended.
enum RecordBulkPages {
    static func path(_ type: RecordType) -> String { RecordDesk.path(type) + "/bulk" }

    static func routes(_ type: RecordType, _ desk: RecordDesk) -> [Route] {
        // What may be done is said record by record, so seeing is enough to ask.
        let view = Access.allowed(.view, type.resource)
        return [
            .post(path(type), view) { try await ask(type, $0, desk) },
            .post(path(type) + "/apply", view) { try await apply(type, $0, desk) },
        ]
    }

    /// `set:strength`, `move:retire`, `ask:approve`, `archive`, as the list's form names them.
    private enum Wish {
        case set(RecordField)
        case move(StateMove)
        case ask(StateMove)
        case archive

        init?(_ text: String, _ type: RecordType, _ reader: RecordAuthor) {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count == 2 ? parts[1] : nil) {
            case ("set", let id?):
                guard let field = RecordBulkPart.fields(type, reader).first(where: { $0.id == id }) else { return nil }
                self = .set(field)
            case ("move", let id?):
                guard let move = RecordBulkPart.moves(type, reader).first(where: { $0.id == id }) else { return nil }
                self = .move(move)
            case ("ask", let id?):
                guard let move = RecordBulkPart.asks(type, reader).first(where: { $0.id == id }) else { return nil }
                self = .ask(move)
            case ("archive", nil): self = .archive
            default: return nil
            }
        }

        var title: Text {
            switch self {
            case .set(let field): Text(zh: "批量修改：", en: "Set for many: ") + field.name
            case .move(let move): Text(zh: "批量变更状态：", en: "Change many: ") + move.name
            case .ask(let move): Text(zh: "批量提交审批：", en: "Ask for many: ") + move.name
            case .archive: Text(zh: "批量归档", en: "Archive many")
            }
        }
    }

    private static func ask(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let reader = try RecordDesk.author(visit)
        let list = RecordDesk.path(type) + "?" + visit.form.text("query")
        guard let wish = Wish(visit.form.text("what"), type, reader) else { throw WebProblem.pageUnknown }
        let chosen = try await chosen(type, visit, desk, reader)
        if chosen.isEmpty {
            return Reply.redirect(to: list).flashing(
                Text(zh: "请先勾选记录，或选择“全部符合条件的记录”。", en: "Tick records first, or choose all that match."), tone: .warning)
        }
        return .page(try await page(type, wish, chosen, visit, desk))
    }

    private static func chosen(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk, _ reader: RecordAuthor)
        async throws -> [RecordChoice]
    {
        guard visit.form.text("all") == "1" else { return visit.form.all("record").compactMap { RecordChoice($0) } }
        let address = RecordAddress(desk: desk, type: type, reader: reader)
        let query = try await address.query(FieldValues(encoded: visit.form.text("query")))
        let slice = try await desk.records.all(type, query, most: BulkOutcome.most, for: reader)
        return slice.records.map { RecordChoice(number: $0.number, version: $0.version) }
    }

    private static func page(
        _ type: RecordType, _ wish: Wish, _ chosen: [RecordChoice], _ visit: Visit, _ desk: RecordDesk,
        text: String = "", troubles: [FieldTrouble] = []
    ) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let options = try await RecordForms.options(type, reader, visit, desk)
        var page = Page(
            wish.title, pretitle: type.name,
            lead: Text(
                zh: "共 \(chosen.count) 条记录。每条记录按各自的权限、状态和版本检查；不能修改的会逐条说明。",
                en:
                    "\(chosen.count) records. Each is checked by its own rights, state and version; those that cannot be changed are named."
            )
        ) {
            card {
                postForm(path(type) + "/apply", .class("narrow-form")) {
                    input(.type("hidden"), .name("records"), .value(chosen.map(\.text).joined(separator: " ")))
                    input(.type("hidden"), .name("what"), .value(visit.form.text("what")))
                    input(.type("hidden"), .name("query"), .value(visit.form.text("query")))
                    switch wish {
                    case .set(let field):
                        RecordForm(
                            type: type, reader: reader, options: options, texts: [field.id: text], troubles: troubles
                        ).field(field)
                    case .move(let move): if move.needsReason { reason }
                    case .ask:
                        Field(
                            "note", Text(zh: "提交说明", en: "Note"),
                            help: Text(zh: "每条记录各提交一份申请，附上同一说明。", en: "A request each, with the same note."),
                            first: true
                        ).html
                    case .archive: HTML()
                    }
                    div(.class("form-foot")) {
                        submitButton(Text(zh: "应用到 \(chosen.count) 条记录", en: "Apply to \(chosen.count) records"))
                        a(.class("btn"), .href(RecordDesk.path(type) + "?" + visit.form.text("query"))) {
                            Text(zh: "取消", en: "Cancel")
                        }
                    }
                }
            }
        }
        page.marked = desk.area(of: type).map(RecordDesk.path)
        return page
    }

    private static var reason: HTML {
        Field("reason", Text(zh: "理由", en: "Reason"), required: true, first: true).html
    }

    private static func apply(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        guard let wish = Wish(visit.form.text("what"), type, author) else { throw WebProblem.pageUnknown }
        let chosen = visit.form.text("records").split(separator: " ").compactMap { RecordChoice($0) }
        var text = ""
        let change: BulkChange
        switch wish {
        case .set(let field):
            text = RecordForm.texts(visit.form, type, author)[field.id] ?? ""
            change = .set(field: field.id, text: text)
        case .move(let move): change = .move(move.id, reason: visit.form.text("reason"))
        case .ask(let move):
            let outcome = try await desk.approvals.request(
                move.id, ofMany: chosen, type, note: visit.form.text("note"), by: author)
            return .page(RecordBulkAsked(type: type, outcome: outcome, visit: visit, desk: desk).page(wish.title))
        case .archive: change = .archive
        }
        do {
            let outcome = try await desk.records.change(type, chosen, change, by: author)
            return .page(ended(type, wish, outcome, visit, desk))
        } catch RecordProblem.fields(let troubles) {
            return .page(
                try await page(type, wish, chosen, visit, desk, text: text, troubles: troubles), status: 422)
        }
    }

    private static func ended(
        _ type: RecordType, _ wish: Wish, _ outcome: BulkOutcome, _ visit: Visit, _ desk: RecordDesk
    ) -> Page {
        let refused = outcome.refused
        var page = Page(wish.title, pretitle: type.name) {
            notice(
                refused.isEmpty ? .success : .warning,
                Text(
                    zh: "已修改 \(outcome.changed) 条，原本如此 \(outcome.unchanged) 条，未修改 \(refused.count) 条。",
                    en:
                        "\(outcome.changed) changed, \(outcome.unchanged) were so already, \(refused.count) left as they are."
                ))
            if !refused.isEmpty { Self.refused(refused, type, Text(zh: "未修改的记录", en: "Left as they are")) }
            back(type, visit)
        }
        page.marked = desk.area(of: type).map(RecordDesk.path)
        return page
    }

    /// Which records were left alone, and why.
    static func refused(_ refused: [BulkOutcome.Refusal], _ type: RecordType, _ title: Text) -> HTML {
        card(title, flush: true) {
            DataTable(
                title, rows: Array(refused.prefix(500)),
                columns: [
                    .init(Text(zh: "记录", en: "Record")) { one in
                        a(.class("record-link"), .href("\(RecordDesk.path(type))/\(one.number)")) {
                            span(.class("record-code")) { one.code }
                            one.title
                        }
                    },
                    .init(Text(zh: "原因", en: "Why")) { one in HTML(one.text) },
                ]
            ).html
        }
    }

    static func back(_ type: RecordType, _ visit: Visit) -> HTML {
        div(.class("form-foot")) {
            a(.class("btn btn-primary"), .href(RecordDesk.path(type) + "?" + visit.form.text("query"))) {
                Text(zh: "返回列表", en: "Back to the list")
            }
        }
    }
}
