import Kernel
import Stats
import TestKit
import Testing
import Warehouse

@testable import Diagnosing

@Suite("AT-06 effect of promotions on baskets") struct PromotionTests {
    /// Orders of two channels: the rich one promotes more and has larger baskets. A promoted main product adds `effect` to what else
    /// is bought.
    private func market(effect: Int64, seed: UInt64, orders count: Int = 3_000) async throws -> Market {
        var random = Seed(seed).generator
        var market = try await Market()
        let first = try day("2026-01-01")
        let orders = (1...count).map { index in
            let isRich = Bool.random(using: &random)
            let isPromoted = random.uniform() < (isRich ? 0.7 : 0.2)
            var lines = [
                Market.Line(number: 1, product: 3, quantity: 1, gross: 10_000, discount: isPromoted ? 1_000 : 0)
            ]
            let more = (isRich ? 4 : 0) + Int.random(in: 0...2, using: &random)
            for number in 0..<more {
                let isOnOffer = random.uniform() < 0.4
                lines.append(
                    Market.Line(
                        number: Int64(number + 2), product: 1, quantity: 1, gross: 2_000, discount: isOnOffer ? 200 : 0)
                )
            }
            if isPromoted, effect > 0 {
                lines.append(Market.Line(number: 9, product: 2, quantity: 1, gross: effect, discount: 0))
            }
            return Market.Order(
                id: Int64(index), customer: Int64.random(in: 1...400, using: &random),
                day: first + Int.random(in: 0..<59, using: &random), channel: isRich ? "tmall" : "store",
                region: "east",
                lines: lines, load: 0)
        }
        try await market.add(orders)
        return market
    }

    private func effect(_ market: Market) async throws -> PromotionEffect {
        let baskets = try await market.refresh()
        let days = try #require(try await baskets.state()).days
        return try #require(try await baskets.promotions(in: Period(from: try day("2026-01-01"), upTo: days.end)).all)
    }

    @Test(
        "AT-06 a planted effect is found among comparable baskets, where the plain comparison is far off",
        arguments: [0, 1_500] as [Int64])
    func planted(_ effect: Int64) async throws {
        let found = try await self.effect(try await market(effect: effect, seed: 4))
        let matched = try #require(found.comparable(.gross))
        #expect(matched.lower <= Double(effect) && Double(effect) <= matched.upper, "\(matched)")
        #expect(matched.upper - matched.lower < 600)
        let naive = try #require(found.naive(.gross))
        #expect(naive.lower > Double(effect) + 2_000, "\(naive)")
        let items = try #require(found.comparable(.items))
        #expect(items.lower <= (effect > 0 ? 1 : 0) && (effect > 0 ? 1 : 0) <= items.upper)
        let paid = try #require(found.comparable(.paid))
        #expect(paid.lower <= Double(effect - 1_000) && Double(effect - 1_000) <= paid.upper)
    }

    @Test("AT-06 estimate and variance equal those worked out by loops, stratum by stratum and customer by customer")
    func oracle() async throws {
        var random = Seed(8).generator
        var market = try await Market()
        try await market.add(Market.orders(900, from: try day("2026-01-05"), over: 60, &random))
        let found = try await effect(market)
        let paid = market.orders.filter(\.isPaid)
        let firsts = Dictionary(grouping: paid, by: \.customer).mapValues { $0.map(\.day).min() }
        let strata = Dictionary(grouping: paid) { order in
            "\(order.channel) \(order.region) \(Grain.month.start(of: order.day)) \(order.main?.category ?? "") "
                + "\(firsts[order.customer].flatMap { $0 } != order.day)"
        }
        var (gain, matched) = (0.0, 0.0)
        var pushes: [String: Double] = [:]
        for orders in strata.values {
            let with = orders.filter { ($0.main?.discount ?? 0) > 0 }.map { (Double($0.amount), $0) }
            let without = orders.filter { ($0.main?.discount ?? 0) == 0 }.map { (Double($0.amount), $0) }
            guard with.count >= 2, without.count >= 2 else { continue }
            let (n, m) = (Double(with.count), Double(without.count))
            let means = (with.reduce(0) { $0 + $1.0 } / n, without.reduce(0) { $0 + $1.0 } / m)
            gain += n * (means.0 - means.1)
            matched += n
            for (value, order) in with {
                pushes["\(order.customer ?? 0) \(order.region)", default: 0] +=
                    (n / (n - 1)).squareRoot() * (value - means.0)
            }
            for (value, order) in without {
                pushes["\(order.customer ?? 0) \(order.region)", default: 0] -=
                    n / (m * (m - 1)).squareRoot() * (value - means.1)
            }
        }
        let estimate = try #require(found.comparable(.paid))
        #expect(Double(found.matched) == matched)
        #expect(abs(estimate.difference - gain / matched) < 1e-6)
        let error = pushes.values.reduce(0) { $0 + $1 * $1 }.squareRoot() / matched
        #expect(abs((estimate.upper - estimate.lower) / 2 - 1.959_963_984_540_054 * error) < 1e-6)
    }

    @Test("AT-06 too few baskets give no estimate, and orders without lines are told apart")
    func tooFew() async throws {
        let found = try await effect(try await market(effect: 0, seed: 2, orders: 20))
        #expect(found.comparable(.paid) == nil && found.naive(.paid) == nil)
        var market = try await Market()
        try await market.add(
            (1...80).map { index in
                Market.Order(
                    id: index, customer: index % 7, day: try day("2026-01-01") + Int(index % 50), channel: "store",
                    region: "east",
                    lines: [], load: 0)
            })
        #expect(try await effect(market).promoted == 0)
    }
}
