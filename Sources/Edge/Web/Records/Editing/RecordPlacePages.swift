import Kernel
import Records
import Store

/// Cards that are put into another column or on another day, and steps that ask for more than that.
enum RecordPlacePages {
    static func routes(_ type: RecordType, _ desk: RecordDesk) -> [Route] {
        let one = RecordDesk.path(type) + "/:number"
        // Who may make a move is said by the move itself, so seeing is enough to ask.
        let view = Access.allowed(.view, type.resource)
        return [
            .post(one + "/place", view) { try await place(type, $0, desk) },
            .get(one + "/step/:move", view) { visit in
                let record = try await RecordPages.record(type, visit, desk)
                return .page(try await page(record, try step(visit["move"], record), visit, desk))
            },
            .post(one + "/step/:move", view) { try await make(type, $0, desk) },
        ]
    }

    private static func place(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let record = try await RecordPages.record(type, visit, desk)
        let author = try RecordDesk.author(visit)
        let version = try RecordPages.version(visit)
        let field = visit.form.text("field")
        let target = visit.form.text("to")
        let moved: Record
        if !field.isEmpty {
            if target.isEmpty, visit.form.text("drop") != "1" { return back(type, field) }
            moved = try await desk.records.change(record, from: version, texts: [field: target], by: author)
        } else {
            guard let move = try wanted(record, visit, author) else { return back(type, field) }
            if asksForMore(move, record) { return led(to: path(record, move), visit) }
            moved = try await desk.records.move(record, from: version, move.id, by: author)
        }
        if visit.request.isPartial { return .fragment(fragment(moved, field, visit, desk, author)) }
        return back(type, field).flashing(Text(zh: "已移动 \(moved.code)。", en: "\(moved.code) is moved."))
    }

    /// Where the record was moved: its board by that field or by state, or its calendar.
    private static func back(_ type: RecordType, _ field: String) -> Reply { .redirect(to: view(type, field)) }

    private static func view(_ type: RecordType, _ field: String) -> String {
        let views: [RecordView] = field.isEmpty ? [.board(by: nil)] : [.board(by: field), .calendar(on: field)]
        let shown = type.views.first(where: views.contains)
        return RecordDesk.path(type) + (shown.map { "?view=" + RecordViews.name($0, of: type).id } ?? "")
    }

    private static func led(to path: String, _ visit: Visit) -> Reply {
        visit.request.isPartial ? Reply(headers: ["hx-redirect": path]) : .redirect(to: path)
    }

    private static func fragment(
        _ record: Record, _ field: String, _ visit: Visit, _ desk: RecordDesk, _ reader: RecordAuthor
    )
        -> HTML
    {
        let views = RecordViews(desk: desk, type: record.type, visit: visit, reader: reader)
        return visit.form.text("as") == "calendar"
            ? views.entry(record, field) : views.tile(record, field.isEmpty ? nil : field)
    }

    // MARK: Steps

    private static func path(_ record: Record, _ move: StateMove) -> String {
        "\(RecordDesk.path(record))/step/\(move.id)"
    }

    private static func asksForMore(_ move: StateMove, _ record: Record) -> Bool {
        move.needsApproval || move.needsReason || move.blockers != nil || move.needs.contains { record[$0] == nil }
    }

    /// The move that was chosen, or the one that leads to the column. Problem: `record.move_unknown`.
    private static func wanted(_ record: Record, _ visit: Visit, _ author: RecordAuthor) throws -> StateMove? {
        if let state = visit.form["state"] {
            let all = record.type.states.moves(from: record.state).filter { $0.to == state }
            if let open = all.first(where: { author.may($0.needsApproval ? .edit : $0.action, record.type) })
                ?? all.first
            {
                return open
            }
            let name = record.type.states.state(state)?.name ?? Text(verbatim: state)
            throw PlaceProblem.noStep(code: record.code, from: record.stateName, to: name)
        }
        let move = visit.form.text("to")
        return move.isEmpty ? nil : try step(move, record)
    }

    private static func step(_ move: String, _ record: Record) throws -> StateMove {
        guard let step = record.type.states.moves(from: record.state).first(where: { $0.id == move }),
            record.archivedAt == nil
        else { throw RecordProblem.moveUnknown(code: record.code, move: move, state: record.stateName) }
        return step
    }

