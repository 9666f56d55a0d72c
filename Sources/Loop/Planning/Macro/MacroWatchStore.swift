import Kernel
package import Records
import Store
package import Warehouse

/// Reads macro indicators against their rules (M-02). A rule that holds lights the PEST cards it names: those nobody follows yet are
/// taken up, with the values as the reason. What people follow or closed stays as it is.
package struct MacroWatchStore: Sendable {
    private let records: RecordStore
    private let warehouse: Warehouse

    package init(_ records: RecordStore, _ warehouse: Warehouse) {
        self.records = records
        self.warehouse = warehouse
    }

    /// All rules with the series they watch; lit ones first.
    package func standings(for reader: RecordAuthor) async throws -> (rules: [MacroStanding], series: [MacroSeries]) {
        let series = try await MacroSeries.all(from: warehouse)
        guard let type = records.catalog.type("macro_rule"), reader.may(.view, type) else { return ([], series) }
        let rules = try await records.list(type, RecordQuery(sort: RecordSort("number")), limit: 500, for: reader)
        let standings = rules.records.map { MacroStanding($0, among: series) }
        return (standings.filter(\.isLit) + standings.filter { !$0.isLit }, series)
    }

    /// What rests on the PEST cards that rules light: plans, objectives, trends, entries of the SWOT, by card. Rules are left out.
    package func resting(on cards: [Record], for reader: RecordAuthor) async throws -> [Int64: [Record]] {
        try await records.store.read { db in
            try Dictionary(
                uniqueKeysWithValues: cards.map { card in
                    (card.id, try records.incoming(db, card, for: reader).filter { $0.type.id != "macro_rule" })
                })
        }
    }

    /// The lit rules that light a card which this record names, with those cards.
    package func lit(for record: Record, reader: RecordAuthor) async throws -> [(
        standing: MacroStanding, cards: [Record]
    )] {
        let named = record.linked("cards")
        guard !named.isEmpty, let type = records.catalog.type("pest_card"), reader.may(.view, type) else { return [] }
        let cards = try await records.store.read { try records.records($0, type, ids: named, for: reader) }
        return try await standings(for: reader).rules.filter(\.isLit).compactMap { standing in
            let shared = standing.rule.linked("cards").compactMap { cards[$0] }.sorted { $0.number < $1.number }
            return shared.isEmpty ? nil : (standing, shared)
        }
    }

    /// - Returns: the codes of the cards that were taken up.
    @discardableResult
    package func run() async throws -> [String] {
        guard let type = records.catalog.type("pest_card") else { return [] }
        var moved: [String] = []
        for standing in try await standings(for: .system).rules where standing.isLit {
            guard case .records(let ids)? = standing.rule["cards"] else { continue }
            let reason = reason(standing)
            let codes = try await records.store.write { db in
                let cards = try records.records(db, type, ids: Set(ids), for: .system).values
                return try cards.filter { $0.state == "open" && $0.archivedAt == nil }.sorted { $0.number < $1.number }
                    .map { card in
                        try records.move(db, card, from: card.version, "watch", reason: reason, by: .system).code
                    }
            }
            moved += codes
        }
        return moved
    }

    private func reason(_ standing: MacroStanding) -> String {
        let values = standing.deciding.map { "\($0.day) \($0.value)" }.joined(separator: ", ")
        return "\(standing.rule.code) \(standing.series?.name ?? ""): \(values)"
    }
}
