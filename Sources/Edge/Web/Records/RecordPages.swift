import Kernel
import Planning
import Records
import Store

/// List, form and page of every declared type, and what can be done there. All of it follows from the declarations.
enum RecordPages {
    static func routes(_ desk: RecordDesk) -> [Route] {
        AreaPages.routes(desk) + desk.areas.flatMap(\.types).flatMap { routes($0, desk) }
    }

    private static func routes(_ type: RecordType, _ desk: RecordDesk) -> [Route] {
        let path = RecordDesk.path(type)
        let one = path + "/:number"
        let view = Access.allowed(.view, type.resource)
        let edit = Access.allowed(.edit, type.resource)
        return [
            .get(path, view) { try await RecordLists.page(type, $0, desk) },
            .get(path + "/new", edit) { .page(try await RecordForms.new(type, $0, desk)) },
            .post(path, edit) { try await RecordForms.create(type, $0, desk) },
            .post(path + "/starter", edit) { try await RecordForms.takeStarter(type, $0, desk) },
            .post(path + "/views", view) { try await RecordLists.saveView(type, $0, desk) },
            .post(path + "/views/:view/remove", view) { try await RecordLists.removeView(type, $0, desk) },
            .get(one, view) { .page(try await page(type, $0, desk)) },
            .get(one + "/edit", edit) { .page(try await RecordForms.edit(type, $0, desk)) },
            .post(one, edit) { try await RecordForms.change(type, $0, desk) },
            // Who may make a move is said by the move itself, so seeing is enough to ask.
            .post(one + "/move/:move", view) { try await move(type, $0, desk) },
            .post(one + "/request/:move", edit) { try await request(type, $0, desk) },
            .post(one + "/archive", edit) { try await archive(type, $0, desk) },
            .post(one + "/comments", view) { try await comment(type, $0, desk) },
        ] + RecordSheetPages.routes(type, desk) + RecordBulkPages.routes(type, desk)
            + RecordCellPages.routes(type, desk) + RecordPlacePages.routes(type, desk)
            + RecordFilePages.routes(type, desk)
    }

    static func record(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Record {
        try await desk.records.find(type, number: try visit.number("number"), for: try RecordDesk.author(visit))
    }

    private static func page(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let number = try visit.number("number")
        let found = try await desk.records.store.read { db in
            let record = try desk.records.find(db, type, number: number, for: reader)
            return (
                record, try desk.records.names(db, of: [record]), try desk.records.incoming(db, record, for: reader),
                try desk.records.history(db, record, for: reader), try desk.records.comments(db, on: record),
                try desk.approvals.requests(db, about: record), try desk.records.files(db, of: record),
                type.id == "adjustment_plan"
                    ? try ArchiveStore(desk.records).precedents(db, of: record, for: reader) : [],
                ["adjustment_plan", "work_plan"].contains(type.id)
                    ? try PracticeStore(desk.records).suited(db, to: record, for: reader) : []
            )
        }
        return RecordPage(
            desk: desk, record: found.0, names: found.1, incoming: found.2, history: found.3, comments: found.4,
            requests: found.5, files: found.6, precedents: found.7, practices: found.8,
            reader: reader, visit: visit
        ).page
    }

    static func version(_ visit: Visit) throws -> Int64 {
        guard let version = Int64(visit.form.text("version")) else { throw WebProblem.pageUnknown }
        return version
    }

    private static func move(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let record = try await record(type, visit, desk)
        let moved = try await desk.records.move(
            record, from: try version(visit), visit["move"], reason: visit.form.text("reason"),
            by: try RecordDesk.author(visit))
        return Reply.redirect(to: RecordDesk.path(record))
            .flashing(
                Text(zh: "\(moved.code) 现为“\(moved.stateName.zh)”。", en: "\(moved.code) is now: \(moved.stateName.en).")
            )
    }

    private static func request(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let record = try await record(type, visit, desk)
        let request = try await desk.approvals.request(
            visit["move"], of: record, from: try version(visit), note: visit.form.text("note"),
            by: try RecordDesk.author(visit))
        return Reply.redirect(to: ApprovalPages.path(request)).flashing(
            Text(zh: "\(record.code) 已提交审批。", en: "\(record.code) is sent for approval."))
    }

    private static func archive(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let record = try await record(type, visit, desk)
        let isArchived = visit.form.text("archived") == "1"
        try await desk.records.setArchived(
            isArchived, record, from: try version(visit), by: try RecordDesk.author(visit))
        return Reply.redirect(to: isArchived ? RecordDesk.path(type) : RecordDesk.path(record)).flashing(
            isArchived
                ? Text(
                    zh: "\(record.code) 已归档，可在筛选中勾选“含已归档”找回。",
                    en: "\(record.code) is archived; the list shows it with archived=1.")
                : Text(zh: "\(record.code) 已恢复。", en: "\(record.code) is back."))
    }

    private static func comment(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let record = try await record(type, visit, desk)
        try await desk.records.comment(visit.form.text("text"), on: record, by: try RecordDesk.author(visit))
        return Reply.redirect(to: RecordDesk.path(record)).flashing(Text(zh: "评论已发表。", en: "The comment is sent."))
    }
}
