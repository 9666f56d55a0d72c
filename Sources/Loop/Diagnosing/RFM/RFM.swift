import Engine
package import Kernel
package import Warehouse

/// Scores all customers by recency, frequency and monetary value (CU-01), gives each one tier per scheme with history
/// (CU-02), and answers who is where.
///
///     let rfm = try await RFM(warehouse, clock: clock)
///     let run = try await rfm.run(asOf: day, standing: .provisional)
///     let grid = try await rfm.grid(of: run)
package struct RFM: Sendable {
    package let warehouse: Warehouse
    let clock: Clock
    var engine: Engine { warehouse.engine }

    /// Makes the tables of scoring if they are not there.
    package init(_ warehouse: Warehouse, clock: Clock) async throws {
        self.warehouse = warehouse
        self.clock = clock
        try await RFMTables.create(in: warehouse.engine)
    }

    /// Scores everybody as of `day` (orders of that day count) and records tiers. All or nothing: a run that fails or is
    /// cancelled leaves no trace. The same day and standing again replaces the earlier run.
    @discardableResult
    package func run(
        asOf day: Day, standing: RFMStanding, options: RFMOptions = .standard, progress: WorkProgress = .silent
    ) async throws -> RFMRun {
        try options.check()
        try await refuseRewriting(history: standing, asOf: day)
        let scoring = RFMScoring(asOf: day, standing: standing, options: options, clock: clock, progress: progress)
        return try await engine.transaction { session in try await scoring.run(in: session) }
    }

    /// The standing that a run by hand may have: provisional, or a trial where the day lies before recorded history.
    package func standing(forRunByHandAsOf day: Day) async throws -> RFMStanding {
        let latest = try await runs(standing: .provisional).first?.asOf
        return latest.map { day < $0 } ?? false ? .trial : .provisional
    }

    private func refuseRewriting(history standing: RFMStanding, asOf day: Day) async throws {
        guard standing.writesHistory, let latest = try await runs(standing: standing).first?.asOf, day < latest else {
            return
        }
        throw RFMProblem.asOfBeforeHistory(asOf: day, latest: latest, standing)
    }
}
