import Engine
package import Kernel
package import Warehouse

/// Makes the demonstration company: three years of a Chinese home and personal-care brand, the same for the same plan on every
/// machine, with planted effects that a truth file states (design.md §5).
package struct Demonstration: Sendable {
    package let plan: DemonstrationPlan
    private let clock: Clock

    /// The demonstration company is the first and only load of its warehouse.
    static let loadID: Int64 = 1

    package init(_ plan: DemonstrationPlan, clock: Clock) {
        self.plan = plan
        self.clock = clock
    }

    /// Fills an empty warehouse in one transaction: cancelled or failed, it leaves nothing behind.
    /// `done` of the progress counts customers. Throws `DemonstrationProblem.warehouseNotEmpty` where there is data.
    package func make(in warehouse: Warehouse, _ progress: WorkProgress = .silent) async throws -> DemonstrationOutcome
    {
        try await refuseData(in: warehouse)
        let started = clock.now()
        try progress.report(0, of: Int64(plan.customers), DemonstrationText.founding)
        let company = Company(plan)
        let clock = clock
        let (rows, tally) = try await warehouse.engine.transaction { session in
            var writer = DemonstrationWriter(session: session, company: company, progress: progress)
            try await writer.writeMasterData()
            try await writer.writeCustomers()
            try await writer.writeGoods()
            try await writer.writeMarket()
            try await writer.writeLoad(startedAt: started, finishedAt: clock.now())
            return (writer.rows, writer.tally)
        }
        let truth = DemonstrationTruth(company, tally)
        try progress.report(Int64(plan.customers), of: Int64(plan.customers), DemonstrationText.finished)
        return DemonstrationOutcome(rows: rows, truth: truth, daily: DailyTruth(company: company).csv)
    }

    private func refuseData(in warehouse: Warehouse) async throws {
        for table in CanonicalTable.all {
            let found = try await warehouse.engine.query("SELECT 1 AS found FROM \(table.id) LIMIT 1")
            if found.rowCount > 0 { throw DemonstrationProblem.warehouseNotEmpty(table: table.id) }
        }
    }
}
