import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

@Suite struct PortfolioTests {
    @Test(
        "PP-03 quadrants follow market growth and relative share, both lines belonging to the better side",
        arguments: [
            (0.2, 1.5, Quadrant.star), (0.1, 1.0, .star), (0.099, 1.0, .cashCow), (-0.3, 4, .cashCow),
            (0.1, 0.999, .questionMark), (0.05, 0.2, .dog),
        ])
    func quadrants(growth: Double, share: Double, expected: Quadrant) {
        #expect(Quadrant(marketGrowth: growth, relativeShare: share, growthLine: 0.1) == expected)
    }

    private func product(
        _ code: String, _ category: String, _ series: String, year: Int64, before: Int64, first: Day,
        recent: Int64 = 500,
        earlier: Int64 = 500, yearAgo: Int64 = 500
    ) -> ProductFigures {
        ProductFigures(
            code: code, name: code, category: category, series: series, launchedOn: nil, firstSoldOn: first,
            yearSales: year, earlierSales: before, recentUnits: recent, earlierUnits: earlier, yearAgoUnits: yearAgo,
            buyers: 100)
    }

    @Test(
        "PP-03 a line's share is measured by the largest other line of its category, its market's growth by the category"
    )
    func lines() throws {
        let day = try #require(Day("2026-11-21"))
        let products = [
            product("A1", "洗护", "甲", year: 600, before: 300, first: day - 900),
            product("A2", "洗护", "甲", year: 200, before: 100, first: day - 900),
            product("B1", "洗护", "乙", year: 400, before: 400, first: day - 900),
            product("C1", "家清", "丙", year: 100, before: 200, first: day - 900),
        ]
        let portfolio = Portfolio(products, [:], on: day, growthLine: nil)
        #expect(portfolio.ownGrowth.map { abs($0 - 0.3) < 1e-9 } == true)  // 1300 on 1000
        let lines = Dictionary(uniqueKeysWithValues: portfolio.lines.map { ($0.series, $0) })
        let (first, second, third) = (try #require(lines["甲"]), try #require(lines["乙"]), try #require(lines["丙"]))
        #expect(first.sales == 800 && first.relativeShare == 2 && first.marketGrowth == 0.5 && first.quadrant == .star)
        #expect(second.relativeShare == 0.5 && second.quadrant == .questionMark && second.growth == 0)
        #expect(third.marketGrowth == -0.5 && third.quadrant == .cashCow)
    }

    @Test("PP-03 a person's judgement stands with its reason; withdrawn it counts no more")
    func judgement() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        let records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
        let made = try await records.create(
            .portfolioJudgement,
            [
                "title": .text("乙"), "level": .text("line"), "key": .text("洗护/乙"), "quadrant": .text("dog"),
                "reason": .text("明年停产"),
            ], by: .system)
        await #expect(throws: RecordProblem.self) {
            try await records.create(
                .portfolioJudgement, ["title": .text("x"), "level": .text("line"), "key": .text("y")], by: .system)
        }
        let day = try #require(Day("2026-11-21"))
        let products = [
            product("A1", "洗护", "甲", year: 600, before: 300, first: day - 900),
            product("B1", "洗护", "乙", year: 400, before: 400, first: day - 900),
        ]
        let line = try #require(Portfolio(products, ["line 洗护/乙": made], on: day, growthLine: 0).lines.last)
        #expect(line.computed == .questionMark && line.quadrant == .dog && line.isOverruled)
        try await records.move(made, from: made.version, "withdraw", reason: "继续生产", by: .system)
        let history = try await records.store.read { try records.history($0, made, for: .system) }
        #expect(history.first?.reason == "继续生产")
    }

    @Test("PP-01 small numbers move no stage: 12 units after 8 are no growth, 1,200 after 800 are")
    func noise() throws {
        let day = try #require(Day("2026-11-21"))
        func stage(_ recent: Int64, _ earlier: Int64) throws -> LifeStage {
            let peer = product(
                "P", "洗护", "乙", year: 1, before: 1, first: day - 900, recent: 9_000, earlier: 9_000, yearAgo: 9_000)
            let own = product(
                "A", "洗护", "甲", year: 1, before: 1, first: day - 900, recent: recent, earlier: earlier, yearAgo: recent)
            return try #require(LifeSigns.all([own, peer], on: day).first).stage
        }
        #expect(try stage(12, 8) == .maturity)
        #expect(try stage(1_200, 800) == .growth)
        #expect(try stage(800, 1_200) == .decline)
        #expect(try stage(0, 30) == .decline)
    }

    @Test("PP-01 what all products of a category do together is no stage of one of them")
    func season() throws {
        let day = try #require(Day("2026-11-21"))
        let products = (0..<8).map {
            product(
                "P\($0)", "洗护", "甲", year: 1, before: 1, first: day - 900, recent: 3_000, earlier: 1_000, yearAgo: 1_500
            )
        }
        #expect(LifeSigns.all(products, on: day).allSatisfy { $0.stage == .maturity })
    }

    @Test("PP-07 buckets: actual follows the projects' budgets; dropped projects and closed buckets do not count")
    func buckets() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        let records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
        func bucket(_ title: String, _ share: Double) async throws -> Record {
            try await records.create(
                .strategicBucket,
                [
                    "title": .text(title), "policy": .text("研发"), "year": .number(2_027),
                    "planned_share": .number(share),
                    "definition": .text("x"), "tolerance": .number(0.05),
                ], by: .system)
        }
        func project(_ title: String, _ bucket: Record, _ fen: Int64) async throws -> Record {
            try await records.create(
                .developmentProject, ["title": .text(title), "bucket": .whole(bucket.id), "planned": .whole(fen)],
                by: .system)
        }
        let (bold, small) = (try await bucket("突破", 0.7), try await bucket("渐进", 0.3))
        let projects = [
            try await project("甲", bold, 600), try await project("乙", small, 400),
            try await records.move(try await project("丙", small, 9_999), from: 1, "drop", reason: "停", by: .system),
        ]
        let shares = try #require(BucketShares.all([bold, small], projects).first)
        #expect(shares.isWhole && shares.rows.map(\.actual) == [0.6, 0.4] && shares.rows.map(\.isOff) == [true, true])
        #expect(BucketShares.all([bold], []).first?.isWhole == false)
        #expect(BucketShares.all([bold], []).first?.rows.first?.actual == nil)
    }
}
