import Collecting
import Foundation
import Kernel
import Monitoring
import Planning
import Records
import Store
import Warehouse
import Web

/// Makes the demonstration company and everything a reader expects to find lit: roll-ups, targets, tiers, a budget, and the
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
        try await draftBudget(until: end)
        return outcome
    }

    /// A draft grown from what the year before cost, and projects to set against each other; once, and only where people
    /// have made no budget of their own.
    private func draftBudget(until end: Day) async throws {
        let reader = BudgetReader(program.desk.records, program.warehouse)
        guard try await reader.budgets(for: .system).isEmpty else { return }
        let period = Period(.year, holding: end)
        let order = BudgetOrder(title: "\(period.start.year) 年度营销预算（示范）", period: period, base: .data, growth: 0.1)
        do { _ = try await BudgetBuilder(reader).make(order, in: .zh, by: .system) } catch BudgetProblem.noBase {
            return
        }
        let records = program.desk.records
        if try await program.store.read({ try records.hasTakenStarter($0, .marketingProject) }) { return }
        try await records.takeStarter(.marketingProject, in: .zh, on: end, by: .system)
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
