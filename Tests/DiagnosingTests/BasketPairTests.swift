import Kernel
import Stats
import TestKit
import Testing
import Warehouse

@testable import Diagnosing

@Suite("AT-06 what is bought together") struct BasketPairTests {
    @Test(
        "AT-06 support, confidence, lift and basket values of every pair equal a count by loops",
        arguments: [BasketKind.category, .product])
    func oracle(_ kind: BasketKind) async throws {
        var random = Seed(6).generator
        var market = try await Market()
        try await market.add(Market.orders(900, from: try day("2025-06-05"), &random))
        let baskets = try await market.refresh()
        let from = try #require(try await baskets.state()).pairDays.start
        for region in [nil, "south"] as [String?] {
            let found = try await baskets.pairs(of: kind, regions: region.map { .only([$0]) } ?? .all)
            let orders = market.orders.filter { $0.isPaid && $0.day >= from && (region == nil || $0.region == region) }
            let held = orders.map { order in
                Set(order.lines.map { kind == .category ? $0.category : String($0.product) })
            }
            #expect(found.orders == Int64(orders.count))
            #expect(found.tests == (kind == .category ? 3 : 28))
            #expect(!found.pairs.isEmpty)
            for pair in found.pairs {
                let both = held.indices.filter { held[$0].contains(pair.first) && held[$0].contains(pair.second) }
                let one = held.indices.filter { held[$0].contains(pair.first) != held[$0].contains(pair.second) }
                #expect(pair.orders == Int64(both.count))
                #expect(pair.meeting.first == Double(held.count { $0.contains(pair.first) }))
                #expect(pair.with.sum == both.reduce(0) { $0 + Double(orders[$1].amount) })
                #expect(pair.either.count == Double(one.count))
                #expect(pair.either.sum == one.reduce(0) { $0 + Double(orders[$1].amount) })
                #expect(pair.adjusted >= pair.meeting.probability)
            }
        }
    }

    @Test("AT-06 a planted pair stands first and is significant; of pairs by chance next to none is")
    func planted() async throws {
        var random = Seed(12).generator
        var market = try await Market()
        let orders = Market.orders(4_000, from: try day("2026-01-05"), over: 90, &random).map { order in
            var order = order
            order.status = "paid"
            guard order.lines.contains(where: { $0.product == 4 }), random.uniform() < 0.4,
                !order.lines.contains(where: { $0.product == 7 })
            else { return order }
            order.lines.append(.init(number: 9, product: 7, quantity: 1, gross: 990, discount: 0))
            return order
        }
        try await market.add(orders)
        let found = try await market.refresh().pairs(of: .product).pairs
        let best = try #require(found.first)
        #expect([best.first, best.second] == ["4", "7"])
        #expect(best.adjusted < 0.001 && (best.meeting.lift ?? 0) > 1.3)
        // Lines of one basket are drawn apart, so others meet by chance or, for want of place, less than that; 7 meets all less
        // often than before it was added to baskets with 4.
        let others = found.dropFirst().filter { $0.first != "7" && $0.second != "7" && ($0.meeting.lift ?? 0) > 1 }
        #expect(others.filter { $0.adjusted < 0.05 }.count <= 1)
    }
}
