import Kernel

@testable import Planning

/// Plans and tasks in short words.
enum PlanExample {
    static func day(_ text: String) -> Day { Day(text) ?? Day(daysSince1970: 0) }

    static func plan(from start: String, _ calendar: WorkCalendarKind = .china) -> WorkPlan {
        WorkPlan(
            record: 1, number: 1, title: "计划", startsOn: day(start), dueOn: nil, calendar: calendar, state: "active",
            template: nil, owner: 1)
    }

    static func task(
        _ number: Int64, _ days: Int, after follows: String = "", from release: String? = nil, in parent: Int64? = nil,
        owner: Int64 = 1, load: Double = 1, progress: Double = 0, began: String? = nil, finished: String? = nil
    ) -> WorkTask {
        WorkTask(
            record: 1_000 + number, number: number, version: 1, plan: 1, parent: parent, title: "任务 \(number)",
            owner: owner, ownerName: "负责人 \(owner)", department: nil, days: days, release: release.map(day),
            follows: Dependency.list(follows).read, unread: [], load: load, progress: progress, began: began.map(day),
            finished: finished.map(day), state: finished != nil ? "done" : began != nil ? "running" : "planned",
            gate: nil)
    }

    static func schedule(_ plan: WorkPlan, _ tasks: [WorkTask], today: String = "2026-01-01") -> PlanSchedule {
        PlanSchedule(
            plan, tasks, calendar: WorkCalendar(plan.calendar, from: plan.startsOn - PlanSchedule.margin),
            today: day(today))
    }
}
