import Collecting
import Diagnosing
import Engine
import Kernel
import Stats
import Testing
import Warehouse

@Suite("AT-06 what is planted in the demonstration company's baskets is found again") struct BasketRecoveryTests {
    private func company() async throws -> (baskets: Baskets, truth: BasketTruth) {
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate(), threads: 2))
        let zone = try #require(BusinessZone("Asia/Shanghai"))
        let warehouse = try await Warehouse.open(engine: engine, zone: zone)
        let clock = VirtualClock(at: Instant(seconds: 1_800_000_000)).clock
        let plan = try DemonstrationPlan(
            customers: 12_000, seed: Seed(5), until: try #require(Day("2026-11-20")), zone: zone)
        let made = try await Demonstration(plan, clock: clock).make(in: warehouse)
        try await RollUpRefresh(warehouse: warehouse, clock: clock).run()
        let baskets = try await Baskets(warehouse, clock: clock)
        try await baskets.refresh()
        return (baskets, made.truth.baskets)
    }

    @Test(
        "AT-06 planted pairs stand first with their chance; promotions add no item, though the plain comparison says so"
    )
    func recovery() async throws {
        let (baskets, truth) = try await company()
        let codes = try await baskets.warehouse.engine.query(
            "SELECT CAST(product_id AS STRING) AS id, product_code FROM product")
        let ids = Dictionary(
            uniqueKeysWithValues: try codes.rows.map { (try $0.text("product_code"), try $0.text("id")) })
        let pairs = try await baskets.pairs(of: .product).pairs.filter { $0.orders >= 30 }
        let planted = try truth.pairs.map { [try #require(ids[$0.productCode]), try #require(ids[$0.companionCode])] }
        #expect(Set(pairs.prefix(truth.pairs.count).map { [$0.first, $0.second] }) == Set(planted))
        for (pair, members) in zip(truth.pairs, planted) {
            let found = try #require(pairs.first { [$0.first, $0.second] == members })
            let chance = try #require(
                wilsonInterval(successes: found.meeting.both, trials: found.meeting.first, confidence: 0.999))
            // A few hold the companion anyway.
            #expect(chance.lower < pair.chance + 0.03 && chance.upper > pair.chance, "\(members) \(chance)")
            #expect(found.adjusted < 1e-6)
        }
        let days = try #require(try await baskets.state()).days
        let year = Period(from: Grain.year.start(of: days.lastDay), upTo: days.end)
        let effect = try #require(try await baskets.promotions(in: year).all)
        let items = try #require(effect.comparable(.items))
        #expect(items.lower < 0.04 && items.upper > -0.04 && items.upper - items.lower < 0.3, "\(items)")
        #expect(abs(items.difference) < 0.08, "\(items)")
        let naive = try #require(effect.naive(.items))
        #expect(naive.lower > 0.5, "\(naive)")
        let (gross, paid) = (try #require(effect.comparable(.gross)), try #require(effect.comparable(.paid)))
        let (grossChange, paidChange) = (try #require(gross.relative), try #require(paid.relative))
        #expect(abs(grossChange) < 0.04 && paidChange < -0.06, "\(gross) \(paid)")
    }
}
