package import Kernel
package import Records

/// When a rival's price asks for an answer, as a response playbook says: so much below ours, for so many days (M-09).
package struct PriceRule: Sendable {
    package let playbook: Record
    /// Of our price.
    package let gap: Double
    package let days: Int
    /// `nil`: every rival whose prices are followed.
    package let rivals: Set<String>?

    /// Rules of the playbooks that state a gap. Without rivals of their own they watch the core rivals, or all where none is core.
    package static func all(_ records: RecordStore, for reader: RecordAuthor) async throws -> [PriceRule] {
        guard let type = records.catalog.type("response_playbook"), reader.may(.view, type) else { return [] }
        let playbooks = try await records.list(type, RecordQuery(sort: RecordSort("number")), limit: 200, for: reader)
        var known: [Record] = []
        if let rivalType = records.catalog.type("competitor"), reader.may(.view, rivalType) {
            known = try await records.list(rivalType, RecordQuery(), limit: 500, for: reader).records
        }
        let core = Set(known.filter { $0.text("kind") == "core" && $0.state != "closed" }.map(\.title))
        return playbooks.records.compactMap { playbook in
            guard let gap = playbook.number("gap"), gap > 0 else { return nil }
            var named: Set<String> = []
            if case .records(let ids)? = playbook["rivals"] {
                named = Set(known.filter { ids.contains($0.id) }.map(\.title))
            }
            return PriceRule(
                playbook: playbook, gap: gap, days: max(1, Int(playbook.number("gap_days") ?? 1)),
                rivals: named.isEmpty ? (core.isEmpty ? nil : core) : named)
        }
    }
}

/// A rival's price that is beyond a rule.
package struct PriceAlert: Sendable, Identifiable {
    package let rule: PriceRule
    package let product: PricedProduct
    package let rival: String
    package let point: PricePoint
    /// The first sighting from which on every one was beyond the rule's gap.
    package let since: Day
    /// Up to the last day with prices.
    package let days: Int

    package var id: String { "\(rule.playbook.id) \(product.code) \(rival)" }
    package var gap: Double { point.gap ?? 0 }
}

extension PriceBook {
    /// What the rules find in the latest prices, the widest gap first.
    package func alerts(_ rules: [PriceRule]) -> [PriceAlert] {
        rules.flatMap { rule in
            products.flatMap { product in
                rivals.filter { rule.rivals?.contains($0) ?? true }.compactMap { alert(rule, product, $0) }
            }
        }.sorted { ($1.gap, $0.id) < ($0.gap, $1.id) }
    }

    private func alert(_ rule: PriceRule, _ product: PricedProduct, _ rival: String) -> PriceAlert? {
        guard let point = product.latest(rival, on: asOf) else { return nil }
        let run = (product.courses[rival] ?? []).reversed().prefix { ($0.gap ?? -1) >= rule.gap - 1e-9 }
        guard let first = run.last else { return nil }
        let days = asOf - first.day + 1
        guard days >= rule.days else { return nil }
        return PriceAlert(rule: rule, product: product, rival: rival, point: point, since: first.day, days: days)
    }
}
