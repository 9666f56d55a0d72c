import Kernel
import Testing

@testable import Diagnosing

@Suite struct CohortTests {
    @Test("CU-10 a customer belongs to the month of her first order, and counts once in each month she buys")
    func story() async throws {
        let shop = try await Shop()
        try await shop.customers(["A", "B", "C"], regions: ["east", "south"])
        for (id, date) in [
            (1, "2026-01-05"), (1, "2026-01-20"), (1, "2026-03-01"), (2, "2026-01-31"), (3, "2026-03-02"),
        ] as [(Int64, String)] {
            try await shop.order(id, date, 100)
        }
        try await shop.order(2, "2026-02-01", -100, status: "returned")
        let table = try await Cohorts(shop.warehouse).table(asOf: try day("2026-03-31"))
        #expect(table.cohorts.map(\.month.description) == ["2026-01-01", "2026-03-01"])
        #expect(table.cohorts.map(\.active) == [[2, 0, 1], [1]])
        #expect(table.cohorts[0].retention(after: 2) == 0.5)
        #expect(table.cohorts[1].retention(after: 1) == nil)
        #expect(table.lastMonthIsPartial == false)
        #expect(table.averageRetention(after: 1) == 0)
        let east = try await Cohorts(shop.warehouse).table(asOf: try day("2026-03-31"), regions: .only(["east"]))
        #expect(east.cohorts.map(\.active) == [[1, 0, 1], [1]])
    }

    @Test("CU-10 a month that still runs is said to be partial and stays out of averages")
    func partial() throws {
        let (january, february) = (try day("2026-01-01"), try day("2026-02-01"))
        let table = CohortTable(asOf: try day("2026-02-15"), counts: [january: [january: 10, february: 4]])
        #expect(table.lastMonthIsPartial)
        #expect(table.averageRetention(after: 0) == 1)
        #expect(table.averageRetention(after: 1) == nil)
        #expect(table.longestAge == 1)
    }

    @Test("CU-10 without orders there are no cohorts")
    func empty() async throws {
        let table = try await Cohorts(try await Shop().warehouse).table(asOf: try day("2026-02-15"))
        #expect(table.cohorts.isEmpty)
        #expect(table.longestAge == 0)
    }

    @Test("CU-10 kept cohorts equal those counted anew, in every region")
    func kept() async throws {
        let shop = try await Shop()
        try await shop.crowd(of: 200, orders: 900, seed: 4)
        let cohorts = Cohorts(shop.warehouse)
        #expect(try await cohorts.kept() == nil)
        for asOf in ["2026-01-20", "2026-02-15"] {
            try await cohorts.refresh(asOf: try day(asOf))
            for regions in [RegionChoice.all, .only(["north"]), .only(["north", "east"])] {
                #expect(
                    try await cohorts.kept(regions: regions) == cohorts.table(asOf: try day(asOf), regions: regions))
            }
        }
        #expect(try await cohorts.kept(regions: .only([])) == nil)
    }
}
