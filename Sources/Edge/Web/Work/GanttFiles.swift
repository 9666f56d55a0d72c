import Collecting
import Kernel
import Planning
import Records

/// The Gantt as files: image, calendar, table.
enum GanttFiles {
    static func image(_ visit: Visit, _ desk: WorkDesk) async throws -> Reply {
        let chosen = try await desk.chosen(visit)
        let svg = GanttImage(
            plans: chosen.plans.map { ($0.schedule, $0.baseline) }, today: desk.work.today, language: visit.language
        ).svg
        var reply = Reply.text(svg, type: "image/svg+xml; charset=utf-8")
        if visit.query.text("show") != "1" { reply.headers["content-disposition"] = disposition(visit, desk, "svg") }
        return reply
    }

    static func calendar(_ visit: Visit, _ desk: WorkDesk) async throws -> Reply {
        let chosen = try await desk.chosen(visit)
        let text = WorkICalendar(
            schedules: chosen.plans.map(\.schedule), stamp: visit.app.clock.now(), language: visit.language
        ).text
        var reply = Reply.text(text, type: "text/calendar; charset=utf-8")
        reply.headers["content-disposition"] = disposition(visit, desk, "ics")
        return reply
    }

    private static func disposition(_ visit: Visit, _ desk: WorkDesk, _ ending: String) -> String {
        let name = Text(zh: "甘特图", en: "Gantt")[visit.language] + "_\(desk.work.today).\(ending)"
        return "attachment; filename*=UTF-8''\(Percent.encode(name))"
    }

    static func list(_ desk: WorkDesk) -> ListExport {
        ListExport(WorkDesk.gantt, seenBy: WorkDesk.see, exporting: .campaign) { visit in
            let chosen = try await desk.chosen(visit)
            let rows = chosen.plans.flatMap { plan in
                plan.schedule.tasks.map { row($0, plan.schedule.plan, plan.baseline, visit.language) }
            }
            let name = Text(zh: "任务", en: "Tasks")[visit.language] + "_\(desk.work.today)"
            return ExportSheet(
                "work.tasks", name: name, columns: columns.map { visit.column($0.0, $0.1) }, rows: rows,
                notes: [
                    visit.note(
                        Text(zh: "口径", en: "How"),
                        Text(
                            zh: "工期、浮动与偏差以工作日计；计划日期由依赖与工作日历算出，预计日期含实际进展。",
                            en: "Durations, floats and slips in working days; expected dates hold what has happened.")),
                    visit.zoneNote,
                ])
        }
    }

    private static let columns: [(String, Text)] = [
        ("plan", Text(zh: "计划", en: "Plan")), ("number", Text(zh: "编号", en: "Number")),
        ("parent", Text(zh: "上级任务", en: "Part of")), ("title", Text(zh: "任务", en: "Task")),
        ("owner", Text(zh: "负责人", en: "Owner")), ("days", Text(zh: "工期", en: "Days")),
        ("starts", Text(zh: "计划开始", en: "Starts")), ("ends", Text(zh: "计划完成", en: "Ends")),
        ("follows", Text(zh: "前置任务", en: "Comes after")), ("progress", Text(zh: "进度", en: "Progress")),
        ("began", Text(zh: "实际开始", en: "Began")), ("finished", Text(zh: "实际完成", en: "Finished")),
        ("expected", Text(zh: "预计完成", en: "Expected end")), ("slip", Text(zh: "偏差", en: "Slip")),
        ("float", Text(zh: "总浮动", en: "Total float")), ("free", Text(zh: "自由浮动", en: "Free float")),
        ("critical", Text(zh: "关键", en: "Critical")), ("base", Text(zh: "基线完成", en: "Baseline end")),
    ]

    private static func row(_ scheduled: TimedTask, _ plan: WorkPlan, _ baseline: Baseline?, _ language: Language)
        -> [ExportCell]
    {
        let task = scheduled.task
        return [
            .text(plan.title), .text(task.code), .text(task.parent.map { "TASK-\($0)" }),
            .text(String(repeating: "  ", count: scheduled.depth) + task.title), .text(task.ownerName),
            .count(task.days), .day(scheduled.starts), .day(scheduled.ends),
            .text(Dependency.notation(task.follows)), .number(scheduled.progress), .day(task.began),
            .day(task.finished), .day(scheduled.expectedEnd), .count(scheduled.slip), .count(scheduled.float),
            .count(scheduled.freeFloat), .flag(scheduled.isCritical), .day(baseline?.spans[task.number]?.ends),
        ]
    }
}
