import Diagnosing
import Kernel
import Store
import Warehouse

/// What follows every load: the roll-ups count what changed, boards are computed ahead, and the tiers follow the new orders (CU-04, provisional).
struct AfterLoad {
    let program: Program

    /// Where the last load may have been killed before its figures were counted: does what is still to do.
    func catchUp(_ progress: WorkProgress) async throws {
        let refresh = RollUpRefresh(warehouse: program.warehouse, clock: program.clock)
        if try await !refresh.run(progress).recounted.isEmpty { try await run(progress) }
    }

    func run(_ progress: WorkProgress) async throws {
        try await RollUpRefresh(warehouse: program.warehouse, clock: program.clock).run(progress)
        try await MetricReader(program.warehouse).warm()
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
            return
        }
    }
}
