import Kernel
import Planning
import Records

/// What stands around the drawing: choice of plans, zoom, legend, the form for one task, what can be done with a plan.
enum GanttParts {
    static func toolbar(_ chosen: WorkDesk.Chosen, _ visit: Visit) -> HTML {
        div(.class("gantt-bar")) {
            picker(chosen, WorkDesk.gantt)
            div(.class("gantt-zoom"), .role("group"), .label(Text(zh: "时间刻度", en: "Scale"))) {
                for (id, name) in zooms {
                    button(.class("btn btn-small"), .type("button"), .attribute("data-gantt-zoom", id)) { name }
                }
            }
            button(.class("btn btn-small"), .type("button"), .attribute("data-gantt", "today")) {
                Text(zh: "今天", en: "Today")
            }
            button(.class("btn btn-small"), .type("button"), .attribute("data-gantt", "fit")) {
                Text(zh: "显示全部", en: "Fit")
            }
            button(.class("btn btn-small"), .type("button"), .attribute("data-gantt", "fold")) {
                Text(zh: "折叠/展开", en: "Fold all")
            }
            button(
                .class("btn btn-small"), .type("button"), .attribute("data-gantt", "path"),
                .attribute("aria-pressed", "true")
            ) {
                Text(zh: "关键路径", en: "Critical path")
            }
            button(.class("btn btn-small"), .type("button"), .attribute("data-gantt", "undo"), .disabled) {
                Text(zh: "撤销", en: "Undo")
            }
            span(.class("gantt-said"), .role("status"), .attribute("aria-live", "polite")) {}
        }
    }

    /// Which plans stand on the timeline.
    static func picker(_ chosen: WorkDesk.Chosen, _ path: String) -> HTML {
        let shown = Set(chosen.plans.map(\.schedule.plan.number))
        return details(.class("drop-down")) {
            summary(.class("btn")) {
                icon("list")
                Text(zh: "计划（\(shown.count)/\(chosen.all.count)）", en: "Plans (\(shown.count)/\(chosen.all.count))")
            }
            queryForm(path, .class("drop-sheet gantt-plans"), .attribute("data-auto", "")) {
                for plan in chosen.all {
                    label {
                        input(
                            .type("checkbox"), .name("plan"), .value(String(plan.number)),
                            .checked(shown.contains(plan.number)))
                        span { plan.title }
                        span(.class("quiet num")) { plan.code }
                    }
                }
            }
        }
    }

    private static let zooms: [(String, Text)] = [
        ("day", Grain.day.name), ("week", Grain.week.name), ("month", Grain.month.name),
        ("quarter", Grain.quarter.name), ("year", Grain.year.name),
    ]

    static var legend: HTML {
        ul(.class("gantt-legend quiet")) {
            for (mark, text) in marks {
                li {
                    span(.class("gantt-mark gantt-mark-\(mark)"), .ariaHidden) {}
                    text
                }
            }
        }
    }

    private static let marks: [(String, Text)] = [
        ("plan", Text(zh: "计划", en: "Planned")), ("critical", Text(zh: "关键路径", en: "Critical")),
        ("done", Text(zh: "进度", en: "Progress")), ("late", Text(zh: "预计延期", en: "Expected later")),
        ("base", Text(zh: "基线", en: "Baseline")), ("milestone", Text(zh: "里程碑", en: "Milestone")),
        ("today", Text(zh: "今天", en: "Today")),
    ]

    static func exports(_ visit: Visit) -> HTML {
        let tail = visit.query.pairs.isEmpty ? "" : "?" + visit.query.encoded
        return details(.class("drop-down d-print-none")) {
            summary(.class("btn")) {
                icon("download")
                Text(zh: "导出", en: "Export")
            }
            div(.class("drop-sheet")) {
                button(.class("drop-item"), .type("button"), .attribute("data-gantt", "png")) {
                    strong { Text(zh: "图片 PNG", en: "Image, PNG") }
                }
                a(.href(WorkDesk.gantt + "/image" + tail), .flag("download")) {
                    strong { Text(zh: "图片 SVG", en: "Image, SVG") }
                }
                a(.href(WorkDesk.gantt + "/calendar" + tail), .flag("download")) {
                    strong { Text(zh: "日历 iCalendar", en: "iCalendar") }
                }
                if visit.may(.export, .campaign) {
                    for format in ["xlsx", "csv"] {
                        a(
                            .href(WorkDesk.gantt + "/export/" + format + tail), .attribute("rel", "nofollow"),
                            .flag("download")
                        ) { strong { Text(zh: "表格 \(format.uppercased())", en: "Table, \(format.uppercased())") } }
                    }
                }
            }
        }
    }

    /// What can be done with each plan: its template, its baseline.
    static func plans(_ chosen: WorkDesk.Chosen, _ visit: Visit) -> HTML {
        card(Text(zh: "计划", en: "Plans"), actions: newPlan) {
            ul(.class("plain-list")) {
                for (schedule, baselines, _) in chosen.plans { row(schedule, baselines) }
            }
        }
    }

    private static var newPlan: HTML {
        a(.class("btn btn-small"), .href(RecordDesk.path(RecordType.workPlan) + "/new")) {
            Text(zh: "新建计划", en: "New plan")
        }
    }

