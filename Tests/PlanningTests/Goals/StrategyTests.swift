import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Planning

@Suite("S-01 and S-03 strategy on the calendar")
struct StrategyTests {
    private func plan(_ company: GoalCompany) async throws -> Record {
        try await company.record(
            .strategyPlan,
            [
                "title": .text("三年"), "horizon": .text("three_years"), "starts_on": .day(GoalCompany.day("2025-08-31")),
                "ends_on": .day(GoalCompany.day("2028-08-30")),
            ])
    }

    @Test("S-03 three phases of months 0–6, 7–18 and 19–36 follow from the plan's first day, at the end of a month too")
    func phases() async throws {
        let company = try await GoalCompany()
        let plan = try await plan(company)
        let phases = StrategyPhase.phases(of: plan, [])
        #expect(phases.map(\.days.start.description) == ["2025-08-31", "2026-02-28", "2027-02-28"])
        #expect(phases.map(\.days.end.description) == ["2026-02-28", "2027-02-28", "2028-08-31"])
        #expect(try await company.records.makePhases(of: plan, in: .zh, by: .system) == 3)
        #expect(try await company.records.makePhases(of: plan, in: .zh, by: .system) == 0)
        let kept = StrategyPhase.phases(of: plan, try await company.records.strategyShelf(for: .system).phases)
        #expect(kept.map(\.days) == phases.map(\.days) && kept.allSatisfy { $0.record != nil })
        let start = GoalCompany.day("2025-08-31")
        #expect(StrategyPhase.month(of: start, from: start) == 1)
        #expect(StrategyPhase.month(of: GoalCompany.day("2026-02-27"), from: start) == 6)
        #expect(StrategyPhase.month(of: GoalCompany.day("2026-02-28"), from: start) == 7)
        #expect(StrategyPhase.month(of: GoalCompany.day("2025-08-30"), from: start) == nil)
    }

    @Test("S-03 a phase with open milestones is closed only with a reason, which is kept with their codes")
    func override() async throws {
        let company = try await GoalCompany()
        let plan = try await plan(company)
        let phase = try await company.record(
            .phase,
            [
                "title": .text("启动期"), "plan": .whole(plan.id), "kind": .text("phase_foundation"),
                "first_month": .number(0),
                "last_month": .number(6), "exit_criteria": .text("样板区域跑通"),
            ])
        let running = try await company.records.move(phase, from: 1, "start", by: .system)
        let milestone = try await company.record(
            .milestone, ["title": .text("指标字典"), "phase": .whole(phase.id), "due_on": .day(GoalCompany.last)])
        await #expect(throws: RecordProblem.self) {
            try await company.records.move(running, from: running.version, "close", by: .system)
        }
        let closed = try await company.records.move(
            running, from: running.version, "close", reason: "董事会决定提前", by: .system)
        #expect(closed.state == "closed")
        let history = try await company.records.store.read { try company.records.history($0, closed, for: .system) }
        #expect(history.first?.reason == "董事会决定提前 [\(milestone.code)]")
        let audit = try await company.records.store.read {
            try company.records.store.audit.entries($0, subject: "phase:\(phase.number)", limit: 1)
        }
        #expect(audit.first?.detail.contains(milestone.code) == true)
    }

    @Test(
        "S-01 15 % to 25 % in three years is 0.83 points a quarter on a straight path; checkpoints bend it; it can be read on any day"
    )
    func path() async throws {
        let company = try await GoalCompany()
        let plan = try await company.record(
            .strategyPlan,
            ["title": .text("三年"), "horizon": .text("three_years"), "starts_on": .day(GoalCompany.day("2026-01-01"))])
        let measure = try await company.record(
            .strategyMeasure,
            [
                "title": .text("市场份额"), "plan": .whole(plan.id), "baseline": .number(15), "target": .number(25),
                "due_on": .day(GoalCompany.day("2029-01-01")),
            ])
        let path = try #require(MeasurePath(measure, plan: plan, checkpoints: []))
        #expect(
            path.expected(on: GoalCompany.day("2025-12-31")) == 15
                && path.expected(on: GoalCompany.day("2030-01-01")) == 25)
        #expect(path.checkpoints.count == 13)
        let steps = zip(path.checkpoints, path.checkpoints.dropFirst()).map { $1.value - $0.value }.dropLast()
        #expect(steps.allSatisfy { abs($0 - 10.0 / 12) < 0.02 })
        let checkpoint = try await company.record(
            .measureCheckpoint,
            [
                "title": .text("一年"), "measure": .whole(measure.id), "due_on": .day(GoalCompany.day("2027-01-01")),
                "expected": .number(17.5),
            ])
        let bent = try #require(MeasurePath(measure, plan: plan, checkpoints: [checkpoint]))
        #expect(bent.expected(on: GoalCompany.day("2027-01-01")) == 17.5)
        #expect(abs(bent.expected(on: GoalCompany.day("2026-07-02")) - 16.25) < 0.01)
        #expect(abs(bent.expected(on: GoalCompany.day("2028-01-01")) - 21.25) < 0.01)
    }

    @Test(
        "S-01 a headline measure is ahead of or behind its path by the live metric of the twelve months up to that day")
    func measure() async throws {
        let company = try await GoalCompany()
        let plan = try await company.record(
            .strategyPlan,
            ["title": .text("三年"), "horizon": .text("three_years"), "starts_on": .day(GoalCompany.day("2025-06-30"))])
        // 425 days' worth at 160 yuan, half of them at 1.2 and half at 1.44 of 2024.
        let measure = try await company.record(
            .strategyMeasure,
            [
                "title": .text("收入"), "plan": .whole(plan.id), "metric": .text("revenue"), "baseline": .number(60_000),
                "target": .number(80_000), "due_on": .day(GoalCompany.day("2027-06-30")),
            ])
        let reading = try #require(
            try await company.follower.measures([measure], of: plan, checkpoints: [], on: GoalCompany.last).first)
        let truth = 160 * (1.2 * Double(184 + 60) + 1.44 * 181)
        #expect(abs((reading.actual ?? 0) - truth) < 0.01 * truth)
        #expect(abs((reading.expected ?? 0) - 70_000) < 50 && (reading.lead ?? 0) > 18_000)
        let early = try #require(
            try await company.follower.measures([measure], of: plan, checkpoints: [], on: GoalCompany.day("2024-03-01"))
                .first)
        #expect(early.actual == nil && early.lead == nil)
    }
}
