import Kernel
import Records
import Testing
import Warehouse

@testable import Planning

@Suite("S-07 cascade")
struct CascadeTests {
    private func broken(
        _ company: GoalCompany, _ goal: Goal, _ way: GoalWay, people: [(id: Int64, name: String)] = []
    ) async throws -> GoalGroup {
        let pieces = try await GoalPieces(goal, company.follower).proposed(way, people: people)
        try await company.cascade.create(pieces, of: goal, by: way, in: .zh, for: .system)
        let tree = try await company.goals()
        return try #require(GoalGroup.groups(of: goal, tree.children(of: goal)).first { $0.way == way })
    }

    @Test(
        "S-07 a year breaks down into quarters by the season of the year before, to the last fen; then into months and weeks"
    )
    func periods() async throws {
        let company = try await GoalCompany()
        let year = try await company.goal("收入")
        let quarters = try await broken(company, year, .period(.quarter))
        #expect(quarters.children.count == 4 && quarters.rule == .sum)
        #expect(quarters.difference == 0 && quarters.isBalanced)
        let targets = quarters.children.compactMap(\.target)
        #expect(targets.reduce(0, +) == 10_000_001)
        // 90, 91, 92 and 152 of 425 days' worth.
        #expect(abs(targets[0] / 10_000_001 - 90.0 / 425) < 0.005)
        #expect(abs(targets[3] / 10_000_001 - 152.0 / 425) < 0.005)
        let last = quarters.children[3]
        #expect(last.record.title == "收入 · 2026 年第 4 季度" && last.parent == year.id)
        #expect(last.days == Period(from: GoalCompany.day("2026-10-01"), upTo: GoalCompany.day("2027-01-01")))
        let months = try await broken(company, last, .period(.month))
        #expect(months.difference == 0 && months.children.count == 3)
        let weeks = try await broken(company, months.children[1], .period(.week))
        #expect(weeks.difference == 0 && weeks.unevenDays.missing.isEmpty && weeks.unevenDays.doubled.isEmpty)
        #expect(weeks.children.count == 6)
    }

    @Test("S-07 by region and channel the parts follow last year's shares, and each is followed on its own data")
    func members() async throws {
        let company = try await GoalCompany()
        let year = try await company.goal("收入")
        let regions = try await broken(company, year, .dimension(.region))
        #expect(regions.children.count == 2 && regions.difference == 0)
        let east = try #require(regions.children.first { $0.scope.filters == [DimensionFilter(.region, ["east"])] })
        #expect(abs((east.target ?? 0) / 10_000_001 - 100.0 / 160) < 0.002)
        let reading = try await company.follower.reading(of: east)
        #expect(abs((reading.actual ?? 0) - 181 * 14_400) < 0.01 * 181 * 14_400)
        let channels = try await broken(company, east, .dimension(.channel))
        #expect(channels.difference == 0 && channels.children.count == 2)
        #expect(channels.children.allSatisfy { $0.scope.filters.count == 2 })
    }

    @Test("S-07 rates come together as the mean weighted by what stands under the line; people share evenly")
    func rates() async throws {
        let company = try await GoalCompany()
        let rate = try await company.goal(
            "折扣率", ["metric": .text("discount_rate"), "baseline": .number(20), "target": .number(18.5)])
        let regions = try await broken(company, rate, .dimension(.region))
        #expect(regions.rule == .weightedMean && regions.isBalanced)
        #expect(regions.children.allSatisfy { ($0.weight ?? 0) > 1 })
        let year = try await company.goal("收入")
        let people = try await broken(company, year, .period(.quarter))
        #expect(people.children.allSatisfy { $0.weight == nil })
    }

    @Test("S-07 children that do not add up show the difference; balancing keeps what was typed and what is fixed")
    func balance() async throws {
        let company = try await GoalCompany()
        let year = try await company.goal("收入", ["target": .number(1_000)])
        let group = try await broken(company, year, .period(.quarter))
        let first = group.children[0]
        try await company.cascade.save(
            [.init(child: first, version: first.record.version, target: 500, isFixed: false)], by: .system)
        let uneven = try #require(
            GoalGroup.groups(of: year, try await company.goals().children(of: year)).first)
        let before = group.children.compactMap { $0.target.map($0.unit.typed) }
        let difference = try #require(uneven.difference)
        #expect(abs(difference - (500 - before[0])) < 0.001 && !uneven.isBalanced)
        // Now the second is fixed, the third typed anew; the first and the fourth take the rest.
        let now = uneven.children.compactMap { $0.target.map($0.unit.typed) }
        let typed = [now[0], now[1], 50, now[3]]
        let changes = uneven.children.indices.map { index in
            GoalCascade.Change(
                child: uneven.children[index], version: uneven.children[index].record.version, target: typed[index],
                isFixed: index == 1)
        }
        try await company.cascade.save(try GoalCascade.balanced(changes, in: uneven), by: .system)
        let after = try #require(GoalGroup.groups(of: year, try await company.goals().children(of: year)).first)
        let values = after.children.compactMap { $0.target.map($0.unit.typed) }
        #expect(after.difference == 0 && values[1] == now[1] && values[2] == 50)
        #expect(abs(values[0] / values[3] - now[0] / now[3]) < 0.001)
        #expect(after.children[1].isFixed)
    }

    @Test("S-07 twice in the same way is refused; a stale change of one child changes none; what is in force stays")
    func refusals() async throws {
        let company = try await GoalCompany()
        let year = try await company.goal("收入")
        let group = try await broken(company, year, .period(.quarter))
        let pieces = try await GoalPieces(year, company.follower).proposed(.period(.quarter))
        await #expect(throws: GoalProblem.alreadySplit(code: year.record.code, Grain.quarter.name)) {
            try await company.cascade.create(pieces, of: year, by: .period(.quarter), in: .zh, for: .system)
        }
        let changes = group.children.enumerated().map { index, child in
            GoalCascade.Change(child: child, version: index == 3 ? 99 : 1, target: 7, isFixed: false)
        }
        await #expect(throws: RecordProblem.self) { try await company.cascade.save(changes, by: .system) }
        let tree = try await company.goals()
        #expect(tree.children(of: year).compactMap(\.target) == group.children.compactMap(\.target))
        let week = try await company.goal(
            "周", ["starts_on": .day(GoalCompany.day("2026-08-03")), "due_on": .day(GoalCompany.day("2026-08-09"))])
        await #expect(throws: GoalProblem.tooShort(code: week.record.code, .month)) {
            _ = try await GoalPieces(week, company.follower).proposed(.period(.month))
        }
    }

    @Test("S-07 over the end of a year and without a year before, parts go by days and still sum")
    func overYearEnd() async throws {
        let company = try await GoalCompany()
        let goal = try await company.goal(
            "跨年", ["starts_on": .day(GoalCompany.day("2026-11-16")), "due_on": .day(GoalCompany.day("2027-02-28"))])
        let months = try await broken(company, goal, .period(.month))
        #expect(months.children.map { $0.days?.dayCount } == [15, 31, 31, 28] && months.difference == 0)
        let targets = months.children.compactMap(\.target)
        // Mid November at three times, December, January and February of the year after with a fifth more.
        #expect(abs(targets[0] / targets[1] - 45.0 / 31) < 0.03)
        #expect(abs(targets[2] / targets[1] - 1.2) < 0.03)
        let early = try await company.goal(
            "早", ["starts_on": .day(GoalCompany.day("2024-01-01")), "due_on": .day(GoalCompany.day("2024-06-30"))])
        #expect(try await broken(company, early, .period(.quarter)).difference == 0)
    }
}