    private static func row(_ schedule: PlanSchedule, _ baselines: [Baseline]) -> HTML {
        let plan = schedule.plan
        return li {
            a(.class("record-link"), .href(WorkDesk.path(plan))) {
                span(.class("record-code")) { plan.code }
                plan.title
            }
            span(.class("quiet num")) {
                Text(
                    zh: "\(schedule.leaves.count) 个任务，\(stretch(schedule))",
                    en: "\(schedule.leaves.count) tasks, \(stretch(schedule))")
            }
            late(schedule)
            if schedule.tasks.isEmpty { template(plan) } else { baseline(plan, baselines.count) }
        }
    }

    private static func stretch(_ schedule: PlanSchedule) -> String {
        guard let starts = schedule.starts, let ends = schedule.ends else { return "\(schedule.plan.startsOn) –" }
        return "\(starts) – \(ends)"
    }

    private static func late(_ schedule: PlanSchedule) -> HTML? {
        if let due = schedule.plan.dueOn, let ends = schedule.ends, ends > due {
            return badge(Text(zh: "排期晚于最迟完成日 \(due)", en: "Ends after \(due)"), .bad)
        }
        return schedule.slip > 0
            ? badge(
                Text(zh: "预计延期 \(schedule.slip) 个工作日", en: "Expected \(schedule.slip) working days late"), .attention)
            : nil
    }

    private static func template(_ plan: WorkPlan) -> HTML {
        if plan.template == nil { return HTML() }
        if !plan.isActive {
            return span(.class("quiet")) {
                Text(zh: "批准后可由 SOP 模板生成任务。", en: "Once approved, its template becomes tasks.")
            }
        }
        return postForm("\(WorkDesk.gantt)/plans/\(plan.number)/tasks") {
            button(.class("btn btn-small btn-primary"), .type("submit")) {
                Text(zh: "由 SOP 模板生成任务", en: "Make tasks of the template")
            }
        }
    }

    private static func baseline(_ plan: WorkPlan, _ count: Int) -> HTML {
        details(.class("inline-details")) {
            summary(.class("btn btn-small")) { Text(zh: "保存基线（\(count)）", en: "Keep a baseline (\(count))") }
            postForm("\(WorkDesk.gantt)/plans/\(plan.number)/baseline", .class("inline-form")) {
                input(
                    .class("form-control"), .type("text"), .name("name"), .required, .attribute("maxlength", 80),
                    .label(Text(zh: "基线名称", en: "Name")), .placeholder(Text(zh: "如：批准版", en: "Such as: as approved")))
                button(.class("btn"), .type("submit")) { Text(zh: "保存", en: "Keep") }
            }
        }
    }

    /// The form for one task; the script fills it in and sends it.
    static func taskForm(_ plans: [WorkPlan], _ people: [String]) -> HTML {
        element("dialog", [.id("gantt-dialog"), .class("gantt-dialog"), .labelled(by: "gantt-dialog-title")]) {
            postForm(WorkDesk.gantt + "/tasks", .id("gantt-form"), .class("stack-tight")) {
                h2(.id("gantt-dialog-title")) { Text(zh: "任务", en: "Task") }
                div(.class("notice notice-danger"), .role("alert"), .hidden) {}
                input(.type("hidden"), .name("version"), .value(""))
                field("plan", Text(zh: "计划", en: "Plan")) {
                    select(.class("form-select"), .name("plan")) {
                        for plan in plans { option(.value(String(plan.number))) { "\(plan.code) \(plan.title)" } }
                    }
                }
                plain("title", Text(zh: "任务", en: "Task"), "text")
                field("owner", Text(zh: "负责人", en: "Owner")) {
                    select(.class("form-select"), .name("owner")) {
                        for name in people { option(.value(name)) { name } }
                    }
                }
                div(.class("gantt-pair")) {
                    plain("starts_on", Text(zh: "不早于", en: "Not before"), "date")
                    plain("days", Text(zh: "工期（工作日，里程碑填 0）", en: "Working days (0: milestone)"), "number")
                }
                plain("follows", Text(zh: "前置任务，如 12FS+2; 15SS", en: "Comes after, such as 12FS+2; 15SS"), "text")
                div(.class("gantt-pair")) {
                    plain("progress", Text(zh: "进度 %", en: "Progress %"), "number")
                    plain("load", Text(zh: "每日投入 %", en: "Load a day, %"), "number")
                }
                plain("parent", Text(zh: "上级任务编号", en: "Part of (number)"), "text")
                div(.class("row-wrap")) {
                    button(.class("btn btn-primary"), .type("submit")) { Text(zh: "保存", en: "Save") }
                    button(.class("btn"), .type("button"), .attribute("data-gantt", "close")) {
                        Text(zh: "取消", en: "Cancel")
                    }
                    a(.id("gantt-record"), .href(RecordDesk.path(RecordType.task))) {
                        Text(zh: "打开完整记录", en: "Open the whole record")
                    }
                }
            }
        }
    }

    private static func plain(_ name: String, _ title: Text, _ type: String) -> HTML {
        field(name, title) { input(.class("form-control"), .type(type), .name(name), .id("gantt-\(name)")) }
    }

    private static func field(_ name: String, _ title: Text, @HTMLBuilder _ inside: () -> HTML) -> HTML {
        label(.class("gantt-field")) {
            span { title }
            inside()
        }
    }
}