    private static func page(
        _ record: Record, _ move: StateMove, _ visit: Visit, _ desk: RecordDesk, texts: [String: String] = [:],
        troubles: [FieldTrouble] = [], overall: Text? = nil
    ) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let form = RecordForm(
            type: record.type, reader: reader,
            options: try await RecordForms.options(record.type, reader, visit, desk), texts: texts, troubles: troubles)
        let missing = move.needs.filter { record[$0] == nil }.compactMap { record.type.field($0) }
        var page = Page(
            Text(zh: "\(move.name.zh)：\(record.code)", en: "\(move.name.en): \(record.code)"),
            pretitle: record.type.name, lead: lead(record, move, missing)
        ) {
            if let overall { notice(.danger, overall) }
            card(Text(verbatim: record.title)) {
                postForm(path(record, move), .class("record-form")) {
                    input(.type("hidden"), .name("version"), .value(String(record.version)))
                    for field in missing { form.field(field) }
                    if move.needsReason || move.blockers != nil {
                        div(.class("field-wide")) {
                            Field(
                                "reason", Text(zh: "理由", en: "Reason"), value: visit.form.text("reason"),
                                required: move.needsReason
                            ).html
                        }
                    }
                    if move.needsApproval {
                        div(.class("field-wide")) {
                            Field("note", Text(zh: "提交说明（可选）", en: "Note (optional)"), value: visit.form.text("note"))
                                .html
                        }
                    }
                    div(.class("form-foot field-wide")) {
                        submitButton(
                            move.needsApproval ? Text(zh: "提交审批：", en: "Ask for approval: ") + move.name : move.name)
                        a(.class("btn"), .href(view(record.type, ""))) {
                            Text(zh: "暂不移动", en: "Leave it where it is")
                        }
                    }
                }
            }
        }
        page.marked = desk.area(of: record.type).map(RecordDesk.path)
        return page
    }

    private static func lead(_ record: Record, _ move: StateMove, _ missing: [RecordField]) -> Text {
        var zh: [String] = []
        var en: [String] = []
        if !missing.isEmpty {
            zh.append("须先填写\(missing.map(\.name.zh).joined(separator: "、"))")
            en.append("needs \(missing.map(\.name.en).joined(separator: ", "))")
        }
        if move.needsReason {
            zh.append("须说明理由")
            en.append("needs a reason")
        }
        if move.needsApproval {
            zh.append("须经审批，批准后才会移动")
            en.append("needs an approval: the record moves once it is given")
        }
        return Text(
            zh: "此步骤\(zh.isEmpty ? "可直接执行" : zh.joined(separator: "；"))。",
            en: "This step \(en.isEmpty ? "asks for nothing more" : en.joined(separator: "; ")).")
    }

    /// Missing fields and the move, or the request for it, in one transaction.
    private static func make(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let record = try await RecordPages.record(type, visit, desk)
        let author = try RecordDesk.author(visit)
        let move = try step(visit["move"], record)
        let version = try RecordPages.version(visit)
        let texts = RecordForm.texts(visit.form, type, author).filter { move.needs.contains($0.key) }
        let reason = visit.form.text("reason")
        let note = visit.form.text("note")
        do {
            try await desk.records.store.write { db in
                var current = record
                var from = version
                if !texts.isEmpty {
                    let values = try desk.records.read(db, texts, type)
                    current = try desk.records.change(db, record, from: version, values, by: author)
                    from = current.version
                }
                if move.needsApproval {
                    try desk.approvals.request(db, move.id, of: current, from: from, note: note, by: author)
                } else {
                    try desk.records.move(db, current, from: from, move.id, reason: reason, by: author)
                }
            }
        } catch let problem as any Problem where problem.kind == .invalid || problem.kind == .conflict {
            var troubles: [FieldTrouble] = []
            if case RecordProblem.fields(let all) = problem { troubles = all }
            return .page(
                try await page(
                    record, move, visit, desk, texts: texts, troubles: troubles,
                    overall: troubles.isEmpty ? problem.text : nil), status: ProblemReply.status(of: problem))
        }
        return back(type, "").flashing(
            move.needsApproval
                ? Text(zh: "\(record.code) 已提交审批。", en: "\(record.code) is sent for approval.")
                : Text(zh: "已移动 \(record.code)。", en: "\(record.code) is moved."))
    }
}

/// Why a card cannot be put where it was dragged.
enum PlaceProblem: Problem {
    case noStep(code: String, from: Text, to: Text)

    var code: String { "record.no_step" }
    var kind: ProblemKind { .conflict }
    var text: Text {
        switch self {
        case .noStep(let code, let from, let to):
            Text(
                zh: "\(code) 不能从“\(from.zh)”直接变为“\(to.zh)”，已放回原处。",
                en: "\(code) cannot go from “\(from.en)” to “\(to.en)” in one step. It is back where it was.")
        }
    }
}
