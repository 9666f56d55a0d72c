import Engine
package import Kernel

/// Brings the roll-ups up to date with the canonical tables: only days that changed are counted anew, all in one
/// transaction, so that a crash leaves either the old numbers or the new ones.
package struct RollUpRefresh: Sendable {
    package let warehouse: Warehouse
    package let clock: Clock

    package init(warehouse: Warehouse, clock: Clock) {
        self.warehouse = warehouse
        self.clock = clock
    }

    /// What a refresh did.
    package struct Outcome: Sendable, Hashable {
        /// Grows by one with every refresh that changed anything.
        package let version: Int64
        /// Days counted anew for each roll-up; `nil` where all of it was.
        package let recounted: [String: Int64?]
    }

    /// Counts what changed.
    @discardableResult
    package func run(_ progress: WorkProgress = .silent) async throws -> Outcome {
        try await refresh(fromScratch: false, progress)
    }

    /// Forgets everything and counts from scratch; gives the same numbers as `run`.
    @discardableResult
    package func recompute(_ progress: WorkProgress = .silent) async throws -> Outcome {
        try await refresh(fromScratch: true, progress)
    }

    private func refresh(fromScratch: Bool, _ progress: WorkProgress) async throws -> Outcome {
        let now = clock.now()
        return try await warehouse.refreshGate.exclusively {
            let outcome = try await warehouse.engine.transaction { session in
                let round = RollUpRound(session: session, fromScratch: fromScratch)
                return try await round.run(at: now, progress)
            }
            await warehouse.memory.forgetState()
            return outcome
        }
    }
}
