package import Kernel
package import Records
import Store
package import Warehouse

/// What the committee of the demonstration company would have written by now: strategy with its phases, goals on last year's
/// figures, objectives of the quarter, a budget in force, two plans under way, rivals, regions, exits and risks with their
/// figures, and the starter content of the usual kinds. Texts are Chinese, as all of that company is.
package struct DemonstrationYear: Sendable {
    let records: RecordStore
    let accounts: AccountStore
    let warehouse: Warehouse
    /// The last day with data.
    let today: Day
    var year: Period { Period(.year, holding: today) }

    package init(_ records: RecordStore, _ accounts: AccountStore, _ warehouse: Warehouse, until today: Day) {
        self.records = records
        self.accounts = accounts
        self.warehouse = warehouse
        self.today = today
    }

    /// Once, and only where nobody has planned anything: a company that has its own strategy, goals or budgets keeps them.
    /// - Returns: whether it wrote.
    @discardableResult
    package func write() async throws -> Bool {
        for type in [RecordType.strategyPlan, .goal, .budget, .workPlan] where try await hasAny(type) { return false }
        let team = try await makeTeam()
        try await takeStarters()
        let plan = try await writeStrategy(team)
        let goals = try await writeGoals(of: plan, team)
        try await writeObjectives(for: goals, team)
        try await writeBudget(team)
        try await writeWork(for: goals, team)
        try await writeMarket(team)
        try await writeRegions(team)
        try await writePortfolio(team)
        try await writeShares(of: plan, team)
        return true
    }

    private func hasAny(_ type: RecordType) async throws -> Bool {
        try await records.store.read { db in try !records.all(db, type).isEmpty }
    }

    /// Content that any company may begin with: of all kinds but those that are written here, or hang on them.
    private func takeStarters() async throws {
        let own: Set = [
            "strategy_plan", "strategy_measure", "measure_checkpoint", "phase", "milestone", "goal", "objective",
            "key_result",
        ]
        for type in PlanningTypes.all where !type.starter.isEmpty && !own.contains(type.id) {
            if !own.isDisjoint(with: records.catalog.starterNeeds(type)) { continue }
            if try await records.store.read({ try records.hasTakenStarter($0, type) }) { continue }
            try await records.takeStarter(type, in: .zh, on: today, by: .system)
        }
    }

    // MARK: Writing

    @discardableResult
    func make(_ type: RecordType, _ title: String, _ values: RecordValues) async throws -> Record {
        try await records.create(type, values.merging(["title": .text(title)]) { own, _ in own }, by: .system)
    }

    /// Puts into force what the committee approved before this program was there.
    @discardableResult
    func adopt(_ record: Record, _ move: String) async throws -> Record {
        try await records.store.write { try records.makeApproved($0, record, from: record.version, move, by: .system) }
    }

    @discardableResult
    func move(_ record: Record, _ move: String, _ reason: String? = nil) async throws -> Record {
        try await records.move(record, from: record.version, move, reason: reason, by: .system)
    }

    /// The metric in some days; `nil` without data.
    func value(_ id: String, in period: Period) async throws -> (metric: Metric, value: Double)? {
        guard let metric = Metric.named(id) else { return nil }
        let answer = try await MetricReader(warehouse).answer(MetricQuestion([metric], in: [period]))
        return answer.value(metric, 0).number.map { (metric, $0) }
    }

    /// Where the metric stood before the year: its last month for a level, as goals read levels, all of last year for the rest.
    func baseline(_ id: String) async throws -> (metric: Metric, value: Double)? {
        let isLevel = Metric.named(id)?.shape == .level
        return try await value(id, in: isLevel ? Period(.month, holding: year.start - 1) : year.lastYear)
    }
}
