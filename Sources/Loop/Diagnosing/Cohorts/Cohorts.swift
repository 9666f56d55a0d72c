import Engine
package import Kernel
package import Warehouse

/// Groups customers by the month of their first order and follows them (CU-10).
package struct Cohorts: Sendable {
    package let warehouse: Warehouse

    package init(_ warehouse: Warehouse) { self.warehouse = warehouse }

    /// Cohorts from orders up to and including `day`; of some regions' customers, or of all.
    package func table(asOf day: Day, regions: RegionChoice = .all) async throws -> CohortTable {
        var counts: [Day: [Day: Int64]] = [:]
        for row in try await warehouse.engine.ask(CohortActivity(asOf: day, regions: regions)).rows {
            counts[try row.day("cohort"), default: [:]][try row.day("month")] = try row.int("customers")
        }
        return CohortTable(asOf: day, counts: counts)
    }
}
