import Kernel
import Records
import Store
import Testing

@testable import Planning

/// Everybody finds on one list what waits for her, and nobody finds what waits for others.
@Suite struct DutyTests {
    let example: PlanTextExample
    /// One for the whole test, as in the program: it remembers what it read, and must notice every change.
    private let store: DutyStore

    init() async throws {
        example = try await PlanTextExample()
        store = DutyStore(example.records, zone: .utc)
    }

    private func kinds(_ reader: RecordAuthor) async throws -> [Duty.Kind] {
        try await store.duties(for: reader).map(\.kind)
    }

    @Test("AD-07 whoever has to decide sees the request until it is decided; the requester never does")
    func approval() async throws {
        let bucket = try await example.records.create(
            .strategicBucket,
            [
                "title": .text("突破性项目"), "policy": .text("2027"), "year": .number(2027),
                "planned_share": .number(0.7), "definition": .text("新品类"),
            ], by: example.marketing)
        let asked = try await example.approvals.request(
            "approve", of: bucket, from: 1, note: "", by: example.marketing)
        let duties = try await store.duties(for: example.executive)
        #expect(duties.map(\.kind) == [.approval] && duties[0].number == asked.id && duties[0].title == "突破性项目")
        #expect(duties[0].due == asked.dueAt && asked.dueAt != nil)
        #expect(try await kinds(example.marketing).isEmpty)
        try await example.approvals.decide(asked.id, .approve, by: example.executive)
        #expect(try await kinds(example.executive).isEmpty)
    }

