import Kernel
import Planning
import Records

/// How work goes: what is expected late, what has drifted from its baseline, the week in figures, the stand-up of the day.
enum ProgressPages {
    static let path = "/execute/progress"

    static func routes(_ desk: WorkDesk) -> [Route] {
        [
            .get(
                path, WorkDesk.see, menu: MenuEntry(.execute, Text(zh: "进度与偏差", en: "Progress"), order: 20)
            ) { visit in .page(try await page(visit, desk)) },
            .post(path + "/stand-up", WorkDesk.write) { visit in try await standUp(visit, desk) },
        ]
    }

    private static func page(_ visit: Visit, _ desk: WorkDesk) async throws -> Page {
        let chosen = try await desk.chosen(visit)
        let today = desk.work.today
        let day = Day(visit.query.text("week")) ?? today
        let week = WorkWeek(chosen.plans.map(\.schedule), holding: day, today: today)
        return Page(Text(zh: "进度与偏差", en: "Progress"), pretitle: Step.execute.name) {
            GanttParts.picker(chosen, path)
            if chosen.plans.allSatisfy({ $0.schedule.tasks.isEmpty }) {
                nothing
            } else {
                late(week)
                summary(week, visit)
                for plan in chosen.plans { drift(plan.schedule, plan.baseline) }
            }
        }.actions {
            if visit.may(.edit, .campaign), desk.desk.records.catalog.type("standup_note") != nil {
                postForm(path + "/stand-up") {
                    button(.class("btn btn-primary"), .type("submit")) {
                        Text(zh: "生成今日站会纪要", en: "Write today's stand-up note")
                    }
                }
            }
        }.footnote(Text(zh: "时区：\(visit.app.zone.identifier)", en: "Time zone: \(visit.app.zone.identifier)"))
    }

    private static var nothing: HTML {
        card {
            emptyState(
                "activity", Text(zh: "还没有任务", en: "No tasks yet"),
                Text(
                    zh: "在甘特图中建立任务后，这里显示延期、偏差与周报。",
                    en: "Once the Gantt has tasks, delays, drift and the week stand here.")
            ) { a(.class("btn btn-primary"), .href(WorkDesk.gantt)) { Text(zh: "打开甘特图", en: "Open the Gantt") } }
        }
    }

    private static func late(_ week: WorkWeek) -> HTML {
        card(
            Text(zh: "延期预警（\(week.deviations.count)）", en: "Expected late (\(week.deviations.count))"),
            note: Text(zh: "按实际进展推算，完成日晚于计划的任务。", en: "Tasks that end after their plan, as things go now."),
            flush: !week.deviations.isEmpty
        ) {
            if week.deviations.isEmpty {
                p(.class("quiet")) { Text(zh: "没有任务会延期。", en: "Nothing is expected late.") }
            } else {
                DataTable(
                    Text(zh: "延期预警", en: "Expected late"), rows: week.deviations,
                    columns: [
                        .init(Text(zh: "任务", en: "Task")) { name($0) },
                        .init(Text(zh: "负责人", en: "Owner")) { $0.task.task.ownerName },
                        .init(Text(zh: "计划完成", en: "Planned end")) { entry in
                            span(.class("num nowrap")) { entry.task.ends.description }
                        },
                        .init(Text(zh: "预计完成", en: "Expected end")) { MyTaskPages.slip($0.task) },
                        .init(Text(zh: "关键", en: "Critical")) { entry in
                            entry.task.isCritical ? badge(Text(zh: "影响总工期", en: "Moves the end"), .bad) : HTML()
                        },
                    ]
                ).html
            }
        }
    }

    private static func name(_ entry: WorkWeek.Entry) -> HTML {
        HTML {
            a(.href(WorkDesk.path(entry.task.task))) { "\(entry.task.task.code) \(entry.task.task.title)" }
            span(.class("cell-sub")) { entry.plan.title }
        }
    }

