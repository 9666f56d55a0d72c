import Kernel
import Planning
import Records

/// The plan as a table in which everything can be typed: the whole alternative to the mouse, without any script.
enum GanttTable {
    private static let size = 50

    static func page(_ visit: Visit, _ desk: WorkDesk) async throws -> Page {
        let chosen = try await desk.chosen(visit)
        let people = try await desk.people(visit)
        let rows = chosen.plans.flatMap { plan in plan.schedule.tasks.map { (plan.schedule, $0) } }
        let offset = PageOfList(visit.query, size: size).offset
        let canEdit = visit.may(.edit, .campaign)
        var page = Page(
            Text(zh: "任务表", en: "Tasks as a table"), pretitle: Step.plan.name,
            lead: Text(
                zh: "改完一行点“保存”，日期随即重新计算。前置任务写编号，如 12、12FS+2、15SS。",
                en: "Change a row and save it: dates follow. Links are numbers such as 12, 12FS+2, 15SS.")
        ) {
            GanttParts.picker(chosen, WorkDesk.gantt + "/table")
            card(flush: true) {
                div(
                    .class("table-scroll"), .attribute("tabindex", "0"), .role("region"),
                    .label(Text(zh: "任务表", en: "Tasks"))
                ) {
                    Web.table(.class("data-table gantt-table")) {
                        HTMLTags.caption { Text(zh: "任务", en: "Tasks") }
                        thead { tr { for title in titles { th(.scope("col")) { title } } } }
                        tbody {
                            for (schedule, task) in rows.dropFirst(offset).prefix(size) {
                                row(schedule, task, canEdit ? people : nil, visit)
                            }
                            if canEdit { for plan in chosen.plans { new(plan.schedule.plan, people, visit) } }
                        }
                    }
                }
            }
            PageOfList(visit.query, size: size).links(total: rows.count, visit)
        }.actions {
            a(.class("btn"), .href(GanttPages.address(visit, WorkDesk.gantt))) {
                Text(zh: "返回甘特图", en: "Back to the chart")
            }
        }
        page.marked = WorkDesk.gantt
        return page
    }

    private static let titles = [
        Text(zh: "编号", en: "No."), Text(zh: "任务", en: "Task"), Text(zh: "负责人", en: "Owner"),
        Text(zh: "不早于", en: "Not before"), Text(zh: "工期", en: "Days"), Text(zh: "前置任务", en: "Comes after"),
        Text(zh: "进度 %", en: "Progress %"), Text(zh: "计划开始", en: "Starts"), Text(zh: "计划完成", en: "Ends"),
        Text(zh: "浮动", en: "Float"), Text(zh: "偏差", en: "Slip"), Text(zh: "操作", en: "Action"),
    ]

    private static func row(_ schedule: PlanSchedule, _ scheduled: TimedTask, _ people: [String]?, _ visit: Visit)
        -> HTML
    {
        let task = scheduled.task
        let form = "row-\(task.number)"
        let canEdit = people != nil && task.state != "done"
        return tr {
            td { a(.class("num nowrap"), .href(WorkDesk.path(task))) { task.code } }
            if canEdit, let people {
                td { box(form, "title", task.title, Text(zh: "任务", en: "Task"), "gantt-wide") }
                td { owner(form, task.ownerName, people) }
                td { box(form, "starts_on", task.release?.description ?? "", titles[3], "gantt-day", type: "date") }
                td { box(form, "days", String(task.days), titles[4], "gantt-small", type: "number") }
                td { box(form, "follows", Dependency.notation(task.follows), titles[5], "gantt-links") }
                td { box(form, "progress", percent(task.progress), titles[6], "gantt-small", type: "number") }
            } else {
                td { task.title }
                td { task.ownerName }
                td { task.release?.description ?? "" }
                td(.class("digits")) { task.days }
                td { Dependency.notation(task.follows) }
                td(.class("digits")) { percent(task.progress) }
            }
            td(.class("num nowrap")) { scheduled.starts.description }
            td(.class("num nowrap")) { scheduled.ends.description }
            td(.class("digits")) {
                scheduled.isCritical
                    ? badge(Text(zh: "关键", en: "Critical"), .attention) : HTML(verbatim: String(scheduled.float))
            }
            td(.class("digits")) { scheduled.slip > 0 ? "+\(scheduled.slip)" : "\(scheduled.slip)" }
            td {
                if canEdit {
                    postForm(GanttPages.address(visit, "\(WorkDesk.gantt)/tasks/\(task.number)"), .id(form)) {
                        input(.type("hidden"), .name("version"), .value(String(task.version)))
                        button(
                            .class("btn btn-small"), .type("submit"),
                            .label(Text(zh: "保存 \(task.code)", en: "Save \(task.code)"))
                        ) {
                            Text(zh: "保存", en: "Save")
                        }
                    }
                }
            }
        }
    }

    private static func new(_ plan: WorkPlan, _ people: [String], _ visit: Visit) -> HTML {
        let form = "new-\(plan.number)"
        return tr(.class("gantt-new")) {
            td { span(.class("quiet num")) { plan.code } }
            td {
                box(
                    form, "title", "", Text(zh: "新任务", en: "New task"), "gantt-wide",
                    placeholder: Text(zh: "新任务…", en: "New task …"))
            }
            td { owner(form, visit.signed?.account.name ?? "", people) }
            td { box(form, "starts_on", "", titles[3], "gantt-day", type: "date") }
            td { box(form, "days", "1", titles[4], "gantt-small", type: "number") }
            td { box(form, "follows", "", titles[5], "gantt-links") }
            td(.colspan(5)) {}
            td {
                postForm(GanttPages.address(visit, WorkDesk.gantt + "/tasks"), .id(form)) {
                    input(.type("hidden"), .name("plan"), .value(String(plan.number)))
                    button(.class("btn btn-small btn-primary"), .type("submit")) { Text(zh: "新建", en: "Add") }
                }
            }
        }
    }

    private static func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }

    private static func box(
        _ form: String, _ name: String, _ value: String, _ title: Text, _ kind: String, type: String = "text",
        placeholder: Text? = nil
    ) -> HTML {
        input(
            .class("form-control \(kind)"), .type(type), .name(name), .value(value), .attribute("form", form),
            .label(title), .placeholder(placeholder ?? title).when(placeholder != nil))
    }

    private static func owner(_ form: String, _ name: String, _ people: [String]) -> HTML {
        select(.class("form-select"), .name("owner"), .attribute("form", form), .label(titles[2])) {
            for person in people { option(.value(person), .selected(person == name)) { person } }
        }
    }
}
