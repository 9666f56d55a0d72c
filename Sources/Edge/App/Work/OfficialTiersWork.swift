import Diagnosing
import Kernel

/// Fixes the official tiers of a quarter (CU-04).
struct OfficialTiersWork {
    let program: Program

    struct Order: Codable, Sendable {
        /// The quarter's last day.
        var asOf: Day
    }

    func run(_ order: Order, _ progress: WorkProgress) async throws -> RFMRun {
        let rfm = try await RFM(program.warehouse, clock: program.clock)
        return try await rfm.run(asOf: order.asOf, standing: .official, progress: progress)
    }
}
