import GRDB
import Kernel
package import Records
import Store
package import Warehouse

/// Reads the indicators of the risk register on fresh roll-ups and moves the risks' states (RK-01).
///
/// An indicator beyond its threshold warns at once. It calms only what it warned of itself, and only after two readings in a row
/// within the threshold, so that a value at the line does not flicker. What a person raised, a person lowers.
package struct RiskWatchStore: Sendable {
    private let records: RecordStore
    private let warehouse: Warehouse
    private static let days = 30

    package init(_ records: RecordStore, _ warehouse: Warehouse) {
        self.records = records
        self.warehouse = warehouse
    }

    /// Open risks with their indicators as they stand now, the heaviest first.
    package func standings(for reader: RecordAuthor) async throws -> [RiskStanding] {
        guard let type = records.catalog.type("risk") else { return [] }
        let query = RecordQuery([.state(["watched", "warned", "occurred"])])
        let risks = try await records.list(type, query, limit: 1_000, for: reader).records
        return try await measured(risks, RollUpState.read(from: warehouse))
            .sorted { ($1.weight, $0.record.number) < ($0.weight, $1.record.number) }
    }

    /// What changed: each risk that was moved, with the move.
    @discardableResult
    package func run() async throws -> [(code: String, move: String)] {
        guard let type = records.catalog.type("risk") else { return [] }
        let state = try await RollUpState.read(from: warehouse)
        let risks = try await records.list(
            type, RecordQuery([.state(["watched", "warned"])]), limit: 1_000, for: .system
        ).records
        var moves: [(code: String, move: String)] = []
        for standing in try await measured(risks, state) {
            guard let indicator = standing.indicator else { continue }
            let move = try await records.store.write { try take($0, standing, indicator, state.version) }
            if let move { moves.append((standing.record.code, move)) }
        }
        return moves
    }

    private func measured(_ risks: [Records.Record], _ state: RollUpState) async throws -> [RiskStanding] {
        let wanted = risks.map { RiskStanding.wanted($0, records.currency) }
        var seen = Set<String>()
        let metrics = wanted.compactMap { $0?.metric }.filter { seen.insert($0.id).inserted }
        guard let last = state.lastDay, !metrics.isEmpty else {
            return risks.map { RiskStanding(record: $0, indicator: nil) }
        }
        let period = Period(days: Self.days, endingWith: last)
        let answer = try await MetricReader(warehouse).answer(MetricQuestion(metrics, in: [period]), state)
        return zip(risks, wanted).map { risk, wanted in
            guard let wanted else { return RiskStanding(record: risk, indicator: nil) }
            let value = answer.value(wanted.metric, 0)
            return RiskStanding(
                record: risk,
                indicator: .init(
                    metric: wanted.metric, value: value.number, reason: value.reason, threshold: wanted.threshold,
                    isUpper: wanted.isUpper))
        }
    }

    /// Writes the reading down, once for each state of the roll-ups and line that is watched, and makes the move that follows.
    private func take(
        _ db: Database, _ standing: RiskStanding, _ indicator: RiskStanding.Indicator, _ version: Int64
    ) throws -> String? {
        let record = try records.find(db, standing.record.type, number: standing.record.number, for: .system)
        let latest = try Self.latest(db, record)
        if let latest, Self.isSame(latest, indicator, version) { return nil }
        let move = try move(db, record, indicator, wasWithin: (latest?["is_beyond"] as Bool?) == false)
        try db.execute(
            sql: """
                INSERT INTO risk_reading
                    (record_id, rollup_version, at, metric, value, threshold, is_upper, is_beyond, move)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.id, version, records.store.clock.now(), indicator.metric.id, indicator.value,
                indicator.threshold, indicator.isUpper, indicator.isBeyond, move,
            ])
        if let move {
            try records.move(db, record, from: record.version, move, reason: reason(indicator), by: .system)
        }
        return move
    }

    private static func latest(_ db: Database, _ record: Records.Record) throws -> Row? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM risk_reading WHERE record_id = ? ORDER BY risk_reading_id DESC LIMIT 1",
            arguments: [record.id])
    }

    /// Somebody who moves the line wants to be told at once, without new data.
    private static func isSame(_ row: Row, _ indicator: RiskStanding.Indicator, _ version: Int64) -> Bool {
        row["rollup_version"] == version && row["metric"] == indicator.metric.id
            && row["threshold"] == indicator.threshold && row["is_upper"] == indicator.isUpper
    }

    private func move(
        _ db: Database, _ record: Records.Record, _ indicator: RiskStanding.Indicator, wasWithin: Bool
    ) throws -> String? {
        switch (record.state, indicator.isBeyond) {
        case ("watched", true): return "warn"
        case ("warned", false) where wasWithin: return try wasRaisedByWatch(db, record) ? "calm" : nil
        default: return nil
        }
    }

    private func wasRaisedByWatch(_ db: Database, _ record: Records.Record) throws -> Bool {
        let raised = try records.history(db, record, for: .system).first { $0.action == "warn" }
        return raised?.author == RecordAuthor.system.author.description
    }

    private func reason(_ indicator: RiskStanding.Indicator) -> String {
        let value = indicator.value.map { plain($0, indicator.metric.unit) } ?? "—"
        let line = plain(indicator.threshold, indicator.metric.unit)
        let sign = indicator.isUpper == (indicator.isBeyond == true) ? ">" : "<"
        return "\(indicator.metric.name.zh) / \(indicator.metric.name.en): \(value) \(sign) \(line)"
    }

    /// As a person reads it: whole units of money, shares in per cent, two decimals at most.
    private func plain(_ value: Double, _ unit: MetricUnit) -> String {
        let shown =
            switch unit {
            case .percent: value * 100
            case .money: (0..<records.currency.decimals).reduce(value) { amount, _ in amount / 10 }
            case .count, .ratio, .days, .points: value
            }
        let rounded = (shown * 100).rounded() / 100
        let text = rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int64(rounded)) : String(rounded)
        return text + (unit == .percent ? "%" : "")
    }
}

extension RiskWatchStore {
    /// The latest readings of a risk, the newest first.
    package func readings(of record: Records.Record, limit: Int = 30) async throws -> [RiskReading] {
        try await records.store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM risk_reading WHERE record_id = ? ORDER BY risk_reading_id DESC LIMIT ?",
                arguments: [record.id, limit]
            ).map { RiskReading(at: $0["at"], value: $0["value"], isBeyond: $0["is_beyond"], move: $0["move"]) }
        }
    }
}
