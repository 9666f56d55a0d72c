import Diagnosing
import Kernel
import Store
import Warehouse

/// What follows every load: the roll-ups count what changed, boards are computed ahead, and the tiers follow the new orders (CU-04, provisional).
struct AfterLoad {
    let program: Program

    func run(_ progress: WorkProgress) async throws {
        try await RollUpRefresh(warehouse: program.warehouse, clock: program.clock).run(progress)
        try await MetricReader(program.warehouse).warm()
        let state = try await RollUpState.read(from: program.warehouse)
        guard let day = state.source(.orderHeader)?.days?.lastDay else { return }
        let rfm = try await RFM(program.warehouse, clock: program.clock)
        let options = try await program.store.read { try RFMOptionStore(program.store).options($0) }
        let standing = try await rfm.standing(forRunByHandAsOf: day)
        try await RFMJob.carryOut(RFMOrder(asOf: day, standing: standing, options: options), rfm, progress)
    }
}