    private static func summary(_ week: WorkWeek, _ visit: Visit) -> HTML {
        let lists: [(Text, [WorkWeek.Entry])] = [
            (Text(zh: "本周完成", en: "Finished"), week.finished), (Text(zh: "本周开始", en: "Begun"), week.begun),
            (Text(zh: "应完未完", en: "Due and open"), week.overdue), (Text(zh: "下周", en: "Next week"), week.next),
        ]
        return card(
            Text(
                zh: "周报 \(week.period.start) – \(week.period.lastDay)",
                en: "Week \(week.period.start) – \(week.period.lastDay)"),
            actions: HTML {
                a(
                    .class("btn btn-small"),
                    .href(visit.address(setting: "week", to: (week.period.start - 7).description))
                ) {
                    Text(zh: "上一周", en: "Week before")
                }
                a(.class("btn btn-small"), .href(visit.address(setting: "week", to: week.period.end.description))) {
                    Text(zh: "下一周", en: "Week after")
                }
            }
        ) {
            div(.class("columns")) {
                for (title, entries) in lists {
                    section {
                        h3 { title + Text(verbatim: " (\(entries.count))") }
                        ul(.class("plain-list")) {
                            for entry in entries.prefix(12) {
                                li {
                                    a(.href(WorkDesk.path(entry.task.task))) { entry.task.task.title }
                                    span(.class("quiet")) { "\(entry.task.task.ownerName) \(entry.task.ends)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func drift(_ schedule: PlanSchedule, _ baseline: Baseline?) -> HTML? {
        guard let baseline else { return nil }
        let drift = baseline.drift(schedule)
        return card(
            Text(
                zh: "\(schedule.plan.title)：与基线“\(baseline.name)”相比（\(drift.count)）",
                en: "\(schedule.plan.title) against “\(baseline.name)” (\(drift.count))"), flush: !drift.isEmpty
        ) {
            if drift.isEmpty {
                p(.class("quiet")) { Text(zh: "与基线完全一致。", en: "Nothing has moved.") }
            } else {
                DataTable(
                    Text(zh: "基线偏差", en: "Drift"), rows: drift,
                    columns: [
                        .init(Text(zh: "任务", en: "Task")) { "TASK-\($0.task) \($0.title)" },
                        .init(Text(zh: "基线", en: "Baseline")) { before($0.kind) },
                        .init(Text(zh: "现在", en: "Now")) { now($0.kind) },
                        .init(Text(zh: "偏差（工作日）", en: "Working days"), figure: true) { days($0.kind) },
                    ]
                ).html
            }
        }
    }

    private static func before(_ kind: BaselineDrift.Kind) -> HTML {
        switch kind {
        case .moved(let span, _, _, _), .gone(let span):
            element("del", [.class("num nowrap quiet")]) { "\(span.starts) – \(span.ends)" }
        case .added: HTML(verbatim: "—")
        }
    }

    private static func now(_ kind: BaselineDrift.Kind) -> HTML {
        switch kind {
        case .moved(_, let starts, let ends, _): span(.class("num nowrap")) { "\(starts) – \(ends)" }
        case .added(let ends): badge(Text(zh: "新增，\(ends) 完成", en: "New, ends \(ends)"))
        case .gone: badge(Text(zh: "已取消", en: "Gone"))
        }
    }

    private static func days(_ kind: BaselineDrift.Kind) -> HTML {
        guard case .moved(_, _, _, let days) = kind else { return HTML(verbatim: "—") }
        return HTML(verbatim: days > 0 ? "+\(days)" : String(days))
    }

    /// A note to begin with, from what the tasks say; people add what only they know.
    private static func standUp(_ visit: Visit, _ desk: WorkDesk) async throws -> Reply {
        let today = desk.work.today
        let schedules = try await desk.work.openSchedules()
        let note = StandupDraft(schedules, today: today, language: visit.language)
        let record = try await desk.desk.records.create(.standupNote, note.values, by: try RecordDesk.author(visit))
        return Reply.redirect(to: RecordDesk.path(record)).flashing(
            Text(zh: "纪要已按任务生成，请补充阻碍与决定。", en: "The note is written from the tasks; add obstacles and decisions."))
    }
}
