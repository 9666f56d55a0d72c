import Kernel
import Planning
import Records

/// What one person has to do: overdue first, then under way, then next. Reported here with two clicks.
enum MyTaskPages {
    static let path = "/execute/tasks"

    static func routes(_ desk: WorkDesk) -> [Route] {
        [
            .get(
                path, WorkDesk.see, menu: MenuEntry(.execute, Text(zh: "我的任务", en: "My tasks"), order: 10)
            ) { visit in .page(try await page(visit, desk)) },
            .post(path + "/:number", WorkDesk.write) { visit in
                let number = try visit.number("number")
                guard let version = Int64(visit.form.text("version")) else { throw WebProblem.pageUnknown }
                try await desk.work.report(
                    try report(visit, desk), on: number, from: version, by: try RecordDesk.author(visit))
                return Reply.redirect(to: path).flashing(
                    Text(zh: "TASK-\(number) 已更新。", en: "TASK-\(number) is updated."))
            },
        ]
    }

    private static func report(_ visit: Visit, _ desk: WorkDesk) throws -> TaskReport {
        switch visit.form.text("step") {
        case "start": return TaskReport(began: desk.work.today)
        case "finish": return TaskReport(finished: desk.work.today)
        default:
            guard let percent = visit.form.int("progress", in: 0...100) else {
                throw WorkProblem.unread(visit.form.text("progress"))
            }
            return TaskReport(progress: Double(percent) / 100)
        }
    }

    private static func page(_ visit: Visit, _ desk: WorkDesk) async throws -> Page {
        let me = try visit.person().account
        let schedules = try await desk.work.openSchedules()
        let mine = schedules.flatMap { schedule in
            schedule.leaves.filter { $0.task.owner == me.id && !$0.task.isDone }.map { (schedule.plan, $0) }
        }.sorted { ($0.1.ends, $0.1.id) < ($1.1.ends, $1.1.id) }
        let today = desk.work.today
        let groups: [(Text, [(WorkPlan, TimedTask)])] = [
            (Text(zh: "已过期", en: "Overdue"), mine.filter { $0.1.ends < today }),
            (
                Text(zh: "进行中与应开始", en: "Now"),
                mine.filter { $0.1.ends >= today && ($0.1.task.hasBegun || $0.1.starts <= today) }
            ),
            (Text(zh: "接下来", en: "Next"), mine.filter { $0.1.starts > today && !$0.1.task.hasBegun }),
        ]
        return Page(Text(zh: "我的任务", en: "My tasks"), pretitle: Step.execute.name) {
            if mine.isEmpty {
                card {
                    emptyState(
                        "checkup-list", Text(zh: "没有待办任务", en: "Nothing to do"),
                        Text(zh: "在甘特图里由您负责的任务会出现在这里。", en: "Tasks of the Gantt that you own appear here.")
                    ) { a(.class("btn"), .href(WorkDesk.gantt)) { Text(zh: "打开甘特图", en: "Open the Gantt") } }
                }
            }
            for (title, tasks) in groups where !tasks.isEmpty {
                card(title, flush: true) { table(tasks, visit) }
            }
        }
    }

    private static func table(_ tasks: [(WorkPlan, TimedTask)], _ visit: Visit) -> HTML {
        let canEdit = visit.may(.edit, .campaign)
        return DataTable(
            Text(zh: "我的任务", en: "My tasks"), rows: tasks,
            columns: [
                .init(Text(zh: "任务", en: "Task")) { plan, task in
                    a(.href(WorkDesk.path(task.task))) { "\(task.task.code) \(task.task.title)" }
                    span(.class("cell-sub")) { plan.title }
                },
                .init(Text(zh: "计划", en: "Planned")) { _, task in
                    span(.class("num nowrap")) { "\(task.starts) – \(task.ends)" }
                },
                .init(Text(zh: "预计完成", en: "Expected")) { _, task in slip(task) },
                .init(Text(zh: "进展", en: "Progress")) { _, task in
                    canEdit ? actions(task) : HTML(verbatim: Figure.percent(task.progress, 0))
                },
            ]
        ).html
    }

    static func slip(_ task: TimedTask) -> HTML {
        span(.class("mark-row")) {
            span(.class("num nowrap")) { task.expectedEnd.description }
            if task.slip > 0 {
                badge(Text(zh: "晚 \(task.slip) 个工作日", en: "\(task.slip) working days late"), .attention)
            }
        }
    }

    private static func actions(_ task: TimedTask) -> HTML {
        postForm("\(path)/\(task.task.number)", .class("inline-form")) {
            input(.type("hidden"), .name("version"), .value(String(task.task.version)))
            input(
                .class("form-control gantt-small"), .type("number"), .name("progress"), .attribute("min", 0),
                .attribute("max", 100), .value(String(Int((task.progress * 100).rounded()))),
                .label(Text(zh: "\(task.task.code) 进度（%）", en: "Progress of \(task.task.code), %")))
            button(.class("btn btn-small"), .type("submit"), .name("step"), .value("progress")) {
                Text(zh: "更新进度", en: "Update")
            }
            if !task.task.hasBegun {
                button(.class("btn btn-small"), .type("submit"), .name("step"), .value("start")) {
                    Text(zh: "开始", en: "Start")
                }
            }
            button(.class("btn btn-small btn-primary"), .type("submit"), .name("step"), .value("finish")) {
                Text(zh: "完成", en: "Finish")
            }
        }
    }
}
