import Kernel
import Planning
import Records

/// The Gantt: plans on one timeline. The page works without the script as a list with a link to the table; the script draws.
enum GanttPages {
    static func routes(_ desk: WorkDesk) -> [Route] {
        let path = WorkDesk.gantt
        return [
            .get(
                path, WorkDesk.see, menu: MenuEntry(.plan, Text(zh: "甘特图", en: "Gantt"), order: 19)
            ) { visit in .page(try await page(visit, desk)) },
            .get(path + "/data", WorkDesk.see) { visit in try await data(visit, desk) },
            .get(path + "/table", WorkDesk.see) { visit in .page(try await GanttTable.page(visit, desk)) },
            .get(path + "/image", WorkDesk.see) { visit in try await GanttFiles.image(visit, desk) },
            .get(path + "/calendar", WorkDesk.see) { visit in try await GanttFiles.calendar(visit, desk) },
            GanttFiles.list(desk).route,
            .post(path + "/tasks", WorkDesk.write) { visit in try await GanttEdits.create(visit, desk) },
            .post(path + "/tasks/:number", WorkDesk.write) { visit in try await GanttEdits.change(visit, desk) },
            .post(path + "/plans/:number/tasks", WorkDesk.write) { visit in
                let number = try visit.number("number")
                let count = try await desk.work.makeTasks(of: number, by: try RecordDesk.author(visit))
                return Reply.redirect(to: path + "?plan=\(number)").flashing(
                    Text(zh: "已由模板生成 \(count) 个任务。", en: "The template became \(count) tasks."))
            },
            .post(path + "/plans/:number/baseline", WorkDesk.write) { visit in
                let number = try visit.number("number")
                try await desk.work.takeBaseline(
                    of: number, name: visit.form.text("name"), by: try RecordDesk.author(visit))
                return Reply.redirect(to: path + "?plan=\(number)").flashing(
                    Text(zh: "基线已保存，图中以细条显示。", en: "The baseline is kept; the chart shows it as a thin bar."))
            },
        ]
    }

    static func data(_ visit: Visit, _ desk: WorkDesk) async throws -> Reply {
        let chosen = try await desk.chosen(visit)
        return .json(try chosen.data(desk.work.today, canEdit: visit.may(.edit, .campaign)).json)
    }

    private static func page(_ visit: Visit, _ desk: WorkDesk) async throws -> Page {
        let chosen = try await desk.chosen(visit)
        let people = try await desk.people(visit)
        let title = Text(zh: "甘特图", en: "Gantt")
        if chosen.all.isEmpty { return empty(title, visit) }
        var page = Page(title, pretitle: Step.plan.name) {
            for plan in chosen.plans where !plan.schedule.cycle.isEmpty { cycle(plan.schedule) }
            for plan in chosen.plans { unread(plan.schedule) }
            GanttParts.toolbar(chosen, visit)
            element("gantt-chart", attributes(visit)) {
                p(.class("quiet")) {
                    Text(zh: "正在绘制……如果一直看到这行字，请使用表格视图。", en: "Drawing … if this stays, use the table.")
                }
            }
            GanttParts.legend
            if visit.may(.edit, .campaign) { GanttParts.plans(chosen, visit) }
            GanttParts.taskForm(chosen.plans.map(\.schedule.plan), people)
            element("script", [.type("module"), .src(asset: "gantt/gantt.js")])
        }.actions {
            a(.class("btn"), .href(address(visit, WorkDesk.gantt + "/table"))) {
                icon("table")
                Text(zh: "表格", en: "Table")
            }
            GanttParts.exports(visit)
            if visit.may(.edit, .campaign) {
                button(.class("btn btn-primary"), .type("button"), .attribute("data-gantt", "add")) {
                    icon("plus")
                    Text(zh: "新建任务", en: "New task")
                }
            }
        }.footnote(Text(zh: "时区：\(visit.app.zone.identifier)", en: "Time zone: \(visit.app.zone.identifier)"))
        page.marked = WorkDesk.gantt
        return page
    }

    /// The same choice of plans on another page.
    static func address(_ visit: Visit, _ path: String) -> String {
        path + (visit.query.pairs.isEmpty ? "" : "?" + visit.query.encoded)
    }

    private static func attributes(_ visit: Visit) -> [Attribute] {
        [
            .attribute("data-source", address(visit, WorkDesk.gantt + "/data")),
            .attribute("data-tasks", WorkDesk.gantt + "/tasks"),
            .attribute("data-record", RecordDesk.path(RecordType.task)), .role("application"),
            .label(Text(zh: "甘特图：方向键选择任务，回车编辑", en: "Gantt: arrow keys choose a task, Enter edits it")),
        ]
    }

    private static func cycle(_ schedule: PlanSchedule) -> HTML {
        notice(
            .danger,
            WorkProblem.cycle((schedule.cycle + schedule.cycle.prefix(1)).map { "\($0.code) \($0.title)" }).text)
    }

    private static func unread(_ schedule: PlanSchedule) -> HTML? {
        let pieces = schedule.tasks.flatMap { task in task.task.unread.map { "\(task.task.code)：\($0)" } }
        return pieces.isEmpty ? nil : notice(.warning, WorkProblem.unreadable(pieces).text)
    }

    private static func empty(_ title: Text, _ visit: Visit) -> Page {
        Page(title, pretitle: Step.plan.name) {
            card {
                emptyState(
                    "calendar", Text(zh: "还没有工作计划", en: "No work plans yet"),
                    Text(
                        zh: "先新建一个计划（最早开工日、负责人、SOP 模板），再在这里拆分任务、拖动排期。",
                        en:
                            "Make a plan first (first day, owner, template); then break it into tasks and drag them here."
                    )
                ) {
                    if visit.may(.edit, .campaign) {
                        a(.class("btn btn-primary"), .href(RecordDesk.path(RecordType.workPlan) + "/new")) {
                            Text(zh: "新建计划", en: "New plan")
                        }
                    }
                }
            }
        }
    }
}
