import Foundation
import Kernel
import Planning
import Records

/// What the Gantt script draws: days are numbers since 1970, so that no zone can shift them.
struct GanttData: Codable, Sendable {
    let today: Int32
    let canEdit: Bool
    let plans: [Plan]

    struct Plan: Codable, Sendable {
        let number: Int64
        let title: String
        let starts: Int32
        let due: Int32?
        let ends: Int32?
        let expected: Int32?
        let slip: Int
        /// Stretches of days that are not worked: first, last, first, last …
        let idle: [Int32]
        let cycle: [String]
        let path: [Int64]
        let baseline: String?
        let tasks: [Task]
    }

    struct Task: Codable, Sendable {
        let number: Int64
        let version: Int64
        let title: String
        let owner: String
        let depth: Int
        let group: Bool
        let milestone: Bool
        let state: String
        /// First and last day as planned.
        let start: Int32
        let end: Int32
        /// Last day to be expected.
        let expected: Int32
        let slip: Int
        let float: Int
        let critical: Bool
        let progress: Double
        let load: Double
        let days: Int
        /// As it was typed, for editing and taking back.
        let release: Int32?
        let follows: String
        let parent: Int64?
        /// Number, kind, number, kind …
        let links: [Link]
        /// First and last day of the baseline.
        let base: [Int32]?
        let gate: String?
    }

    struct Link: Codable, Sendable {
        let from: Int64
        let kind: String
        let lag: Int
    }

    var json: [UInt8] {
        get throws { [UInt8](try JSONEncoder().encode(self)) }
    }

    init(_ plans: [(schedule: PlanSchedule, baseline: Baseline?)], today: Day, canEdit: Bool) {
        self.today = today.daysSince1970
        self.canEdit = canEdit
        // What another plan's end hangs on is critical, too.
        let path = Set(plans.flatMap(\.schedule.criticalPath))
        self.plans = plans.map { Plan($0.schedule, $0.baseline, path) }
    }
}

extension GanttData.Plan {
    init(_ schedule: PlanSchedule, _ baseline: Baseline?, _ path: Set<Int64>) {
        let plan = schedule.plan
        let margin = 400
        let idle = schedule.calendar.idle(
            from: min(schedule.starts ?? plan.startsOn, plan.startsOn) - 120,
            through: (schedule.ends ?? plan.startsOn) + margin)
        self.init(
            number: plan.number, title: plan.title, starts: plan.startsOn.daysSince1970,
            due: plan.dueOn?.daysSince1970, ends: schedule.ends?.daysSince1970,
            expected: schedule.expectedEnd?.daysSince1970, slip: schedule.slip,
            idle: idle.flatMap { [$0.lowerBound.daysSince1970, $0.upperBound.daysSince1970] },
            cycle: schedule.cycle.map { "\($0.code) \($0.title)" }, path: schedule.criticalPath,
            baseline: baseline?.name,
            tasks: schedule.tasks.map { GanttData.Task($0, baseline?.spans[$0.task.number], path) })
    }
}

extension GanttData.Task {
    init(_ scheduled: TimedTask, _ base: Baseline.Span?, _ path: Set<Int64>) {
        let task = scheduled.task
        self.init(
            number: task.number, version: task.version, title: task.title, owner: task.ownerName,
            depth: scheduled.depth, group: scheduled.isGroup, milestone: task.isMilestone, state: task.state,
            start: scheduled.starts.daysSince1970, end: scheduled.ends.daysSince1970,
            expected: scheduled.expectedEnd.daysSince1970, slip: scheduled.slip, float: scheduled.float,
            critical: scheduled.isCritical || path.contains(task.number), progress: scheduled.progress, load: task.load,
            days: task.days,
            release: task.release?.daysSince1970, follows: Dependency.notation(task.follows), parent: task.parent,
            links: task.follows.map { GanttData.Link(from: $0.task, kind: $0.kind.rawValue, lag: $0.lag) },
            base: base.map { [$0.starts.daysSince1970, $0.ends.daysSince1970] },
            gate: task.gate.flatMap { $0.isPassed ? nil : $0.title })
    }
}
