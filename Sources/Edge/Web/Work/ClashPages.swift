import Kernel
import Planning
import Records

/// Who is planned for more than a full day, over all plans, and a proposal that thins it out (WF-04).
enum ClashPages {
    static let path = "/execute/clashes"

    static func routes(_ desk: WorkDesk) -> [Route] {
        [
            .get(
                path, WorkDesk.see, menu: MenuEntry(.execute, Text(zh: "人员排期冲突", en: "Workload clashes"), order: 40)
            ) { visit in .page(try await page(visit, desk)) },
            .post(path + "/apply", WorkDesk.write) { visit in
                let shifts = try visit.form.all("shift").map(shift)
                try await desk.work.apply(shifts, by: try RecordDesk.author(visit))
                return Reply.redirect(to: path).flashing(
                    Text(zh: "已调整 \(shifts.count) 个任务。", en: "\(shifts.count) tasks were moved."))
            },
        ]
    }

    /// `12:3:2027-01-15`: task, version, day.
    private static func shift(_ text: String) throws -> (task: Int64, version: Int64, day: Day) {
        let parts = text.split(separator: ":").map(String.init)
        guard parts.count == 3, let task = Int64(parts[0]), let version = Int64(parts[1]), let day = Day(parts[2])
        else {
            throw WorkProblem.unread(text)
        }
        return (task, version, day)
    }

    private static func page(_ visit: Visit, _ desk: WorkDesk) async throws -> Page {
        let schedules = try await desk.work.openSchedules()
        let clashes = WorkLoad(schedules).clashes
        let proposal = Levelling(schedules)
        return Page(
            Text(zh: "人员排期冲突", en: "Workload clashes"), pretitle: Step.execute.name,
            lead: Text(
                zh: "同一人同一天的投入合计超过 100% 即为冲突，跨计划计算。",
                en: "More than a full day planned for one person on one day, over all plans.")
        ) {
            if clashes.isEmpty {
                card {
                    emptyState(
                        "circle-check", Text(zh: "没有排期冲突", en: "Nobody is over-booked"),
                        Text(zh: "所有人每天的投入都不超过 100%。", en: "No day of anybody holds more than a full day."))
                }
            } else {
                card(Text(zh: "冲突（\(clashes.count)）", en: "Clashes (\(clashes.count))"), flush: true) { table(clashes) }
                self.proposal(proposal, visit)
            }
        }
    }

    private static func table(_ clashes: [WorkClash]) -> HTML {
        DataTable(
            Text(zh: "冲突", en: "Clashes"), rows: Array(clashes.prefix(200)),
            columns: [
                .init(Text(zh: "人员", en: "Person")) { $0.name },
                .init(Text(zh: "日期", en: "Days")) { clash in
                    span(.class("num nowrap")) {
                        clash.from == clash.until ? clash.from.description : "\(clash.from) – \(clash.until)"
                    }
                },
                .init(Text(zh: "工作日", en: "Working days"), figure: true) { $0.days },
                .init(Text(zh: "投入", en: "Load"), figure: true) {
                    badge(Text(verbatim: Figure.percent($0.load, 0)), .bad)
                },
                .init(Text(zh: "任务", en: "Tasks")) { clash in
                    ul(.class("link-list plain-list")) {
                        for task in clash.tasks {
                            li {
                                a(.href(WorkDesk.path(task.task))) { "\(task.task.code) \(task.task.title)" }
                                if task.isCritical { badge(Text(zh: "关键", en: "Critical"), .attention) }
                            }
                        }
                    }
                },
            ]
        ).html
    }

    private static func proposal(_ proposal: Levelling, _ visit: Visit) -> HTML {
        card(
            Text(zh: "均衡建议", en: "Proposal"),
            note: Text(
                zh: "只推迟非关键且未开始的任务，不超出浮动时间，任何计划都不会因此延后。超负荷人天由 \(proposal.before) 降至 \(proposal.after)。",
                en:
                    "Only tasks with room wait; no plan ends later. Over-booked person-days fall from \(proposal.before) to \(proposal.after)."
            )
        ) {
            if proposal.shifts.isEmpty {
                p(.class("quiet")) {
                    Text(
                        zh: "冲突都在关键任务上，推迟会影响完工。请换人、减少每日投入或调整工期。",
                        en: "All clashing tasks are critical: hand some over, lower their load, or change durations.")
                }
            } else {
                postForm(path + "/apply", .class("stack-tight")) {
                    ul(.class("check-list")) { for shift in proposal.shifts { line(shift) } }
                    if visit.may(.edit, .campaign) {
                        button(.class("btn btn-primary"), .type("submit")) {
                            Text(zh: "应用所选调整", en: "Apply what is ticked")
                        }
                    }
                }
            }
        }
    }

    private static func line(_ shift: Levelling.Shift) -> HTML {
        li {
            label {
                input(
                    .type("checkbox"), .name("shift"), .checked(true),
                    .value("\(shift.task.number):\(shift.task.version):\(shift.to)"))
                span { "\(shift.task.code) \(shift.task.title) · \(shift.task.ownerName)" }
                span(.class("num nowrap quiet")) { "\(shift.from) → \(shift.to)" }
            }
        }
    }
}
