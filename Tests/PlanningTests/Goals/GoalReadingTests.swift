import Kernel
import Records
import Stats
import Testing
import Warehouse

@testable import Planning

@Suite("S-06 goals are followed")
struct GoalReadingTests {
    @Test("daily sums equal what the metric reader computes, for sums, quotients and under filters")
    func sums() async throws {
        let company = try await GoalCompany()
        let state = try await RollUpState.read(from: company.warehouse)
        let reader = MetricReader(company.warehouse)
        let days = Period(from: GoalCompany.day("2025-10-15"), upTo: GoalCompany.day("2026-02-03"))
        for (id, filters) in [
            ("revenue", []), ("average_order_value", []), ("discount_rate", [DimensionFilter(.channel, ["tmall"])]),
            ("revenue", [DimensionFilter(.region, ["east"]), DimensionFilter(.channel, ["jd"])]),
        ] {
            let metric = try #require(Metric.named(id))
            let daily = try #require(try await reader.daily(metric, where: filters, state))
            let value = try await reader.answer(MetricQuestion([metric], in: [days], where: filters)).value(metric, 0)
            let whole = try #require(value.number)
            #expect(abs((daily.value(days) ?? 0) - whole) < 1e-9 * max(1, whole), "\(id)")
            #expect(daily.days == Period(from: GoalCompany.first, upTo: GoalCompany.last + 1))
        }
        let people = try #require(Metric.named("active_customers"))
        #expect(people.shape == .level)
        #expect(try await reader.daily(people, state) == nil)
    }

    @Test(
        "S-06 a steady business: actual, path by the season, and a chance near one below and near zero above its growth"
    )
    func reading() async throws {
        let company = try await GoalCompany()
        let goal = try await company.goal("收入", ["target": .number(90_000)])
        let reading = try await company.follower.reading(of: goal)
        #expect(reading.asOf == GoalCompany.last)
        // 181 days at 160 × 1.44 yuan, of a year that is worth 425 such days: November counts three times.
        let actual = try #require(reading.actual)
        #expect(abs(actual - 181 * 23_040) < 0.01 * actual)
        let expected = try #require(reading.expected)
        #expect(abs(expected - 9_000_000 * 181 / 425) < 0.01 * expected)
        let forecast = try #require(reading.forecast)
        #expect(forecast.method == .weeksAgainstYearBefore)
        let truth = 23_040.0 * 425
        #expect(abs(forecast.outlook.quantile(0.5) - truth) < 0.01 * truth)
        #expect(reading.light == .onTrack && (reading.probability ?? 0) > 0.99)
        let above = try await company.goal("更高", ["target": .number(110_000)])
        #expect(try await company.follower.reading(of: above).light == .unlikely)
    }

    @Test("S-06 a goal that is over is judged by what came of it; one to come is forecast from its first day on")
    func overAndToCome() async throws {
        let company = try await GoalCompany()
        let over = try await company.goal(
            "去年",
            [
                "starts_on": .day(GoalCompany.day("2025-01-01")), "due_on": .day(GoalCompany.day("2025-12-31")),
                "target": .number(80_000),
            ])
        let reading = try await company.follower.reading(of: over)
        guard case .ended(let isReached) = reading.prospect else {
            Issue.record("it should be over")
            return
        }
        #expect(isReached && abs((reading.actual ?? 0) - 19_200 * 425) < 100_000)
        let next = try await company.goal(
            "跨年",
            [
                "starts_on": .day(GoalCompany.day("2026-11-01")), "due_on": .day(GoalCompany.day("2027-01-31")),
                "target": .number(1),
            ])
        let ahead = try await company.follower.reading(of: next)
        // November 2026 three times, December once, January 2027 with another fifth: 90 + 31 + 31 × 1.2 days.
        let truth = 23_040.0 * (90 + 31 + 31 * 1.2)
        let middle = try #require(ahead.forecast?.outlook.quantile(0.5))
        #expect(abs(middle - truth) < 0.04 * truth)
        #expect(ahead.expected == nil && ahead.actual == nil)
    }

    @Test(
        "S-06 a goal without metric, baseline or with dates the wrong way round says what to fill in, and shows no light"
    )
    func gaps() async throws {
        let company = try await GoalCompany()
        let bare = Goal(
            try await company.record(.goal, ["title": .text("空"), "family": .text("sales")]), currency: .cny)
        #expect(bare.gap == .metric)
        let noBase = Goal(
            try await company.record(
                .goal,
                [
                    "title": .text("无基线"), "family": .text("sales"), "metric": .text("revenue"), "target": .number(1),
                    "due_on": .day(GoalCompany.last),
                ]), currency: .cny)
        #expect(noBase.gap == .baseline)
        let reading = try await company.follower.reading(of: noBase)
        #expect(reading.light == .unknown && reading.actual == nil)
        if case .unknown(let text) = reading.prospect { #expect(text.zh.contains("基线")) }
        let reversed = try await company.goal("倒置", ["due_on": .day(GoalCompany.day("2025-06-01"))])
        #expect(
            reversed.gap
                == .datesReversed(start: GoalCompany.day("2026-01-01"), due: GoalCompany.day("2025-06-01")))
        let unknown = try await company.goal(
            "渠道", ["metric": .text("nps"), "scope_by": .text("domain"), "scope_member": .text("private")])
        if case .dimension(_, .domain) = unknown.gap {} else { Issue.record("NPS is not known by domain") }
    }

    @Test("S-07 a goal cannot stand below itself: the ring is named, and nothing is written")
    func cycle() async throws {
        let company = try await GoalCompany()
        let year = try await company.goal("年")
        let quarter = try await company.goal("季", ["parent": .whole(year.id)])
        let month = try await company.goal("月", ["parent": .whole(quarter.id)])
        for (goal, parent, way) in [
            (year, month, "GOAL-1 → GOAL-3 → GOAL-2 → GOAL-1"), (year, year, "GOAL-1 → GOAL-1"),
        ] {
            do {
                _ = try await company.records.change(
                    goal.record, from: goal.record.version, ["parent": .whole(parent.id)], by: .system)
                Issue.record("a ring was written")
            } catch let problem as RecordProblem {
                #expect(problem.code == "record.fields" && problem.text.zh.contains(way), "\(problem.text.zh)")
                #expect(problem.place?.field == "parent")
            }
        }
        let tree = try await company.goals()
        #expect(tree.roots.map(\.id) == [year.id] && tree.descendants(of: year) == 2)
        #expect(tree.ancestors(of: month).map(\.id) == [year.id, quarter.id])
    }
}
