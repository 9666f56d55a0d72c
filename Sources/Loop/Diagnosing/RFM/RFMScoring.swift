import Engine
import Kernel

/// One run, step by step, in the session of one transaction.
///
/// Buckets of equal size are usually made by sorting all customers once per dimension (`ntile`). Here the borders are found
/// first: the value that fills a border's rank from counts by value, and, where the border cuts through equal values, the
/// order key within that tie. Then one pass scores everybody. The result is that of `ntile`, to the last customer, in a third
/// of the time (measured at 10 million customers: 19 s against 59 s, of which 15 s read 100 million orders).
struct RFMScoring: Sendable {
    let asOf: Day
    let standing: RFMStanding
    let options: RFMOptions
    let clock: Clock
    let progress: WorkProgress

    private static let steps: Int64 = 5

    func run(in session: EngineSession) async throws -> RFMRun {
        let startedAt = clock.now()
        try progress.report(0, of: Self.steps, Text(zh: "汇总每位客户的订单", en: "Adding up each customer's orders"))
        try await session.run(CustomerValues(asOf: asOf, lookBackDays: options.lookBackDays))
        let totals = try await totals(in: session)
        try progress.report(1, of: Self.steps, Text(zh: "计算分界点", en: "Finding the cut points"))
        let finder = CutFinder(customers: totals.customers, method: options.method)
        let found = try await finder.find(in: session)
        try progress.report(2, of: Self.steps, Text(zh: "为客户评分", en: "Scoring customers"))
        let run = RFMRun(
            id: try await nextID(in: session), asOf: asOf, standing: standing, options: options, totals: totals,
            found: found, startedAt: startedAt, finishedAt: clock.now())
        try await score(run, in: session)
        try progress.report(3, of: Self.steps, Text(zh: "记录分层变化", en: "Recording changes of tier"))
        if standing.writesHistory { try await TierHistory.record(run, in: session) }
        try progress.report(4, of: Self.steps, Text(zh: "整理历史评分", en: "Tidying up earlier runs"))
        try await EarlierRuns.tidy(after: run, in: session)
        try await session.run(try RecordRun(run))
        if standing == .provisional { try await RecordBasis.renew(in: session) }
        try await session.execute(CustomerValues.forget)
        return run
    }

    private func totals(in session: EngineSession) async throws -> CustomerTotals.Row {
        for row in try await session.ask(CustomerTotals()).rows {
            let totals = try CustomerTotals.Row(row)
            if totals.customers > 0 { return totals }
        }
        throw RFMProblem.noCustomers(asOf: asOf)
    }

    private func nextID(in session: EngineSession) async throws -> Int64 {
        for row in try await session.query("SELECT coalesce(max(run_id), 0) + 1 AS next FROM rfm_run").rows {
            return try row.int("next")
        }
        return 1
    }

    private func score(_ run: RFMRun, in session: EngineSession) async throws {
        try await session.run(ScoreCustomers(run: run.id, cuts: run.cuts))
        try await session.run(SummariseCells(run: run.id))
        for scheme in run.options.schemes { try await session.run(RecordTierCells(run: run.id, scheme: scheme)) }
    }
}

extension RFMRun {
    init(
        id: Int64, asOf: Day, standing: RFMStanding, options: RFMOptions, totals: CustomerTotals.Row,
        found: CutFinder.Found,
        startedAt: Instant, finishedAt: Instant
    ) {
        func centre(_ sum: Int64, _ median: Double) -> Centre {
            Centre(mean: Double(sum) / Double(totals.customers), median: median)
        }
        self.init(
            id: id, asOf: asOf, standing: standing, options: options, cuts: found.cuts,
            customers: totals.customers, orders: totals.orders, recencyDays: totals.recencyDays,
            monetaryFen: totals.monetaryFen,
            recency: centre(totals.recencyDays, found.recencyMedian),
            frequency: centre(totals.orders, found.frequencyMedian),
            monetary: centre(totals.monetaryFen, found.monetaryMedian),
            startedAt: startedAt, finishedAt: finishedAt, hasScores: true)
    }
}
