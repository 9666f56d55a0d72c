package import Kernel
package import Store
package import Warehouse

/// Scoring as a job: scores, records tiers, and counts cohorts anew.
///
/// It may be begun again at any point: scoring is one transaction, and a second run of the same day replaces the first.
package enum RFMJob {
    package static let id = "rfm"

    package static func kind(_ warehouse: Warehouse, clock: Clock) -> JobKind {
        JobKind(id, name: Text(zh: "RFM 评分", en: "RFM scoring"), lane: "warehouse") { (order: RFMOrder, job: JobRun) in
            do {
                return try await carryOut(order, RFM(warehouse, clock: clock), job.progress)
            } catch let problem as RFMProblem where order.isScheduled && problem.isNothingToDo {
                return RFMOutcome(run: nil, customers: 0)
            }
        }
    }

    /// The work itself, for commands and for what follows a load.
    @discardableResult
    package static func carryOut(_ order: RFMOrder, _ rfm: RFM, _ progress: WorkProgress) async throws -> RFMOutcome {
        let run = try await rfm.run(
            asOf: order.asOf, standing: order.standing, options: order.options, progress: progress)
        if order.standing.writesHistory { try await Cohorts(rfm.warehouse).refresh(asOf: order.asOf) }
        return RFMOutcome(run: run.id, customers: run.customers)
    }
}

extension RFMProblem {
    /// No orders yet, or somebody has already scored a later day by hand.
    var isNothingToDo: Bool {
        switch self {
        case .noCustomers, .asOfBeforeHistory: true
        default: false
        }
    }
}
