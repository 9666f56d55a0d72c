import Engine
import Kernel
import TestKit
import Testing
import Warehouse

@testable import Diagnosing

@Suite("AT-06 order value, repurchase and customer value") struct BasketTests {
    private func market(_ count: Int = 700, seed: UInt64 = 3) async throws -> Market {
        var random = Seed(seed).generator
        var market = try await Market()
        try await market.add(Market.orders(count, from: try day("2025-01-05"), &random))
        return market
    }

    private func naive(_ market: Market, _ period: Period, _ kind: BasketKind?, _ member: String, _ region: String?)
        -> BasketFigures
    {
        let orders = market.orders.filter {
            $0.isPaid && period.contains($0.day) && (region == nil || $0.region == region)
        }
        let own: (Market.Order) -> [Market.Line] = { order in
            switch kind {
            case nil: order.lines
            case .channel: order.channel == member ? order.lines : []
            case .category: order.lines.filter { $0.category == member }
            case .product: order.lines.filter { String($0.product) == member }
            }
        }
        let with = orders.filter { !own($0).isEmpty }
        let byCustomer = Dictionary(grouping: with.filter { $0.customer != nil }, by: \.customer)
        return BasketFigures(
            orders: Int64(with.count), salesFen: with.reduce(0) { $0 + $1.amount },
            items: with.flatMap(own).reduce(0) { $0 + $1.quantity },
            ownFen: with.flatMap(own).reduce(0) { $0 + $1.amount },
            buyers: Int64(byCustomer.count), repeatBuyers: Int64(byCustomer.values.filter { $0.count > 1 }.count))
    }

