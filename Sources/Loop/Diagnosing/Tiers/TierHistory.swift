import Engine
import Kernel

/// Writes what changed: a customer's open row is closed on the day her tier changes, and a new one opened.
enum TierHistory {
    static func record(_ run: RFMRun, in session: EngineSession) async throws {
        try await session.run(ForgetChangesOfDay(standing: run.standing, day: run.asOf))
        try await session.run(ReopenTiersOfDay(standing: run.standing, day: run.asOf))
        try await session.run(ChangedTiers(run: run.id, standing: run.standing))
        try await session.run(CloseTiers(standing: run.standing, day: run.asOf))
        try await session.run(OpenTiers(run: run.id, standing: run.standing, day: run.asOf))
        let earlier = try await session.ask(CountOfEarlierRuns(standing: run.standing, before: run.asOf)).single()
        if try earlier.int("runs") > 0 { try await session.run(RecordMoves(run: run.id)) }
        try await session.execute(ChangedTiers.forget)
    }
}
