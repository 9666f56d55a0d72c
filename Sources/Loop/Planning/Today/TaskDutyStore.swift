import GRDB
import Kernel
import Records
import Store
import Synchronization

/// Which tasks wait for whom (WF-01, WF-02). Their dates follow from all plans, so they are reckoned once after each change
/// and day, not for each page that shows the bell.
final class TaskDutyStore: Sendable {
    private struct Kept {
        var change: Int64 = -1
        var day = Day(daysSince1970: .min)
        var duties: [Int64: [Duty]] = [:]
    }

    private let kept = Mutex(Kept())

    /// Those of one person. Every change of a record leaves an audit entry, so the last entry says whether anything changed.
    func duties(_ db: Database, of account: Int64, _ work: WorkStore) throws -> [Duty] {
        let change = try Int64.fetchOne(db, sql: "SELECT max(audit_entry_id) FROM audit_entry") ?? 0
        let today = work.today
        let known = kept.withLock { $0.change == change && $0.day == today ? $0.duties[account] ?? [] : nil }
        if let known { return known }
        let plans = try work.plans(db).filter(\.isActive)
        var duties: [Int64: [Duty]] = [:]
        for schedule in try work.schedules(db, plans) {
            for task in schedule.leaves {
                guard let owner = task.task.owner, let duty = Self.duty(task, schedule, work.zone) else { continue }
                duties[owner, default: []].append(duty)
            }
        }
        kept.withLock { $0 = Kept(change: change, day: today, duties: duties) }
        return duties[account] ?? []
    }

    /// A task waits when its planned end is past, today or the next working day, or when it can begin and has not.
    static func duty(_ task: TimedTask, _ schedule: PlanSchedule, _ zone: BusinessZone) -> Duty? {
        if task.task.isDone { return nil }
        let calendar = schedule.calendar
        let soon = calendar.day(at: calendar.position(of: schedule.today + 1))
        let canBegin = !task.task.hasBegun && task.expectedStart <= schedule.today
        guard task.ends <= soon || canBegin else { return nil }
        return Duty(
            kind: .task, number: task.task.number, code: task.task.code, title: task.task.title,
            due: zone.start(of: task.ends + 1) + .seconds(-1), cause: canBegin ? .canBegin : nil)
    }
}
