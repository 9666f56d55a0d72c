import Engine
package import Kernel
package import Warehouse

/// Groups customers by the month of their first order and follows them (CU-10).
package struct Cohorts: Sendable {
    package let warehouse: Warehouse

    package init(_ warehouse: Warehouse) { self.warehouse = warehouse }

    /// Counted now, from orders up to and including `day`; of some regions' customers, or of all.
    package func table(asOf day: Day, regions: RegionChoice = .all) async throws -> CohortTable {
        let counted = try await warehouse.engine.ask(CohortActivity(asOf: day, regions: regions))
        return CohortTable(asOf: day, counts: try Self.counts(in: counted))
    }

    /// Counts all regions and keeps the result in place of the last one.
    package func refresh(asOf day: Day) async throws {
        try await CohortTables.create(in: warehouse.engine)
        try await warehouse.engine.transaction { session in
            try await session.execute("DELETE FROM cohort_month")
            try await session.run(CountCohorts(asOf: day))
        }
    }

    /// As last kept, in milliseconds; `nil` before the first refresh and for regions without customers.
    package func kept(regions: RegionChoice = .all) async throws -> CohortTable? {
        try await CohortTables.create(in: warehouse.engine)
        let counted = try await warehouse.engine.ask(CountedCohorts(regions: regions))
        guard let day = try counted.first?.day("as_of") else { return nil }
        return CohortTable(asOf: day, counts: try Self.counts(in: counted))
    }

    private static func counts(in table: EngineTable) throws -> [Day: [Day: Int64]] {
        var counts: [Day: [Day: Int64]] = [:]
        for row in table.rows {
            counts[try row.day("cohort"), default: [:]][try row.day("month")] = try row.int("customers")
        }
        return counts
    }
}
