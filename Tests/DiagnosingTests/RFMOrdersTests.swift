import Engine
import Kernel
import Testing
import Warehouse

@testable import Diagnosing

/// Which orders count.
@Suite struct RFMOrdersTests {
    @Test("CU-01 returns, cancelled and free orders and orders without a customer do not count")
    func onlyPaidOrders() async throws {
        let shop = try await Shop()
        try await shop.customers(["paid", "returned", "cancelled", "free"])
        try await shop.order(1, "2026-01-05", 500)
        try await shop.order(1, "2026-01-09", -200, status: "returned")
        try await shop.order(2, "2026-01-05", -500, status: "returned")
        try await shop.order(3, "2026-01-05", 500, status: "cancelled")
        try await shop.order(4, "2026-01-05", 0)
        try await shop.order(nil, "2026-01-05", 900)
        let run = try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .trial)
        let customers = try await shop.rfm.customers(of: run).customers
        #expect(customers.map(\.card?.number) == ["paid"])
        #expect(customers.map(\.recencyDays) == [5])
        #expect(customers.map(\.monetaryFen) == [500])
    }

    @Test("CU-01 a run as of a past day knows nothing of later orders, and the day itself counts")
    func asOfThePast() async throws {
        let shop = try await Shop()
        try await shop.customers(["A", "B"])
        try await shop.order(1, "2026-01-05", 500)
        try await shop.order(1, "2026-02-05", 700)
        try await shop.order(2, "2026-01-06", 900)
        let run = try await shop.rfm.run(asOf: try day("2026-01-05"), standing: .trial)
        let customers = try await shop.rfm.customers(of: run).customers
        #expect(customers.map(\.card?.number) == ["A"])
        #expect(customers.map(\.recencyDays) == [0])
        #expect(customers.map(\.monetaryFen) == [500])
    }

    @Test("CU-01 days are those of the business zone, not of UTC")
    func zone() async throws {
        let shop = try await Shop()
        try await shop.customers(["A"])
        // 2026-01-05 18:00 UTC is already the 6th in Shanghai; the loader put that day into ordered_on.
        try await shop.order(1, "2026-01-06", 500)
        try await shop.engine.execute("UPDATE order_header SET ordered_at = TIMESTAMP '2026-01-05 18:00:00'")
        let run = try await shop.rfm.run(asOf: try day("2026-01-06"), standing: .trial)
        #expect(try await shop.rfm.customers(of: run).customers.map(\.recencyDays) == [0])
        let report = try await shop.rfm.report(on: run)
        #expect(try report.json().contains(#""zone" : "Asia/Shanghai""#))
    }

    @Test("CU-01 a look-back of 30 days counts the last 30 days, the as-of day being the thirtieth")
    func lookBack() async throws {
        let shop = try await Shop()
        try await shop.customers(["A", "B"])
        try await shop.order(1, "2026-01-01", 100)
        try await shop.order(1, "2026-01-30", 100)
        try await shop.order(2, "2025-12-31", 100)
        let options = RFMOptions(lookBackDays: 30)
        let run = try await shop.rfm.run(asOf: try day("2026-01-30"), standing: .trial, options: options)
        let customers = try await shop.rfm.customers(of: run).customers
        #expect(customers.map(\.card?.number) == ["A"])
        #expect(customers.map(\.frequency) == [2])
    }

    @Test("CU-01 without any order to score the run says so, and leaves nothing behind")
    func nobody() async throws {
        let shop = try await Shop()
        try await shop.customers(["A"])
        let day = try day("2026-01-30")
        await #expect(throws: RFMProblem.noCustomers(asOf: day)) {
            try await shop.rfm.run(asOf: day, standing: .official)
        }
        #expect(try await shop.rfm.runs().isEmpty)
        #expect(try await shop.rfm.latestRun() == nil)
    }
}