    @Test("RK-01, RK-02 the owner of a risk that warns and the commander of an open incident see them, others don't")
    func riskAndIncident() async throws {
        let own = try #require(example.marketing.account).id
        let risk = try await example.records.create(
            .risk, ["title": .text("舆情"), "kind": .text("sentiment"), "owner": .whole(own)], by: example.marketing)
        #expect(try await kinds(example.marketing).isEmpty, "watched only")
        let warned = try await example.records.move(risk, from: 1, "warn", by: example.marketing)
        let incident = try await example.records.create(
            .incident,
            [
                "title": .text("支付失败"), "kind": .text("technical"), "level": .text("red"),
                "noticed_on": .day(Day(daysSince1970: 20_833)), "situation": .text("无法付款"),
                "commander": .whole(own),
            ], by: example.marketing)
        let duties = try await store.duties(for: example.marketing)
        #expect(duties.map(\.kind) == [.incident, .risk])
        #expect(duties[0].due == incident.createdAt + .seconds(48 * 3_600))
        #expect(
            !duties[0].isLate(at: incident.createdAt) && duties[0].isLate(at: incident.createdAt + .seconds(172_801)))
        #expect(try await kinds(example.finance).isEmpty)
        try await example.records.move(warned, from: 2, "calm", reason: "已平息", by: example.marketing)
        #expect(try await kinds(example.marketing) == [.incident])
    }

    @Test(
        "AD-08 a new handbook waits for its readers the same day, until they confirm it; only the version in force does"
    )
    func handbook() async throws {
        try await example.records.create(
            .risk, ["title": .text("竞争加剧"), "kind": .text("competition")], by: example.marketing)
        let store = HandbookStore(example.records)
        var latest: Records.Record?
        for step in ["major", "minor"] {
            let made = try await example.records.create(
                .handbookVersion,
                [
                    "title": .text("战略执行手册"), "step": .text(step), "department": .text("marketing"),
                    "effective_on": .day(Day(daysSince1970: 20_900)), "change_points": .text("首版"),
                    "scope": .text("全公司"), "owner": .whole(try #require(example.marketing.account).id),
                ], by: example.marketing)
            let asked = try await example.approvals.request(
                "publish", of: made, from: 1, note: "", by: example.marketing)
            try await example.approvals.decide(asked.id, .approve, by: example.executive)
            latest = made
        }
        let duties = try await self.store.duties(for: example.service)
        #expect(duties.map(\.kind) == [.handbook] && duties[0].code == "1.1")
        try await store.confirm(try #require(latest), by: example.service)
        #expect(try await kinds(example.service).isEmpty)
    }

    // MARK: Work and objectives

    /// 2027-01-15 in the example, a Friday.
    private let today = Day(daysSince1970: 20_833)

    private func plan(from start: Day, isActive: Bool = true) async throws -> Record {
        let plan = try await example.records.create(
            .workPlan,
            [
                "title": .text("春季活动"), "starts_on": .day(start), "calendar": .text("china"),
                "owner": .whole(try #require(example.marketing.account).id),
            ], by: example.marketing)
        guard isActive else { return plan }
        let asked = try await example.approvals.request(
            "approve", of: plan, from: 1, note: "", by: example.marketing)
        var now = asked
        for decider in [example.finance, example.executive] where now.state == .open {
            if now.waits(for: try #require(decider.account).id) {
                now = try await example.approvals.decide(asked.id, .approve, by: decider)
            }
        }
        #expect(now.state == .approved)
        return try await example.find(.workPlan, plan.number)
    }

    private func task(
        _ title: String, in plan: Record, days: Double, after follows: String? = nil, from: Day? = nil,
        owner: RecordAuthor? = nil
    ) async throws -> Record {
        var values: RecordValues = [
            "title": .text(title), "plan": .whole(plan.id), "days": .number(days),
            "owner": .whole(try #require((owner ?? example.marketing).account).id),
        ]
        values["follows"] = follows.map { .text($0) }
        values["starts_on"] = from.map { .day($0) }
        return try await example.records.create(.task, values, by: example.marketing)
    }

    private func tasks(_ reader: RecordAuthor) async throws -> [String] {
        try await store.duties(for: reader).filter { $0.kind == .task }.map(\.title)
    }

    @Test("WF-01, WF-02 tasks wait for their owner when they are late, due by the next working day, or free to begin")
    func task() async throws {
        let running = try await plan(from: today - 11)
        let late = try await task("过期", in: running, days: 5)
        let due = try await task("下周一到期", in: running, days: 11)
        _ = try await task("已可开始", in: running, days: 20, after: "\(late.number)")
        _ = try await task("还早", in: running, days: 3, from: today + 10)
        _ = try await task("别人的", in: running, days: 5, owner: example.executive)
        let draft = try await plan(from: today - 11, isActive: false)
        _ = try await task("草稿计划的", in: draft, days: 1)
        _ = try await example.records.change(due, from: 1, ["began_on": .day(today - 11)], by: example.marketing)
        #expect(try await tasks(example.marketing) == ["过期", "下周一到期"], "the third is held up by the first")
        let duties = try await store.duties(for: example.marketing)
        #expect(duties[0].cause == .canBegin && duties[1].cause == nil)
        #expect(duties[0].due == BusinessZone.utc.start(of: today - 6) + .seconds(-1))
        #expect(duties[0].isLate(at: example.records.store.clock.now()))
        #expect(duties[1].due == BusinessZone.utc.start(of: today + 4) + .seconds(-1))
        #expect(try await tasks(example.executive) == ["别人的"])
        #expect(try await tasks(example.finance).isEmpty)
        let begun = try await example.records.change(
            late, from: 1, ["began_on": .day(today - 11), "finished_on": .day(today - 1)], by: example.marketing)
        #expect(begun.version == 2)
        #expect(try await tasks(example.marketing) == ["下周一到期", "已可开始"], "what stood in its way is done")
    }

    @Test("WF-01 what is remembered of tasks is forgotten with every change, by the same list or another")
    func remembered() async throws {
        let store = self.store
        let running = try await plan(from: today - 11)
        let task = try await task("过期", in: running, days: 5)
        #expect(try await store.duties(for: example.marketing).map(\.title) == ["过期"])
        _ = try await example.records.change(task, from: 1, ["title": .text("改名")], by: example.marketing)
        #expect(try await store.duties(for: example.marketing).map(\.title) == ["改名"])
        _ = try await example.records.change(
            task, from: 2, ["owner": .whole(try #require(example.executive.account).id)], by: example.marketing)
        #expect(try await store.duties(for: example.marketing).isEmpty)
        #expect(try await store.duties(for: example.executive).map(\.title) == ["改名"])
    }

    @Test("S-04 a key result waits for its owner from the opening of a session until it is checked in")
    func checkIn() async throws {
        let clock = VirtualClock(at: Instant(iso8601: "2026-01-01T00:00:00Z") ?? Instant(seconds: 0))
        let store = try Store(inMemory: clock.clock)
        let records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
        let accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        func person(_ name: String, _ role: Role) async throws -> RecordAuthor {
            let draft = AccountDraft(name: name, roles: [role])
            return RecordAuthor(try await accounts.add(draft, password: "correct horse 9", by: .commandLine))
        }
        let owner = try await person("林静", .marketing)
        let head = try await person("陈总", .marketing)
        let objective = try await records.create(
            .objective,
            [
                "title": .text("回头客"), "cycle": .text("2026Q1"), "department": .text("marketing"),
                "owner": .whole(try #require(head.account).id),
            ], by: head)
        func result(_ title: String, _ owner: RecordAuthor?) async throws -> Record {
            var values: RecordValues = [
                "title": .text(title), "objective": .whole(objective.id), "baseline": .number(0), "target": .number(1),
            ]
            values["owner"] = owner?.account.map { .whole($0.id) }
            return try await records.create(.keyResult, values, by: head)
        }
        let own = try await result("自己的", owner)
        _ = try await result("未指定", nil)
        let duties = DutyStore(records, zone: .utc)
        func titles(_ reader: RecordAuthor) async throws -> [String] {
            try await duties.duties(for: reader).map(\.title)
        }
        #expect(try await titles(owner).isEmpty, "no session is open")
        let scheduler = Scheduler(store, tasks: [AlignmentSessionStore.opening(store)]) { _, error in
            Issue.record(error)
        }
        await scheduler.tick()
        clock.advance(by: .seconds(5 * 86_400))
        await scheduler.tick()
        let session = try #require(try await AlignmentSessionStore(store).latest(1).first).heldOn
        #expect(try await titles(owner) == ["自己的"])
        #expect(try await titles(head) == ["未指定"], "nobody else is named: whoever owns the objective")
        #expect(
            try await duties.duties(for: owner).first?.due == BusinessZone.utc.start(of: session + 5) + .seconds(-1))
        try await records.checkIn(own, ["title": "好", "value": "1", "confidence": "8"], on: session, by: owner)
        #expect(try await titles(owner).isEmpty)
        clock.advance(by: .seconds(14 * 86_400))
        await scheduler.tick()
        #expect(try await titles(owner) == ["自己的"], "the next session asks again")
    }
}
