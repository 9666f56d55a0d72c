import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

@Suite("RK-02 emergency plan as an incident") struct IncidentTests {
    private let records: RecordStore
    private let desk: IncidentStore
    private let time: VirtualClock

    init() async throws {
        time = VirtualClock(at: Instant(seconds: 1_800_000_000))
        records = try RecordStore(
            try Store(inMemory: time.clock), RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true },
            regions: { _ in true })
        desk = IncidentStore(records, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        try await records.takeStarter(.emergencyStep, in: .zh, on: Day(daysSince1970: 20_800), by: .system)
    }

    private func plan(_ title: String) async throws -> Record {
        let plans = try await records.list(.emergencyPlan, RecordQuery(), for: .system).records
        return try #require(plans.first { $0.title == title })
    }

    @Test("RK-02 the clock runs 48 hours from the start, each step has its own time, and the log says who began")
    func clock() async throws {
        let plan = try await plan("技术故障")
        let incident = try await desk.start(plan: plan.number, risk: nil, situation: "支付失败", by: .system)
        let clock = try await desk.clock(incident.number, for: .system)
        #expect(clock.dueAt - clock.startedAt == .seconds(48 * 3_600))
        #expect(clock.steps.map { $0.step.title } == ["切换到降级页面", "暂停全部投放"])
        #expect(clock.steps.map { $0.dueAt.map { $0 - clock.startedAt } } == [.seconds(300), .seconds(600)])
        #expect(!clock.isLate(at: clock.dueAt) && clock.isLate(at: clock.dueAt + .seconds(1)))
        #expect(clock.steps[0].isLate(at: clock.startedAt + .seconds(301)))
        #expect(clock.log.count == 1 && clock.log[0].hasPrefix("2027-01-15 16:00"))
    }

    @Test("RK-02 a finished step is logged once and not late any more; free notes are added, none is lost")
    func log() async throws {
        let plan = try await plan("技术故障")
        let incident = try await desk.start(plan: plan.number, risk: nil, situation: "", by: .system)
        let step = try #require(try await desk.clock(incident.number, for: .system).steps.first?.step)
        for _ in 0..<2 { try await desk.note("", step: step.number, on: incident.number, by: .system) }
        try await desk.note("已通知客服\n并同步话术", step: nil, on: incident.number, by: .system)
        let clock = try await desk.clock(incident.number, for: .system)
        #expect(clock.log.count == 3 && clock.log[2].hasSuffix("已通知客服 并同步话术"))
        #expect(clock.steps.map(\.isDone) == [true, false])
        await #expect(throws: RecordProblem.self) {
            try await desk.note("", step: nil, on: incident.number, by: .system)
        }
    }

    @Test("RK-02 started from a risk, the risk has occurred when it has owner and response; otherwise it stays")
    func fromRisk() async throws {
        let plan = try await plan("公关危机")
        let owner = try await AccountStore(records.store, hasher: PasswordHasher(cost: .least)).add(
            AccountDraft(name: "林静", roles: [.marketing], regions: []), password: "correct horse 9", by: .commandLine)
        func risk(_ more: RecordValues) async throws -> Record {
            let values: RecordValues = ["title": .text("舆情"), "kind": .text("sentiment")]
            return try await records.create(.risk, values.merging(more) { $1 }, by: .system)
        }
        let whole = try await risk(["owner": .whole(owner.id), "response": .whole(plan.id)])
        let bare = try await risk([:])
        for risk in [whole, bare] {
            let incident = try await desk.start(plan: plan.number, risk: risk.number, situation: "", by: .system)
            #expect(incident.whole("risk") == risk.id)
        }
        #expect(try await records.find(.risk, number: whole.number, for: .system).state == "occurred")
        #expect(try await records.find(.risk, number: bare.number, for: .system).state == "watched")
    }

    @Test(
        "RK-02 a solved incident says how long it took; made worse again, its clock runs on, and the last solution counts"
    )
    func duration() async throws {
        let plan = try await plan("技术故障")
        let owner = try await AccountStore(records.store, hasher: PasswordHasher(cost: .least)).add(
            AccountDraft(name: "林静", roles: [.marketing], regions: []), password: "correct horse 9", by: .commandLine)
        var incident = try await desk.start(plan: plan.number, risk: nil, situation: "", by: .system)
        func solve(after seconds: Int) async throws {
            time.advance(by: .seconds(seconds))
            incident = try await records.change(
                incident, from: incident.version,
                ["commander": .whole(owner.id), "solved_on": .day(Day(daysSince1970: 20_834)), "log": .text("x")],
                by: .system)
            incident = try await records.move(incident, from: incident.version, "solve", by: .system)
        }
        #expect(try await desk.clock(incident.number, for: .system).secondsToSolve == nil)
        try await solve(after: 5_400)
        #expect(try await desk.clock(incident.number, for: .system).secondsToSolve == 5_400)
        incident = try await records.move(incident, from: incident.version, "worsen", reason: "复发", by: .system)
        #expect(try await desk.clock(incident.number, for: .system).secondsToSolve == nil)
        try await solve(after: 1_800)
        time.advance(by: .seconds(999))
        #expect(try await desk.clock(incident.number, for: .system).secondsToSolve == 7_200)
    }
}
