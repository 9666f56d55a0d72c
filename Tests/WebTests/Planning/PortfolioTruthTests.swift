import Engine
import Kernel
import TestKit
import Testing
import Warehouse

@testable import Collecting
@testable import Planning

/// The demonstration company plants each product's life: a ramp of four months after the launch, a fade of three before the end.
@Suite("PP-01 planted life cycles are found again", .serialized) struct PortfolioTruthTests {
    /// What the planted life says on a day, counted from the story's first; `nil` where it lies between two stages.
    private func planted(_ product: DemoProduct, _ day: Int) -> LifeStage? {
        if day - max(product.launchedOn, -10_000) <= LifeSigns.newDays { return .introduction }
        func mean(_ days: Range<Int>) -> Double { days.reduce(0) { $0 + product.life(on: $1) } / Double(days.count) }
        let (now, before) = (mean(day - 89..<day + 1), mean(day - 179..<day - 89))
        if now == 0 { return .decline }
        switch before == 0 ? 10 : now / before - 1 {
        case 0.4...: return .growth
        case -0.02...0.02: return .maturity
        case ...(-0.4): return .decline
        default: return nil
        }
    }

    @Test(
        "PP-01 introduction, growth, maturity and decline of the demonstration company's products at five points of its story"
    )
    func recovered() async throws {
        let zone = try #require(BusinessZone("Asia/Shanghai"))
        let until = try #require(Day("2026-11-20"))
        let plan = try DemonstrationPlan(customers: 20_000, seed: Seed(7), until: until, zone: zone)
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        let warehouse = try await Warehouse.open(engine: engine, zone: zone)
        _ = try await Demonstration(plan, clock: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock).make(
            in: warehouse)
        try await RollUpRefresh(
            warehouse: warehouse, clock: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock
        ).run()
        let company = Company(plan)
        let truth = Dictionary(uniqueKeysWithValues: company.range.products.map { ($0.code, $0) })
        var found: [String: (right: Int, all: Int)] = [:]
        for day in [300, 450, 600, 750, 1_000] {
            let asOf = company.calendar.start + day
            let question = ProductSales(asOf: asOf, regions: nil)
            let products = try await engine.query(question.sql, question.values).rows.map(ProductFigures.init)
            #expect(products == (try await counted(asOf, in: engine)), "\(asOf)")
            for (figures, signs) in zip(products, LifeSigns.all(products, on: asOf)) {
                guard let product = truth[figures.code], let stage = planted(product, day) else { continue }
                found[stage.rawValue, default: (0, 0)].all += 1
                if signs.stage == stage { found[stage.rawValue, default: (0, 0)].right += 1 }
            }
        }
        for stage in LifeStage.allCases {
            let (right, all) = found[stage.rawValue] ?? (0, 0)
            #expect(all >= 5, "\(stage) \(all)")
            #expect(Double(right) >= 0.85 * Double(all), "\(stage): \(right) of \(all)")
        }
        print("life stages found:", found)
    }

    /// The same figures from the orders themselves.
    private func counted(_ day: Day, in engine: Engine) async throws -> [ProductFigures] {
        try await engine.query(
            """
            SELECT p.product_code AS code, p.name, p.category, p.series, p.launched_on, min(l.ordered_on) AS first_on,
                CAST(sum(CASE WHEN l.ordered_on > DATE '\(day - 365)' THEN l.amount_fen ELSE 0 END) AS BIGINT) AS year_fen,
                CAST(sum(CASE WHEN l.ordered_on BETWEEN DATE '\(day - 729)' AND DATE '\(day - 365)'
                    THEN l.amount_fen ELSE 0 END) AS BIGINT) AS before_fen,
                CAST(sum(CASE WHEN l.ordered_on > DATE '\(day - 90)' THEN l.quantity ELSE 0 END) AS BIGINT) AS recent,
                CAST(sum(CASE WHEN l.ordered_on BETWEEN DATE '\(day - 179)' AND DATE '\(day - 90)'
                    THEN l.quantity ELSE 0 END) AS BIGINT) AS earlier,
                CAST(sum(CASE WHEN l.ordered_on BETWEEN DATE '\(day - 454)' AND DATE '\(day - 365)'
                    THEN l.quantity ELSE 0 END) AS BIGINT) AS year_ago,
                count(DISTINCT CASE WHEN l.ordered_on > DATE '\(day - 365)' THEN h.customer_id END) AS buyers
            FROM order_line l JOIN order_header h ON h.order_id = l.order_id JOIN product p ON p.product_id = l.product_id
            WHERE h.status = 'paid' AND l.ordered_on <= DATE '\(day)'
            GROUP BY p.product_code, p.name, p.category, p.series, p.launched_on
            ORDER BY year_fen DESC, code
            """
        ).rows.map(ProductFigures.init)
    }

    @Test(
        "M-06 the price cut of one rival across its range, planted for the last weeks, is read from the tracked prices alone"
    )
    func rivalCut() async throws {
        let zone = try #require(BusinessZone("Asia/Shanghai"))
        let plan = try DemonstrationPlan(
            customers: 2_000, seed: Seed(7), until: try #require(Day("2026-11-20")), zone: zone)
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        let warehouse = try await Warehouse.open(engine: engine, zone: zone)
        let clock = VirtualClock(at: Instant(seconds: 1_800_000_000)).clock
        _ = try await Demonstration(plan, clock: clock).make(in: warehouse)
        try await RollUpRefresh(warehouse: warehouse, clock: clock).run()
        let book = try #require(try await PriceBook.read(from: warehouse))
        let cutOn = book.asOf - (OutsideWorld.cutBeforeEnd - 4)
        for (place, rival) in OutsideWorld.rivals.enumerated() {
            // Each product's mean price after the day beside the one before it; most products' answer.
            let changes = book.products.compactMap { product -> Double? in
                let course = product.courses[rival.name] ?? []
                let before = course.filter { $0.day < cutOn - 7 }.map { Double($0.rival) }.sorted()
                let after = course.filter { $0.day > cutOn + 7 }.map { Double($0.rival) }.sorted()
                guard before.count >= 8, after.count >= 6 else { return nil }
                return after[after.count / 2] / before[before.count / 2] - 1
            }.sorted()
            #expect(changes.count >= 20)
            let typical = changes[changes.count / 2]
            let truth = place == OutsideWorld.rivals.count - 1 ? -OutsideWorld.cut : 0
            #expect(abs(typical - truth) < 0.02, "\(rival.name): \(typical)")
        }
    }
}
