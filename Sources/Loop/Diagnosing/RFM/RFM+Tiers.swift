import Engine
package import Kernel

extension RFM {
    /// The size of each tier run by run, the earliest first: the history behind the summaries.
    package func tierCounts(standing: RFMStanding, regions: RegionChoice = .all) async throws -> [TierCount] {
        try await engine.ask(TierCountsByRun(standing: standing, regions: regions)).rows.map(TierCount.init)
    }

    /// From which tier to which, against the run of the same standing before this one; `nil` for a first run and for trials.
    /// Quick: read from what the run itself noted down.
    package func migration(
        in scheme: TierScheme, of run: RFMRun, regions: RegionChoice = .all
    ) async throws -> TierMigration? {
        let earlier = try await runs(standing: run.standing).first { $0.asOf < run.asOf }
        guard run.standing.writesHistory, let earlier else { return nil }
        var moves = try await engine.ask(MovesOfRun(run: run.id, scheme: scheme.id, regions: regions)).rows.map(
            TierMove.init)
        for share in try await grid(of: run, regions: regions).tiers(of: scheme) {
            let arrived = moves.filter { $0.to == share.tier.id }.reduce(0) { $0 + $1.customers }
            moves.append(TierMove(from: share.tier.id, to: share.tier.id, customers: share.totals.customers - arrived))
        }
        let rules = earlier.options.schemes.first { $0.id == scheme.id }
        return TierMigration(
            scheme: scheme, from: earlier.asOf, to: run.asOf, moves: moves.filter { $0.customers > 0 },
            hasOtherRules: !(rules?.divides(as: scheme) ?? false))
    }

    /// From which tier to which, between two days of the recorded history.
    package func migration(
        in scheme: TierScheme, standing: RFMStanding, from: Day, to: Day, regions: RegionChoice = .all
    ) async throws -> TierMigration {
        let question = TierMoves(standing: standing, scheme: scheme.id, from: from, to: to, regions: regions)
        let moves = try await engine.ask(question).rows.map(TierMove.init)
        return TierMigration(scheme: scheme, from: from, to: to, moves: moves)
    }

    /// The tiers a customer has held, the latest first.
    package func tiers(ofCustomer customer: Int64) async throws -> [TierSpan] {
        try await engine.ask(TiersOfCustomer(customer: customer)).rows.map(TierSpan.init)
    }

    /// Whether a run has one of its standing before it, without which nobody has moved.
    package func hasEarlier(_ run: RFMRun) async throws -> Bool {
        try await runs(standing: run.standing).contains { $0.asOf < run.asOf }
    }

    /// A page of the customers whom a run moved between the tiers of a scheme, the most valuable first.
    package func moved(
        by run: RFMRun, _ filter: TierMoveFilter, limit: Int = 50, offset: Int = 0
    ) async throws -> MovedCustomerPage {
        let question = MovedCustomers(run: run, filter: filter, page: (Int64(limit), Int64(offset)))
        let count = question.count
        return MovedCustomerPage(
            customers: try await engine.ask(question).rows.map(MovedCustomer.init),
            total: try await engine.query(count.sql, count.values).single().int("n"))
    }

    /// The statement whose rows an export of moves writes.
    package func export(movedBy run: RFMRun, _ filter: TierMoveFilter) -> RFMExport {
        let question = MovedCustomers(run: run, filter: filter)
        return RFMExport(sql: question.sql, values: question.values)
    }

    /// The statement whose rows an export of all customers' tiers over time writes.
    package func exportHistory(_ standing: RFMStanding, regions: RegionChoice = .all) -> RFMExport {
        let question = TierHistoryOfCustomers(standing: standing, regions: regions)
        return RFMExport(sql: question.sql, values: question.values)
    }

    /// Whose tier a run changed, in the order of customers.
    package func changes(of run: RFMRun, limit: Int = 1000, offset: Int = 0) async throws -> [TierChange] {
        try await engine.ask(TierChangesOfRun(run: run, limit: Int64(limit), offset: Int64(offset))).rows.map(
            TierChange.init)
    }
}

extension TierMove {
    init(_ row: EngineRow) throws {
        self.init(
            from: try row.optionalText("from_tier"), to: try row.optionalText("to_tier"),
            customers: try row.int("customers"))
    }
}
