import Engine
package import Kernel

/// How far the roll-ups are: what they were counted from, and when.
package struct RollUpState: Sendable {
    /// 0 before the first refresh.
    package let version: Int64
    package let refreshedAt: Instant?
    package let sources: [Source]
    private let occurrences: Set<String>

    /// One table as it was counted.
    package struct Source: Sendable {
        package let table: CanonicalTable
        package let rowCount: Int64
        /// From the first to the last day of its rows, `nil` when there are none.
        package let days: Period?
        /// When its newest load ended, where loads are recorded.
        package let loadedAt: Instant?
    }

    package func source(_ table: CanonicalTable) -> Source? { sources.first { $0.table == table } }

    /// Whether a measure that nobody may record at all has ever occurred.
    func occurs(_ measure: Measure) -> Bool {
        !Measure.thatMayNotBeRecorded.contains(measure) || occurrences.contains(measure.rawValue)
    }

    /// The last day with orders: what boards call "today" when they are not told otherwise.
    package var lastDay: Day? { source(.orderHeader)?.days?.lastDay ?? sources.compactMap { $0.days?.lastDay }.max() }

    /// Nothing changes it but a refresh, so it is remembered until the next one.
    package static func read(from warehouse: Warehouse) async throws -> RollUpState {
        try await warehouse.memory.state { try await ask(warehouse) }
    }

    private static func ask(_ warehouse: Warehouse) async throws -> RollUpState {
        let version = try await warehouse.engine.query("SELECT version, refreshed_at FROM rollup_version").first
        let rows = try await warehouse.engine.query(
            """
            SELECT r.source, r.row_count, r.first_on, r.last_on, l.finished_at
            FROM rollup_source r
            LEFT JOIN (SELECT load_id, max(finished_at) AS finished_at FROM load GROUP BY load_id) l ON l.load_id = r.last_load
            """)
        let occurring = try await warehouse.engine.query(
            "SELECT measure FROM rollup_occurrence WHERE first_on IS NOT NULL")
        return RollUpState(
            version: try version?.int("version") ?? 0, refreshedAt: try version?.optionalInstant("refreshed_at"),
            sources: try rows.rows.compactMap(source), occurrences: Set(try occurring.texts("measure")))
    }

    private static func source(_ row: EngineRow) throws -> Source? {
        guard let table = CanonicalTable.named(try row.text("source")) else { return nil }
        var days: Period?
        if let first = try row.optionalDay("first_on"), let last = try row.optionalDay("last_on") {
            days = Period(from: first, upTo: last + 1)
        }
        return Source(
            table: table, rowCount: try row.int("row_count"), days: days,
            loadedAt: try row.optionalInstant("finished_at"))
    }
}

extension Measure {
    /// Things that a company may simply not record: a total of zero means "unknown" for them, not "none".
    static let thatMayNotBeRecorded: Set<Measure> = [
        .privateSales, .memberSales, .storeSales, .dealerItems, .cartVisits, .checkoutVisits, .paymentVisits,
        .messageOpens,
        .messageClicks, .storeVisits, .communityPosts, .impressions, .clicks, .leads,
    ]
}
