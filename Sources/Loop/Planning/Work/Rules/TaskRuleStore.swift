import GRDB
import Kernel
import Records

/// What a task must not be: part of a circle, linked to what is not there, on a day out of reach, past a closed gate.
/// The task stands in the database already when this is asked.
struct TaskRuleStore {
    let db: Database
    let before: Records.Record?
    let after: Records.Record

    /// Problems: `work.…`
    func check() throws {
        guard after.archivedAt == nil, after.state != "dropped" else { return }
        try checkDays()
        let links = Dependency.list(after.text("follows") ?? "")
        if changed("follows"), !links.unread.isEmpty { throw WorkProblem.unreadable(links.unread) }
        let isStructure = changed("follows") || changed("parent") || changed("plan")
        let isProgress = begins || finishes
        let isBound = !links.read.isEmpty || after.whole("parent") != nil || after.whole("gate") != nil
        guard let plan = after.whole("plan"), isStructure && (isBound || before != nil) || isProgress && isBound else {
            return
        }
        let graph = WorkGraph(try WorkStore.tasksUpstream(db, of: plan))
        guard let index = graph.place[after.number] else { return }
        if isStructure { try checkStructure(graph, index, links.read) }
        if isProgress { try checkGates(graph, index) }
    }

    private func changed(_ field: String) -> Bool { before?[field] != after[field] }

    /// It has begun with this change.
    private var begins: Bool {
        let was = before.map { $0.day("began_on") != nil || $0.state != "planned" } ?? false
        let hasProgress = (after.number("progress") ?? 0) > 0 && (before?.number("progress") ?? 0) == 0
        return !was && (after.day("began_on") != nil || after.state != "planned") || hasProgress
    }

    private var finishes: Bool {
        let was = before.map { $0.day("finished_on") != nil || $0.state == "done" } ?? false
        return !was && (after.day("finished_on") != nil || after.state == "done")
    }

    private func checkDays() throws {
        if let began = after.day("began_on"), let finished = after.day("finished_on"), finished < began {
            throw WorkProblem.finishedBeforeBegun
        }
        guard changed("starts_on") || changed("began_on") || changed("finished_on"), let plan = after.whole("plan"),
            let start = try Day.fetchOne(
                db, sql: "SELECT starts_on FROM r_work_plan WHERE record_id = ?", arguments: [plan])
        else { return }
        let first = start - PlanSchedule.margin
        let last = start + WorkCalendar.reach / 2
        for field in ["starts_on", "began_on", "finished_on"] {
            if let day = after.day(field), day < first || day > last {
                throw WorkProblem.dayFar(day, from: first, to: last)
            }
        }
    }

    private func checkStructure(_ graph: WorkGraph, _ index: Int, _ links: [Dependency]) throws {
        try checkParent(graph)
        for link in links {
            guard let first = graph.place[link.task] else {
                throw WorkProblem.unknownTask(link.task)
            }
            if first == index { throw WorkProblem.cycle([after.code, after.code]) }
        }
        // A task that gets its first part becomes a group: its old links have to fit that too.
        for (other, task) in graph.tasks.enumerated() {
            for link in task.follows where graph.place[link.task] != nil && !graph.fits(link, to: other) {
                throw WorkProblem.groupLink(graph.isGroup(other) ? task.code : "TASK-\(link.task)", link.kind)
            }
        }
        do throws(Network.Cycle) {
            _ = try graph.network { Network.Activity(graph.isGroup($0) ? 0 : 1) }.schedule()
        } catch {
            let names = graph.named(error).map { "\($0.code) \($0.title)" }
            throw WorkProblem.cycle(names + names.prefix(1))
        }
    }

    private func checkParent(_ graph: WorkGraph) throws {
        guard let parent = after.whole("parent") else { return }
        guard let at = graph.tasks.firstIndex(where: { $0.record == parent && $0.plan == after.whole("plan") }) else {
            let number = try Int64.fetchOne(
                db, sql: "SELECT number FROM record WHERE record_id = ?", arguments: [parent])
            throw WorkProblem.parentElsewhere("TASK-\(number ?? 0)")
        }
        if graph.tasks[at].isMilestone { throw WorkProblem.parentIsMilestone(graph.tasks[at].code) }
    }

    private func checkGates(_ graph: WorkGraph, _ index: Int) throws {
        if finishes, let gate = graph.tasks[index].gate, !gate.isPassed {
            throw WorkProblem.gateClosed(task: after.code, gate: gate.title)
        }
        for earlier in graph.before(index).sorted() {
            if let gate = graph.tasks[earlier].gate, !gate.isPassed {
                throw WorkProblem.gateClosed(task: after.code, gate: gate.title)
            }
        }
    }
}
