import Engine
import Kernel
import Testing
import Warehouse

@testable import Diagnosing

@Suite struct RFMCustomersTests {
    let shop: Shop
    let run: RFMRun

    init() async throws {
        shop = try await Shop()
        try await shop.crowd(of: 300, orders: 2000, seed: 5)
        run = try await shop.rfm.run(asOf: try day("2026-02-15"), standing: .official)
    }

    @Test("CU-01 the squares of the grid, their customers and the tiers all add up to the same people")
    func addsUp() async throws {
        let grid = try await shop.rfm.grid(of: run)
        var listed = 0 as Int64
        for recency in 1...5 {
            for frequency in 1...5 {
                let square = grid.square(recency: recency, frequency: frequency)
                let page = try await shop.rfm.customers(
                    of: run, RFMCustomerFilter(recency: recency, frequency: frequency), limit: 300)
                #expect(page.total == square.customers)
                #expect(page.customers.reduce(0) { $0 + $1.monetaryFen } == square.monetaryFen)
                listed += Int64(page.customers.count)
            }
        }
        #expect(listed == run.customers)
        for scheme in run.options.schemes {
            #expect(grid.tiers(of: scheme).reduce(0) { $0 + $1.totals.customers } == run.customers)
            #expect(abs(grid.tiers(of: scheme).reduce(0) { $0 + $1.share } - 1) < 1e-9)
        }
    }

    @Test("WF-07 a region's reader gets that region's customers and totals only")
    func region() async throws {
        let filter = RFMCustomerFilter(regions: .only(["north"]))
        let page = try await shop.rfm.customers(of: run, filter, limit: 300)
        #expect(page.customers.allSatisfy { $0.card?.region == "north" })
        #expect(page.total == Int64(page.customers.count))
        #expect(page.total < run.customers)
        #expect(try await shop.rfm.grid(of: run, regions: .only(["north"])).total.customers == page.total)
    }

    @Test(
        "CU-01 pages follow each other without gap or repetition, in the order asked for",
        arguments: RFMCustomerOrder.allCases)
    func pages(order: RFMCustomerOrder) async throws {
        let scheme = try run.scheme("value")
        let filter = RFMCustomerFilter(tier: "potential", of: scheme)
        let all = try await shop.rfm.customers(of: run, filter, order: order, limit: 300).customers
        var paged: [RFMCustomer] = []
        for offset in stride(from: 0, to: all.count, by: 7) {
            paged += try await shop.rfm.customers(of: run, filter, order: order, limit: 7, offset: offset).customers
        }
        #expect(paged == all)
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(all.allSatisfy { scheme.tier(of: $0.cell)?.id == "potential" })
    }

    @Test("CU-01 the export holds every customer of the filter with scores and the tier in each scheme")
    func export() async throws {
        let cell = try #require(try await shop.rfm.grid(of: run).usedCells.last)
        let export = shop.rfm.export(of: run, RFMCustomerFilter(cells: [cell]))
        let table = try await shop.engine.query(export.sql, export.values)
        let wanted = try await shop.rfm.grid(of: run)[cell].customers
        #expect(table.rows.map { _ in 1 }.count == Int(wanted))
        for row in table.rows {
            #expect(try row.int("r_score") == Int64(cell.recency))
            #expect(try row.int("f_score") == Int64(cell.frequency))
            #expect(try row.int("m_score") == Int64(cell.monetary))
            #expect(try row.text("tier_1") == TierScheme.value.tier(of: cell)?.id)
            #expect(try row.text("tier_2") == TierScheme.behaviour.tier(of: cell)?.id)
        }
    }

    @Test("CU-01 an unknown customer, run or scheme is named in the answer")
    func unknown() async throws {
        await #expect(throws: RFMProblem.customerMissing("nobody")) { try await shop.rfm.customer("nobody", of: run) }
        await #expect(throws: RFMProblem.runMissing(99)) { try await shop.rfm.run(99) }
        #expect(throws: RFMProblem.schemeMissing("other")) { try run.scheme("other") }
    }

    @Test("CU-01 a stored run reads back as it was made")
    func readBack() async throws {
        #expect(try await shop.rfm.run(run.id) == run)
        #expect(try await shop.rfm.latestRun() == run)
    }
}
