import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

/// Forecasts, shares of the mix, actuals and the quarterly proposal, from planted numbers.
@Suite struct BudgetTrackingTests {
    private let example: BudgetExample

    init() async throws { example = try await BudgetExample() }

    private let year = Period(.year, holding: Day(daysSince1970: 20_454))  // 2026

    private func day(_ month: Int, _ day: Int) throws -> Day { try #require(Day(year: 2026, month: month, day: day)) }

    @Test("BU-08 the pace follows last year's course: a third spent when last year had spent a third ends on plan")
    func seasonal() throws {
        let forecast = Forecast(
            spent: 400, committed: 0, pending: 0, in: year, upTo: try day(6, 30), lastYear: (toDate: 300, whole: 900))
        #expect(forecast.amount == 1200 && forecast.basis == .lastYear)
    }

    @Test("BU-08 without a year before, days count; in the first tenth only what is promised")
    func byDays() throws {
        let half = Forecast(spent: 500, committed: 0, pending: 0, in: year, upTo: try day(7, 1))
        #expect(half.basis == .days && abs(half.amount - 1003) <= 1, "182 of 365 days: \(half.amount)")
        let early = Forecast(spent: 50, committed: 20, pending: 5, in: year, upTo: try day(1, 20))
        #expect(early.amount == 75 && early.basis == .obligations)
        let over = Forecast(spent: 10, committed: 990, pending: 0, in: year, upTo: try day(12, 31))
        #expect(over.amount == 1000 && over.basis == .obligations)
    }

    @Test("BU-08 the alert comes before the overrun: forecast above plan while money is left")
    func alert() async throws {
        var position = LinePosition(BudgetLine(try await example.line("digital", 1000)))
        position.spent = 60_000
        position.forecast = Forecast(
            spent: 60_000, committed: 0, pending: 0, in: year, upTo: try day(6, 30))
        #expect(position.state() == .willOverrun && position.remaining > 0)
        #expect(position.state(margin: 0.3) == .fine)
        position.committed = 99_500
        #expect(position.state() == .overrun)
    }

    @Test("BU-02, BU-03, BU-09 each classification counts for itself, with the published targets or one's own")
    func mixes() async throws {
        let lines = [
            try await example.line(
                "brand", 300, ["allocation": "core", "purpose": "brand_ads", "capability": "content"]),
            try await example.line(
                "digital", 400, ["allocation": "core", "purpose": "performance_ads", "activity": "online_ads"]),
            try await example.line("research", 100, ["allocation": "growth", "purpose": "research"]),
            try await example.line("reserve", 200, ["allocation": "innovation", "purpose": "reserve"]),
        ].map { LinePosition(BudgetLine($0)) }
        let purpose = MixReport(.purpose, lines)
        #expect(purpose.parts.map(\.plannedShare) == [0.3, 0.4, 0.1, 0.2] && purpose.parts.allSatisfy { $0.gap == 0 })
        let allocation = MixReport(.allocation, lines)
        #expect(allocation.parts.map(\.plannedShare) == [0.7, 0.1, 0.2] && allocation.unclassified == 0)
        let capability = MixReport(.capability, lines)
        #expect(capability.parts.first?.plannedShare == 0.3 && capability.parts.first?.target == 0.5)
        #expect(MixReport(.activity, lines).unclassified == 60_000)
        let own = MixReport(.allocation, lines, targets: ["core": 0.6, "growth": 0.3])
        #expect(own.parts.map(\.target) == [0.6, 0.3, nil] && own.hasTargetTrouble)
    }

    @Test("BU-08 lines that one channel feeds share its cost in proportion, to the fen; regions keep theirs")
    func shared() async throws {
        let lines = [
            try await example.line("digital", 200, ["channel": "douyin_ads", "actuals": "media"]),
            try await example.line("brand", 100, ["channel": "douyin_ads", "actuals": "media"]),
            try await example.line("brand", 100, ["channel": "kol", "actuals": "media"]),
        ].map { LinePosition(BudgetLine($0)) }
        var actuals = BudgetActuals()
        actuals.media.now = [
            OutsideSpend.Row(code: "douyin_ads", region: "east", amount: 100),
            OutsideSpend.Row(code: "douyin_ads", region: "south", amount: 1),
            OutsideSpend.Row(code: "weibo", region: "east", amount: 77),
        ]
        actuals.media.upTo = try day(6, 30)
        let followed = actuals.follow(lines, in: year, today: try day(7, 1))
        #expect(followed.map(\.spent) == [67, 34, 0])
        let east = actuals.follow(lines, in: year, today: try day(7, 1), regions: ["east"])
        #expect(east.map(\.spent) == [67, 33, 0])
    }

    @Test(
        "BU-02 the proposal moves whole yuan from weak to strong, sums to nothing, and takes no more than is left (random)"
    )
    func rebalance() async throws {
        let records = try await (0..<8).asyncMap { _ in try await example.line("digital", 1000) }
        try await forAll(seed: 45, cases: 200) { dice in
            var positions = records.map { LinePosition(BudgetLine($0)) }
            var returns: [Int64: Double] = [:]
            for place in positions.indices {
                positions[place].spent = Int64(dice.next() % 90_000)
                if dice.next() % 5 > 0 { returns[positions[place].id] = dice.uniform() * 4 }
            }
            let proposal = Rebalance(positions, returns: returns, unit: 100)
            var net: [Int64: Int64] = [:]
            for move in proposal.moves {
                net[move.from, default: 0] -= move.amount
                net[move.to, default: 0] += move.amount
                let isUphill =
                    (returns[move.from] ?? 9) < proposal.mean * 0.8 && (returns[move.to] ?? 0) > proposal.mean * 1.2
                if move.amount <= 0 || move.amount % 100 != 0 || !isUphill { return false }
            }
            return net.values.reduce(0, +) == 0
                && positions.allSatisfy { -(net[$0.id] ?? 0) <= max(0, $0.remaining) / 5 + 1 }
        }
    }

    @Test("BU-04 strong channels grow, weak ones shrink, and the total is last year's times the industry's growth")
    func history() {
        func years(_ cost: Int64, _ before: Double, _ now: Double) -> [ChannelHistory.Year] {
            [before, now].enumerated().map { index, returned in
                ChannelHistory.Year(
                    period: Period(.year, holding: Day(daysSince1970: Int32(19_723 + 366 * index))), cost: cost,
                    conversion: 0.02, basket: 20_000, returned: returned)
            }
        }
        let history = ChannelHistory(
            ["kol": years(100_003, 3, 4), "weibo": years(100_000, 1, 0.5), "baidu_sem": years(50_001, 2, 2.2)],
            periods: [], growth: 0.1)
        #expect(history.channels.map(\.code) == ["kol", "weibo", "baidu_sem"])
        #expect(history.channels.map(\.advice) == [.raise, .cut, .keep])
        #expect(history.proposedTotal == 275_004 && history.channels.reduce(0) { $0 + $1.proposed } == 275_004)
        #expect(history.channels[0].proposed > 110_003 && history.channels[1].proposed < 100_000)
    }

    @Test("BU-07 quadrants at their borders, and revenue-critical projects first within one")
    func quadrants() {
        #expect(PriorityQuadrant(benefit: 4, urgency: 4) == .doNow)
        #expect(PriorityQuadrant(benefit: 4, urgency: 3) == .schedule)
        #expect(PriorityQuadrant(benefit: 3, urgency: 4) == .limit)
        #expect(PriorityQuadrant(benefit: 3, urgency: 3) == .later)
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
        var all: [T] = []
        for element in self { all.append(try await transform(element)) }
        return all
    }
}
