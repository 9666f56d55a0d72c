import Engine
package import Kernel

extension RFM {
    /// All runs (of one standing), the latest day first.
    package func runs(standing: RFMStanding? = nil) async throws -> [RFMRun] {
        let table = try await engine.ask(RunList(standing: standing))
        return try table.rows.map(RFMRun.init)
    }

    package func run(_ id: Int64) async throws -> RFMRun {
        for row in try await engine.ask(RunList(id: id)).rows { return try RFMRun(row) }
        throw RFMProblem.runMissing(id)
    }

    /// Whether orders or customers have changed since provisional tiers were last counted, so that the tiers still have to
    /// follow them: a kill between a load and its scoring leaves it so.
    package func isBehind() async throws -> Bool {
        try await engine.ask(SourcesOffBasis()).single().int("n") > 0
    }

    /// Notes that there was nobody to score in what is there, so that nothing is behind until it changes.
    package func settle() async throws {
        try await engine.transaction { session in try await RecordBasis.renew(in: session) }
    }

    /// The last day with an order that counts: what a run by hand proposes. `nil` without such orders.
    package func lastOrderDay() async throws -> Day? {
        try await engine.ask(LastOrderDay()).single().optionalDay("day")
    }

    /// The regions whose customers a run holds, by code.
    package func regions(of run: RFMRun) async throws -> [String] {
        try await engine.ask(RegionsOfRun(run: run.id)).texts("region")
    }

    /// The run of the latest day that may be shown as today's picture: provisional or official, not a trial;
    /// a trial only while there is nothing else. `nil` before the first run.
    package func latestRun() async throws -> RFMRun? {
        let runs = try await runs()
        return runs.first { $0.standing.writesHistory } ?? runs.first
    }
}
