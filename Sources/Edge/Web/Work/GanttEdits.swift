import Kernel
import Planning
import Records
import Store

/// One change of one task, by dragging, by the form or in the table. Each starts from the version that was shown: when
/// somebody else was faster it is refused with 409 and nothing is lost.
enum GanttEdits {
    /// Fields that are typed as they are kept.
    private static let plain = ["title", "owner", "starts_on", "days", "follows", "load", "place"]

    static func create(_ visit: Visit, _ desk: WorkDesk) async throws -> Reply {
        var texts = texts(visit.form)
        if texts["days"] == nil { texts["days"] = "1" }
        if texts["title"]?.isEmpty != false {
            throw WebProblem.fieldWrong("title", Text(zh: "请填写任务名称。", en: "Name the task."))
        }
        let record = try await desk.desk.records.create(.task, texts: texts, by: try RecordDesk.author(visit))
        return try await answer(visit, desk, Text(zh: "已新建 \(record.code)。", en: "\(record.code) is made."))
    }

    static func change(_ visit: Visit, _ desk: WorkDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        let number = try visit.number("number")
        guard let version = Int64(visit.form.text("version")) else { throw WebProblem.pageUnknown }
        let record = try await desk.desk.records.find(.task, number: number, for: author)
        var texts = texts(visit.form)
        try await derive(&texts, record, visit.form, desk)
        let changed = try await desk.desk.records.change(record, from: version, texts: texts, by: author)
        if let progress = progress(visit.form), progress != share(changed, "progress") {
            let report = TaskReport(progress: progress, finished: progress >= 1 ? desk.work.today : nil)
            try await desk.work.report(report, on: number, from: changed.version, by: author)
        }
        return try await answer(visit, desk, Text(zh: "\(record.code) 已保存。", en: "\(record.code) is saved."))
    }

    private static func texts(_ form: FieldValues) -> [String: String] {
        var texts: [String: String] = [:]
        for field in plain where form[field] != nil { texts[field] = form.text(field) }
        if let days = texts["days"] { texts["is_milestone"] = days == "0" ? "1" : "" }
        if form["plan"] != nil { texts["plan"] = code(form.text("plan"), RecordType.workPlan) }
        if form["parent"] != nil { texts["parent"] = code(form.text("parent"), RecordType.task) }
        return texts
    }

    /// `12` as well as `TASK-12`
    private static func code(_ text: String, _ type: RecordType) -> String {
        Int64(text).map(type.number) ?? text
    }

    /// What a drag says: a last day becomes a duration, a line to another bar one more link.
    private static func derive(
        _ texts: inout [String: String], _ record: Record, _ form: FieldValues, _ desk: WorkDesk
    ) async throws {
        if let link = form["link"] {
            let kept = if case .text(let text) = record["follows"] { text } else { "" }
            texts["follows"] = Dependency.notation(Dependency.list(kept).read + Dependency.list(link).read)
        }
        guard let end = Day(form.text("ends_on")), case .whole(let plan) = record["plan"] else { return }
        let schedule = try await desk.desk.records.store.read { db in
            try desk.work.plans(db).first { $0.record == plan }.map { try desk.work.schedule(db, $0) }
        }
        guard let schedule, let task = schedule.tasks.first(where: { $0.id == record.number }) else { return }
        let calendar = schedule.calendar
        let last = calendar.isWorking(end) ? end : calendar.day(at: max(0, calendar.position(of: end) - 1))
        texts["days"] = String(max(1, calendar.count(from: task.starts, to: last) + 1))
        texts["is_milestone"] = ""
    }

    private static func progress(_ form: FieldValues) -> Double? {
        Double(form.text("progress")).flatMap { (0...100).contains($0) ? $0 / 100 : nil }
    }

    private static func share(_ record: Record, _ field: String) -> Double {
        if case .number(let number) = record[field] { number } else { 0 }
    }

    private static func answer(_ visit: Visit, _ desk: WorkDesk, _ said: Text) async throws -> Reply {
        if visit.request.wantsJSON { return try await GanttPages.data(visit, desk) }
        let back = GanttPages.address(visit, WorkDesk.gantt + "/table")
        return Reply.redirect(to: back).flashing(said)
    }
}
