import Engine
import Kernel

/// One refresh of the counts. Everything is counted aside, in tables of the session, which the engine reads with all its threads
/// and lets spill; then one short transaction puts it in the place of what was.
struct BasketRefresh: Sendable {
    let session: EngineSession
    let progress: WorkProgress

    private static let pairDays = 365
    /// The results; each has a table of the same columns in the session, called `new_…`.
    private static let results = ["basket_count", "basket_promotion", "basket_value", "basket_single", "basket_pair"]

    func run(at now: Instant) async throws {
        // What changes while it is counted differs from this, and is counted again next time.
        try await session.run(NoteBasketDays())
        let changed = try await session.ask(ChangedBasketDays()).rows.map { try $0.optionalDay("day") }
        guard !changed.isEmpty else { return }
        guard let days = try await daysOfOrders() else { return try await forget() }
        let spans = BasketSpans(first: days.start, last: days.lastDay)
        let kept = try await keptSpans()
        let stale = stale(spans, kept, changed)
        let recent = Period(from: max(days.start, days.end - Self.pairDays), upTo: days.end)
        try progress.report(0, of: 4, Text(zh: "整理购物篮", en: "Gathering baskets"))
        try await gather(Period(from: min(recent.start, stale.map(\.start).min() ?? recent.start), upTo: days.end))
        try await countAside(stale, spans, recent)
        try await session.transaction {
            for span in Set(kept).subtracting(spans.all).union(stale) { try await forget(span) }
            try await replace()
            try await remember(days, recent, at: now)
        }
    }

    private func countAside(_ stale: [Period], _ spans: BasketSpans, _ recent: Period) async throws {
        for table in Self.results {
            try await session.execute("CREATE TEMP TABLE new_\(table) AS SELECT * FROM \(table) WHERE FALSE")
        }
        try progress.report(1, of: 4, Text(zh: "统计客单价与复购", en: "Counting baskets and buyers"))
        try await count(stale, spans)
        try progress.report(2, of: 4, Text(zh: "统计客户价值", en: "Counting customer value"))
        try await countValues()
        try progress.report(3, of: 4, Text(zh: "统计商品组合", en: "Counting what is bought together"))
        try await countPairs(recent)
    }

    /// From the first to the last day with paid orders; `nil` without.
    private func daysOfOrders() async throws -> Period? {
        let row = try await session.ask(DaysOfOrders()).first
        guard let first = try row?.optionalDay("first_on"), let last = try row?.optionalDay("last_on") else {
            return nil
        }
        return Period(from: first, upTo: last + 1)
    }

    private func keptSpans() async throws -> [Period] {
        try await session.ask(KeptSpans()).rows.map {
            Period(from: try $0.day("from_on"), upTo: try $0.day("until_on"))
        }
    }

    /// The spans to count: new ones, and those that reach beyond the first changed day, because whether an order is its customer's first
    /// depends on all days before it.
    private func stale(_ spans: BasketSpans, _ kept: [Period], _ changed: [Day?]) -> [Period] {
        let first = changed.contains(nil) ? nil : changed.compactMap { $0 }.min()
        return spans.all.filter { span in !kept.contains(span) || first.map { span.end > $0 } ?? true }
    }

    private func gather(_ days: Period) async throws {
        try await session.run(GatherOrders(days: days))
        try await session.run(GatherItems(days: days))
        try await session.run(GatherCategories())
        try await session.run(RankProducts(days: days))
    }

    private func count(_ stale: [Period], _ spans: BasketSpans) async throws {
        for group in BasketSpans.groups(stale) {
            try await session.run(SpansOfDays(spans: group, shown: spans.shown))
            for source in CountBaskets.Source.allCases {
                try await session.run(CountBaskets(source: source, isByRegion: true))
                try await session.run(CountBaskets(source: source, isByRegion: false))
            }
            try await session.run(PromotionStrata())
            try await session.run(PromotionClusters())
            try await session.run(CountPromotions(isByChannel: false))
            try await session.run(CountPromotions(isByChannel: true))
        }
    }

    private func countValues() async throws {
        try await session.run(ValueFlows())
        for kind in CountValues.kinds { try await session.run(CountValues(kind: kind)) }
    }

    private func countPairs(_ days: Period) async throws {
        try await session.run(CountAllSingles(days: days))
        for kind in [BasketKind.category, .product] {
            try await session.run(CountSingles(kind: kind, days: days))
            try await session.run(CountPairs(kind: kind, days: days))
        }
    }

    private func forget(_ span: Period) async throws {
        try await session.run(ForgetSpan(table: .count, span: span))
        try await session.run(ForgetSpan(table: .promotion, span: span))
    }

    private func replace() async throws {
        for table in ["basket_value", "basket_single", "basket_pair"] {
            try await session.execute("DELETE FROM \(table)")
        }
        for table in Self.results { try await session.execute("INSERT INTO \(table) SELECT * FROM new_\(table)") }
    }

    private func remember(_ days: Period, _ pairs: Period, at now: Instant) async throws {
        try await rememberBasis()
        try await session.execute("DELETE FROM basket_state")
        try await session.execute(
            "INSERT INTO basket_state VALUES (?, ?, ?, ?)",
            [.day(days.start), .day(days.lastDay), .day(pairs.start), .instant(now)])
    }

    private func rememberBasis() async throws {
        try await session.execute("DELETE FROM basket_day")
        try await session.execute("INSERT INTO basket_day SELECT * FROM basket_basis")
    }

    /// There are no paid orders (any more).
    private func forget() async throws {
        try await session.transaction {
            for table in Self.results + ["basket_state"] { try await session.execute("DELETE FROM \(table)") }
            try await rememberBasis()
        }
    }
}
