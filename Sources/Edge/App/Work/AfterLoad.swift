import Diagnosing
import Kernel
import Store
import Warehouse

/// What follows every load: the roll-ups count what changed, boards are computed ahead, the tiers follow the new orders (CU-04,
/// provisional), and baskets are counted (AT-06).
struct AfterLoad {
    let program: Program

    /// Where the last load may have been killed before its figures or its tiers were counted: does what is still to do, and
    /// nothing where nothing is. Returns the version of the roll-ups.
    @discardableResult
    func catchUp(_ progress: WorkProgress) async throws -> Int64 {
        let refreshed = try await rollUp(progress)
        if !refreshed.recounted.isEmpty { try await MetricReader(program.warehouse).warm() }
        if try await areTiersBehind() { try await score(progress) }
        try await countBaskets(progress)
        return refreshed.version
    }

    func run(_ progress: WorkProgress) async throws {
        try await rollUp(progress)
        try await MetricReader(program.warehouse).warm()
        try await score(progress)
        try await countBaskets(progress)
    }

    /// The first half: figures of the boards.
    @discardableResult
    func rollUp(_ progress: WorkProgress) async throws -> RollUpRefresh.Outcome {
        try await RollUpRefresh(warehouse: program.warehouse, clock: program.clock).run(progress)
    }

    /// Whether the second half is still to do for what was loaded.
    func areTiersBehind() async throws -> Bool {
        try await RFM(program.warehouse, clock: program.clock).isBehind()
    }

    /// Whether baskets are still to be counted from what the roll-ups have seen.
    func areBasketsBehind() async throws -> Bool {
        try await Baskets(program.warehouse, clock: program.clock).isBehind()
    }

    /// Counts nothing where nothing changed.
    private func countBaskets(_ progress: WorkProgress) async throws {
        try await Baskets(program.warehouse, clock: program.clock).refresh(progress)
    }

    /// The second half: tiers and cohorts.
    private func score(_ progress: WorkProgress) async throws {
        let state = try await RollUpState.read(from: program.warehouse)
        guard let lastOrder = state.source(.orderHeader)?.days?.lastDay else { return }
        let rfm = try await RFM(program.warehouse, clock: program.clock)
        let options = try await program.store.read { try RFMOptionStore(program.store).options($0) }
        // History never goes back: orders of earlier days move today's tiers.
        let day = max(lastOrder, try await rfm.runs(standing: .provisional).first?.asOf ?? lastOrder)
        do {
            try await RFMJob.carryOut(RFMOrder(asOf: day, standing: .provisional, options: options), rfm, progress)
        } catch RFMProblem.noCustomers {
            // Orders without customers are a good load; there is just nobody to score yet.
            try await rfm.settle()
        }
    }
}
