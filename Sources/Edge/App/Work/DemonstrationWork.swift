import Collecting
import Foundation
import Kernel
import Monitoring
import Planning
import Records
import Store
import Warehouse
import Web

/// Makes the demonstration company and everything a reader expects to find lit: roll-ups, targets, tiers, a year's plans, and the
/// truth files in the data folder. One piece of work for the command and for the job that the tour starts.
struct DemonstrationWork {
    let program: Program

    /// What the tour asks for; kept with the job.
    struct Order: Codable, Sendable {
        var customers: Int
        var seed: UInt64
        var until: Day?
    }

    func run(_ order: Order, by author: Author, _ progress: WorkProgress) async throws -> DemonstrationOutcome {
        let warehouse = program.warehouse
        let end = order.until ?? DemonstrationPlan.defaultEnd(program.clock, zone: warehouse.zone)
        let plan = try DemonstrationPlan(
            customers: order.customers, seed: Seed(order.seed), until: end, zone: warehouse.zone)
        let outcome = try await Demonstration(plan, clock: program.clock).make(in: warehouse, progress)
        try outcome.writeTruth(into: URL(fileURLWithPath: program.folder.path))
        try await AfterLoad(program: program).run(progress)
        try await setTargets(outcome, by: author)
        try await DemonstrationYear(program.desk.records, AccountStore(program.store), warehouse, until: end).write()
        return outcome
    }

    /// The company's own targets, and for metrics and regions without one what its history suggests.
    private func setTargets(_ outcome: DemonstrationOutcome, by author: Author) async throws {
        let store = TargetStore(program.store)
        try await store.set(try await TargetProposal(program.warehouse).targets(), by: author)
        let own = outcome.truth.targets.compactMap { target in
            target.period.map {
                MetricTarget(metric: target.metric, grain: .month, startsOn: $0.start, value: target.value)
            }
        }
        try await store.set(own, by: author)
    }
}
