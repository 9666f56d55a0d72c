import GRDB
import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

/// Tasks, gates, templates and baselines as they are written, by whichever way.
@Suite struct WorkRuleTests {
    private let store: Store
    private let records: RecordStore
    private let work: WorkStore
    private let writer: RecordAuthor
    private let owner: Int64
    private let plan: Records.Record

    init() async throws {
        // 2027-01-15, a Friday.
        store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in false })
        work = WorkStore(records, zone: .utc)
        let account = try await AccountStore(store, hasher: PasswordHasher(cost: .least)).add(
            AccountDraft(name: "林静", roles: [.marketing], regions: []), password: "correct horse 9", by: .commandLine)
        writer = RecordAuthor(account)
        owner = account.id
        plan = try await records.create(
            .workPlan,
            ["title": .text("春季上新"), "starts_on": .day(PlanExample.day("2027-01-11")), "owner": .whole(account.id)],
            by: writer)
    }

    @discardableResult
    private func task(_ title: String, _ more: RecordValues = [:]) async throws -> Records.Record {
        try await records.create(
            .task,
            ["title": .text(title), "plan": .whole(plan.id), "owner": .whole(owner), "days": .number(2)].merging(more) {
                $1
            }, by: writer)
    }

    private func schedule() async throws -> PlanSchedule {
        try await store.read { db in try work.schedule(db, work.plan(db, number: plan.number)) }
    }

    @Test("WF-02 a circle is refused with its tasks named, and nothing is changed")
    func cycle() async throws {
        let first = try await task("选品")
        let second = try await task("拍摄", ["follows": .text("1")])
        try await task("上架", ["follows": .text("2SS+1")])
        do {
            try await records.change(first, from: 1, ["follows": .text("3FF")], by: writer)
            Issue.record("a circle was let in")
        } catch WorkProblem.cycle(let names) {
            #expect(Set(names) == ["TASK-1 选品", "TASK-2 拍摄", "TASK-3 上架"])
            #expect(names.count == 4 && names.first == names.last)
        }
        await #expect(throws: WorkProblem.self) {
            try await records.change(second, from: 1, ["follows": .text("2")], by: writer)
        }
        let now = try await records.find(.task, number: 1, for: writer)
        #expect(now.version == 1 && now["follows"] == nil)
    }

    @Test("WF-01 a task is no part of itself, however far down, and not of another plan's")
    func parents() async throws {
        let top = try await task("上新")
        let middle = try await task("内容", ["parent": .whole(top.id)])
        try await task("脚本", ["parent": .whole(middle.id)])
        await #expect(throws: RecordProblem.self) {
            try await records.change(top, from: 1, ["parent": .whole(middle.id)], by: writer)
        }
        let other = try await records.create(
            .workPlan, ["title": .text("另一计划"), "starts_on": .day(PlanExample.day("2027-01-11"))], by: writer)
        await #expect(throws: WorkProblem.parentElsewhere("TASK-1")) {
            try await task("x", ["plan": .whole(other.id), "parent": .whole(top.id)])
        }
    }

    @Test("WF-02 links that cannot be read, lead nowhere or say nothing about a group are refused with the way out")
    func links() async throws {
        try await task("组")
        try await task("子", ["parent": .whole(try await records.find(.task, number: 1, for: writer).id)])
        await #expect(throws: WorkProblem.unreadable(["设计之后"])) { try await task("a", ["follows": .text("设计之后")]) }
        await #expect(throws: WorkProblem.unknownTask(99)) {
            try await task("b", ["follows": .text("99")])
        }
        await #expect(throws: WorkProblem.groupLink("TASK-1", .startStart)) {
            try await task("c", ["follows": .text("1SS")])
        }
        await #expect(throws: WorkProblem.self) {
            try await task("d", ["starts_on": .day(PlanExample.day("2090-01-01"))])
        }
        #expect(try await schedule().tasks.count == 2)
    }

    @Test(
        "WF-01, WF-02 a task may wait for one of another plan; its dates follow, and a circle over both plans is refused"
    )
    func acrossPlans() async throws {
        let first = try await task("设计", ["days": .number(3)])
        let other = try await records.create(
            .workPlan, ["title": .text("另一计划"), "starts_on": .day(PlanExample.day("2027-01-11"))], by: writer)
        let second = try await task("印刷", ["plan": .whole(other.id), "follows": .text("\(first.number)")])
        let (own, others) = try await records.store.read { db in
            let work = WorkStore(records, zone: .utc)
            let plans = try work.plans(db)
            let schedules = try work.schedules(db, plans)
            let mine = try #require(schedules.first { $0.plan.record != other.id })
            return (mine, try work.schedule(db, try work.plan(db, number: other.number)))
        }
        let ends = try #require(own.tasks.first { $0.task.number == first.number }).ends
        #expect(others.tasks.map(\.starts) == [others.calendar.day(at: others.calendar.position(of: ends + 1))])
        #expect(others.criticalPath == [first.number, second.number])
        await #expect(throws: WorkProblem.self) {
            try await records.change(first, from: 1, ["follows": .text("\(second.number)")], by: writer)
        }
    }

    private func gate() async throws -> Records.Record {
        let gate = try await records.create(
            .stageGate,
            [
                "title": .text("上线"), "stage": .text("live"), "checks": .text("看板已设置\n值守到人"),
                "owner": .whole(owner),
            ], by: writer)
        return try await records.move(gate, from: 1, "open", by: writer)
    }

    @Test("WF-03 a gate is passed only when every check holds, and nothing behind it begins before")
    func gates() async throws {
        let gate = try await gate()
        let milestone = try await task("上线闸口", ["days": .number(0), "gate": .whole(gate.id)])
        let between = try await task("推送", ["follows": .text("1")])
        let after = try await task("复盘", ["follows": .text("2")])
        let friday = RecordValue.day(PlanExample.day("2027-01-15"))
        await #expect(throws: WorkProblem.gateClosed(task: "TASK-3", gate: "上线")) {
            try await records.change(after, from: 1, ["began_on": friday], by: writer)
        }
        await #expect(throws: WorkProblem.gateClosed(task: "TASK-1", gate: "上线")) {
            try await work.report(TaskReport(finished: work.today), on: milestone.number, from: 1, by: writer)
        }
        await #expect(throws: WorkProblem.checksOpen(gate: "上线", count: 2)) {
            try await records.move(gate, from: gate.version, "pass", by: writer)
        }
        let half = try await records.change(gate, from: gate.version, ["checks_done": .text("值守到人")], by: writer)
        await #expect(throws: WorkProblem.checksOpen(gate: "上线", count: 1)) {
            try await records.move(half, from: half.version, "pass", by: writer)
        }
        let whole = try await records.change(
            half, from: half.version, ["checks_done": .text("值守到人\n看板已设置")], by: writer)
        try await records.move(whole, from: whole.version, "pass", by: writer)
        try await work.report(TaskReport(progress: 0.5), on: between.number, from: 1, by: writer)
        #expect(try await records.find(.task, number: 2, for: writer).state == "running")
    }

    @Test("WF-02 a report takes the steps that follow from it, and never says what has not come yet")
    func report() async throws {
        try await task("拍摄")
        await #expect(throws: WorkProblem.inFuture(work.today + 1)) {
            try await work.report(TaskReport(began: work.today + 1), on: 1, from: 1, by: writer)
        }
        try await work.report(
            TaskReport(began: work.today - 2, finished: work.today), on: 1, from: 1, by: writer)
        let done = try await records.find(.task, number: 1, for: writer)
        #expect(done.state == "done" && done["progress"] == .number(1))
        await #expect(throws: RecordProblem.self) {
            try await work.report(TaskReport(progress: 0.1), on: 1, from: 1, by: writer)
        }
    }

    @Test("WF-02 a baseline is kept with its name and never written twice")
    func baseline() async throws {
        await #expect(throws: WorkProblem.noTasks("WP-1")) {
            try await work.takeBaseline(of: plan.number, name: "初版", by: writer)
        }
        let first = try await task("拍摄")
        try await work.takeBaseline(of: plan.number, name: "初版", by: writer)
        await #expect(throws: WorkProblem.baselineTaken("初版")) {
            try await work.takeBaseline(of: plan.number, name: "初版", by: writer)
        }
        try await records.change(first, from: 1, ["days": .number(5)], by: writer)
        let schedule = try await schedule()
        let kept = try await store.read { db in try work.baselines(db, of: schedule.plan) }
        #expect(kept.count == 1 && kept.first?.drift(schedule).count == 1)
    }

    @Test(
        "WF-01, WF-06 an approved plan becomes tasks of its template, chained, with open gates of its own; a draft does not"
    )
    func template() async throws {
        try await records.takeStarter(.sopTemplate, in: .zh, on: work.today, by: writer)
        let sop = try await store.read { db in try records.find(db, .sopTemplate, number: 1, for: writer) }
        let changed = try await records.change(plan, from: 1, ["template": .whole(sop.id)], by: writer)
        await #expect(throws: WorkProblem.planNotApproved("WP-1")) {
            try await work.makeTasks(of: plan.number, by: writer)
        }
        try await store.write { db in
            try db.execute(sql: "UPDATE r_work_plan SET state = 'active' WHERE record_id = ?", arguments: [changed.id])
        }
        let count = try await work.makeTasks(of: plan.number, by: writer)
        let schedule = try await schedule()
        #expect(schedule.tasks.count == count && schedule.cycle.isEmpty)
        #expect(
            schedule.tasks.count { $0.task.gate != nil } == 5 && schedule.tasks.allSatisfy { $0.task.owner == owner })
        #expect(schedule.tasks.dropFirst().allSatisfy { $0.task.follows.count == 1 })
        #expect(schedule.tasks.first?.starts == PlanExample.day("2027-01-11"))
        await #expect(throws: WorkProblem.tasksThere("WP-1", count)) {
            try await work.makeTasks(of: plan.number, by: writer)
        }
    }

    @Test("WF-06 every step of every template that comes with the program can be read, in both languages")
    func steps() {
        for sop in RecordType.sopTemplate.starter {
            guard case .text(let text) = sop.values["steps"] else { continue }
            for words in [text.zh, text.en] {
                let lines = words.split(separator: "\n").count
                #expect(TemplateStep.steps(words).count == lines, "\(sop.title.en)")
            }
            #expect(TemplateStep.steps(text.zh).map(\.offset) == TemplateStep.steps(text.en).map(\.offset))
        }
        #expect(TemplateStep("T-14 | Products | product")?.department == "product")
    }
}