    @Test("AT-06 every split of every period and region equals a count by loops", arguments: [1, 2, 3] as [UInt64])
    func oracle(_ seed: UInt64) async throws {
        let market = try await market(seed: seed)
        let baskets = try await market.refresh()
        let last = try #require(try await baskets.state()).days.lastDay
        for (grain, day) in [(Grain.month, last), (.quarter, last), (.year, last), (.month, last - 70)] {
            let whole = Period(grain, holding: day)
            let periods = ComparedPeriods(grain, upTo: min(whole.lastDay, last))
            for region in [nil, "east"] as [String?] {
                let regions = region.map { RegionChoice.only([$0]) } ?? .all
                for kind in BasketKind.allCases {
                    let table = try await baskets.table(by: kind, periods, regions: regions)
                    #expect(table.total.now == naive(market, periods.current, nil, "", region))
                    #expect(table.total.before == naive(market, periods.previous, nil, "", region))
                    #expect(table.total.lastYear == naive(market, periods.lastYear, nil, "", region))
                    for row in table.rows {
                        #expect(row.now == naive(market, periods.current, kind, row.member, region), "\(row.member)")
                        #expect(
                            row.before == naive(market, periods.previous, kind, row.member, region), "\(row.member)")
                    }
                }
            }
        }
        let history = ComparedPeriods(.month, upTo: last).history
        let course = try await baskets.course(of: (.category, "茶"), history)
        #expect(course == history.map { naive(market, $0, .category, "茶", nil) })
    }

    @Test(
        "AT-06 order value and repurchase are those of the metric registry, in all channels and each, in all regions and each"
    )
    func oneNumber() async throws {
        let market = try await market(seed: 9)
        let baskets = try await market.refresh()
        let last = try #require(try await baskets.state()).days.lastDay
        let reader = MetricReader(market.warehouse)
        for (grain, filters, regions) in [
            (Grain.month, [], RegionChoice.all), (.year, [], .all),
            (.quarter, [DimensionFilter(.region, ["south"])], .only(["south"])),
        ] {
            let periods = ComparedPeriods(grain, upTo: last)
            let average = try #require(Metric.named("average_order_value"))
            let repurchase = try #require(Metric.named("repurchase_rate"))
            let items = try #require(Metric.named("items_per_order"))
            let metrics = [average, repurchase, items]
            let answer = try await reader.answer(
                MetricQuestion(metrics, in: [periods.current], by: .channel, where: filters))
            let table = try await baskets.table(by: .channel, periods, regions: regions)
            #expect(Set(table.rows.filter { $0.now.orders > 0 }.map(\.member)) == Set(answer.members))
            for row in table.rows where row.now.orders > 0 {
                #expect(row.now.averageFen == answer.value(average, 0, member: row.member).number)
                #expect(row.now.repurchaseRate == answer.value(repurchase, 0, member: row.member).number)
                #expect(row.now.itemsPerOrder == answer.value(items, 0, member: row.member).number)
            }
            let whole = try await reader.answer(MetricQuestion(metrics, in: [periods.current], where: filters))
            #expect(table.total.now.averageFen == whole.value(average, 0).number)
            #expect(table.total.now.repurchaseRate == whole.value(repurchase, 0).number)
        }
    }

    @Test("AT-06 loads, late rows and withdrawals counted one after the other leave what one count from scratch leaves")
    func incremental() async throws {
        var random = Seed(5).generator
        var market = try await Market()
        let first = try day("2025-01-05")
        try await market.add(Market.orders(300, from: first, over: 400, &random))
        let baskets = try await market.refresh()
        try await market.add(Market.orders(60, from: first + 380, over: 60, id: 1_000, &random))
        try await market.refresh()
        try await market.add(Market.orders(20, from: first, over: 430, id: 2_000, &random))
        for _ in 0..<5 {
            let order = try #require(market.orders.randomElement(using: &random))
            try await market.withdraw(order)
        }
        #expect(try await !baskets.isBehind(), "the ledgers of the roll-ups have not moved yet")
        try await RollUpRefresh(warehouse: market.warehouse, clock: market.shop.rfm.clock).run()
        #expect(try await baskets.isBehind())
        try await baskets.refresh()
        #expect(try await !baskets.isBehind())
        let kept = try await market.content()
        for table in kept.keys { try await market.shop.engine.execute("DELETE FROM \(table)") }
        try await baskets.refresh()
        let anew = try await market.content()
        for table in kept.keys {
            let differing = Set(kept[table] ?? []).symmetricDifference(anew[table] ?? []).sorted().prefix(4)
            #expect(differing.isEmpty && kept[table]?.count == anew[table]?.count, "\(table)")
        }
        #expect(kept["basket_count"]?.isEmpty == false && kept["basket_promotion"]?.isEmpty == false)
    }

    @Test("AT-06 a product that moves to another category is counted there, and withdrawn orders leave nothing")
    func changes() async throws {
        var market = try await market(60)
        let baskets = try await market.refresh()
        try await market.shop.engine.execute("UPDATE product SET category = '新', load_id = 99")
        try await market.refresh()
        let last = try #require(try await baskets.state()).days.lastDay
        let table = try await baskets.table(by: .category, ComparedPeriods(.year, upTo: last))
        #expect(table.rows.map(\.member) == ["新"])
        for order in market.orders { try await market.withdraw(order) }
        try await market.refresh()
        #expect(try await baskets.state() == nil)
        #expect(try await !baskets.isBehind())
    }

    @Test(
        "AT-06 customer value: margin of the first days, from the first order on, of months whose customers lived them all"
    )
    func customerValue() async throws {
        var market = try await Market()
        func order(_ id: Int64, _ customer: Int64, _ text: String, _ gross: Int64, _ status: String = "paid") throws
            -> Market.Order
        {
            Market.Order(
                id: id, customer: customer, day: try day(text), channel: customer == 1 ? "tmall" : "store",
                region: "east",
                status: status, lines: [.init(number: 1, product: customer, quantity: 1, gross: gross, discount: 0)],
                load: 0)
        }
        try await market.add([
            try order(1, 1, "2025-01-10", 1_000), try order(2, 1, "2025-03-10", 2_000),  // day 59: within 90 days
            try order(3, 1, "2025-04-10", 4_000),  // day 90: the 91st
            try order(4, 2, "2025-01-31", 500), try order(5, 2, "2025-02-03", 500, "returned"),
            try order(6, 3, "2025-06-01", 9_000),
        ])
        let baskets = try await market.refresh()
        let periods = ComparedPeriods(.month, upTo: try day("2025-06-30"))
        #expect(ValueHorizon.quarter.cohorts(by: periods.current).end == (try day("2025-04-01")))
        let table = try await baskets.table(by: .channel, periods, valuedOver: .quarter)
        // Costs are two fifths of the price: 600 + 1,200 of the first, 300 less 300 of the second.
        #expect(table.total.value == CustomerValue(customers: 2, salesFen: 3_000, costedFen: 3_000, marginFen: 1_800))
        #expect(table.total.value.marginPerCustomer == 900)
        let year = try await baskets.table(
            by: .channel, ComparedPeriods(.year, upTo: try day("2025-06-01")), valuedOver: .quarter)
        #expect(year.rows.first { $0.member == "tmall" }?.value.marginPerCustomer == 1_800)
        #expect(year.rows.first { $0.member == "store" }?.value.customers == 1)
        let state = try #require(try await baskets.state())
        let curves = try await baskets.valueCurves(state)
        let curve = try #require(curves.first)
        // Of January's two only, as far as the data go (1 June): 30, 60, 90 and 120 days after the 31st.
        #expect(curve.customers == 3 && curve.marginFen == [300, 900, 900, 2_100])
    }

    @Test("AT-06 a margin is not told where less than 95 % of sales have a cost")
    func unknownCosts() {
        let value = CustomerValue(customers: 10, salesFen: 1_000, costedFen: 940, marginFen: 400)
        #expect(value.marginPerCustomer == nil && value.salesPerCustomer == 100)
        #expect(
            (value + CustomerValue(customers: 10, salesFen: 1_000, costedFen: 1_000, marginFen: 500)).marginPerCustomer
                == 45)
    }

    @Test("AT-06 spans of one group never overlap, and all spans stand in one group")
    func groups() throws {
        let spans = BasketSpans(first: try day("2023-11-21"), last: try day("2026-11-20"))
        let groups = BasketSpans.groups(spans.all)
        #expect(groups.flatMap { $0 }.count == spans.all.count && groups.count == 6)
        for group in groups { #expect(zip(group, group.dropFirst()).allSatisfy { $0.end <= $1.start }) }
        #expect(spans.all.contains(Period(from: try day("2025-11-01"), upTo: try day("2025-11-21"))))
        #expect(spans.shown.count == 37 + 13 + 4)
    }
}
