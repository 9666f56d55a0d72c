import Kernel
import TestKit
import Testing

@testable import Diagnosing

/// Figures of UCI Online Retail as published for this platform's checks: reference day 2011-12-10, returns left out.
@Suite(.enabled(if: OnlineRetail.isThere, ReferenceData.reason))
struct RFMReferenceTests {
    let shop: Shop
    let run: RFMRun

    init() async throws {
        shop = try await OnlineRetail.shop()
        run = try await shop.rfm.run(asOf: try day("2011-12-10"), standing: .official)
    }

    @Test("CU-01 customers, invoices and revenue of Online Retail equal the published totals")
    func totals() {
        #expect(run.customers == 4_338)
        #expect(run.orders == 18_532)
        #expect(run.monetaryFen == 891_140_790)
    }

    @Test("CU-01 means and medians of Online Retail equal the published ones")
    func centres() {
        #expect(abs(run.recency.mean - 93.0595) < 0.00005)
        #expect(run.recency.median == 51)
        #expect(abs(run.frequency.mean - 4.272) < 0.0005)
        #expect(run.frequency.median == 2)
        #expect(abs(run.monetary.mean - 205_426.65) < 0.005)
        #expect(run.monetary.median == 67_448.5)
    }

    @Test("CU-01 quintile cells of Online Retail equal the published ones, though customer ids are in no order")
    func cells() async throws {
        let grid = try await shop.rfm.grid(of: run)
        #expect(grid[try #require(RFMCell(code: 555))].customers == 348)
        #expect(grid[try #require(RFMCell(code: 111))].customers == 185)
        #expect(grid.usedCells.count == 117)
        #expect(grid.total.customers == 4_338)
        #expect(grid.total.monetaryFen == 891_140_790)
    }

    @Test(
        "CU-01 customers of Online Retail have the published days, orders and amounts",
        arguments: [
            ("12346", 326, 1, 7_718_360), ("12347", 3, 7, 431_000), ("12348", 76, 4, 179_724),
            ("17850", 373, 34, 539_121),
        ] as [(String, Int64, Int64, Int64)])
    func spotChecks(number: String, recency: Int64, frequency: Int64, monetary: Int64) async throws {
        let customer = try await shop.rfm.customer(number, of: run)
        #expect(customer.recencyDays == recency)
        #expect(customer.frequency == frequency)
        #expect(customer.monetaryFen == monetary)
    }

    @Test("CU-10 first-month cohorts of Online Retail equal the published retention")
    func cohorts() async throws {
        let table = try await Cohorts(shop.warehouse).table(asOf: try day("2011-12-10"))
        let first = try #require(table.cohorts.first)
        #expect(first.month == (try day("2010-12-01")))
        #expect(first.active == [885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235])
        #expect(table.cohorts[1].active == [417, 92, 111, 96, 134, 120, 103, 101, 125, 136, 152, 49])
        #expect(table.cohorts.count == 13)
        #expect(table.cohorts.reduce(0) { $0 + $1.customers } == 4_338)
        #expect(table.lastMonthIsPartial)
    }

    @Test("CU-01 the report that yunchou rfm --json prints for Online Retail")
    func report() async throws {
        let report = try await shop.rfm.report(on: run, customers: ["12346", "12347", "12348", "17850"])
        try expectGolden(try report.json(), "online-retail-rfm.json")
    }
}
