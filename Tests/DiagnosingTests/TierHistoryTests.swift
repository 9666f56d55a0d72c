import Engine
import Kernel
import TestKit
import Testing

@testable import Diagnosing

@Suite struct TierHistoryTests {
    let shop: Shop

    /// Five customers in a row from worst to best, so that each has a score of her own.
    init() async throws {
        shop = try await Shop()
        try await shop.customers(["A", "B", "C", "D", "E"], regions: ["east", "south"])
        for id in 1...5 as ClosedRange<Int64> {
            for _ in 1...id { try await shop.order(id, "2026-01-0\(id)", 1_000 * id) }
        }
    }

    private func tiers(of customer: Int64, _ scheme: TierScheme) async throws -> [String] {
        try await shop.rfm.tiers(ofCustomer: customer).filter { $0.scheme == scheme.id }.reversed().map { span in
            "\(span.tier) \(span.validFrom)…\(span.validTo.map(\.description) ?? "")"
        }
    }

    @Test("CU-02 each customer holds one tier in each scheme, side by side")
    func sideBySide() async throws {
        try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .official)
        #expect(try await tiers(of: 5, .value) == ["high_value 2026-01-10…"])
        #expect(try await tiers(of: 5, .behaviour) == ["core_loyal 2026-01-10…"])
        #expect(try await tiers(of: 1, .value) == ["churn_risk 2026-01-10…"])
        #expect(try await tiers(of: 1, .behaviour) == ["to_wake 2026-01-10…"])
        #expect(try await shop.numbers("SELECT count(*) AS n FROM customer_tier") == [10])
    }

    @Test("CU-02 only changes are written: the old tier ends on the day the new one begins")
    func changes() async throws {
        try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .official)
        for _ in 1...9 { try await shop.order(1, "2026-03-01", 9_000) }
        let run = try await shop.rfm.run(asOf: try day("2026-04-01"), standing: .official)
        #expect(try await tiers(of: 1, .value) == ["churn_risk 2026-01-10…2026-04-01", "high_value 2026-04-01…"])
        let changes = try await shop.rfm.changes(of: run).filter { $0.customer == 1 }
        #expect(
            changes.map { "\($0.scheme) \($0.from ?? "-") \($0.to ?? "-")" } == [
                "behaviour to_wake core_loyal", "value churn_risk high_value",
            ])
        let moved = try await shop.numbers(
            "SELECT count(*) AS n FROM customer_tier WHERE valid_from = DATE '2026-04-01'")
        #expect(moved == [Int64(try await shop.rfm.changes(of: run).filter { $0.to != nil }.count)])
    }

    @Test("CU-04 provisional tiers move daily while the official ones stand until the quarter")
    func twoHistories() async throws {
        try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .official)
        try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .provisional)
        for _ in 1...9 { try await shop.order(1, "2026-01-11", 9_000) }
        try await shop.rfm.run(asOf: try day("2026-01-11"), standing: .provisional)
        let spans = try await shop.rfm.tiers(ofCustomer: 1).filter { $0.scheme == "value" && $0.validTo == nil }
        #expect(
            spans.map { "\($0.standing.rawValue) \($0.tier)" }.sorted() == [
                "official churn_risk", "provisional high_value",
            ])
    }

    @Test("CU-02 a customer without an order in the look-back loses her tier, and history shows it")
    func outOfPeriod() async throws {
        let options = RFMOptions(lookBackDays: 30)
        try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .official, options: options)
        try await shop.order(5, "2026-03-20", 100)
        try await shop.rfm.run(asOf: try day("2026-04-01"), standing: .official, options: options)
        #expect(try await tiers(of: 1, .value) == ["churn_risk 2026-01-10…2026-04-01"])
        let moves = try await shop.rfm.migration(
            in: .value, standing: .official, from: try day("2026-01-10"), to: try day("2026-04-01"))
        #expect(moves.customers(from: "churn_risk", to: nil) == 1)
        #expect(moves.customers(from: nil, to: "high_value") == 0)
    }

    @Test("CU-02 the same day again replaces the first run and writes the same history")
    func sameDayAgain() async throws {
        try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .official)
        for _ in 1...9 { try await shop.order(1, "2026-03-01", 9_000) }
        let first = try await shop.rfm.run(asOf: try day("2026-04-01"), standing: .official)
        let before = try await history()
        let second = try await shop.rfm.run(asOf: try day("2026-04-01"), standing: .official)
        #expect(try await history() == before)
        #expect(try await shop.rfm.runs().map(\.id).contains(first.id) == false)
        #expect(try await shop.numbers("SELECT count(*) AS n FROM rfm_score WHERE run_id = \(second.id)") == [5])
        #expect(try await shop.numbers("SELECT count(*) AS n FROM rfm_score WHERE run_id = \(first.id)") == [0])
    }

    private func history() async throws -> [String] {
        try await shop.engine.query(
            """
            SELECT concat_ws(' ', standing, customer_id, scheme, tier, valid_from, valid_to) AS line FROM customer_tier ORDER BY line
            """
        ).rows.map { try $0.text("line") }
    }

    @Test("CU-02 a day before recorded history is refused, and a trial is offered instead")
    func beforeHistory() async throws {
        let (early, late) = (try day("2026-01-05"), try day("2026-01-10"))
        try await shop.rfm.run(asOf: late, standing: .provisional)
        await #expect(throws: RFMProblem.asOfBeforeHistory(asOf: early, latest: late, .provisional)) {
            try await shop.rfm.run(asOf: early, standing: .provisional)
        }
        #expect(try await shop.rfm.standing(forRunByHandAsOf: early) == .trial)
        #expect(try await shop.rfm.standing(forRunByHandAsOf: late) == .provisional)
        try await shop.rfm.run(asOf: early, standing: .trial)
        #expect(
            try await shop.numbers("SELECT count(*) AS n FROM customer_tier WHERE valid_from < DATE '2026-01-10'") == [
                0
            ])
    }

    @Test("CU-02 the migration matrix counts every customer once, and scopes by region")
    func matrix() async throws {
        try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .official)
        for _ in 1...9 { try await shop.order(1, "2026-03-01", 9_000) }
        try await shop.rfm.run(asOf: try day("2026-04-01"), standing: .official)
        let (from, to) = (try day("2026-01-10"), try day("2026-04-01"))
        let all = try await shop.rfm.migration(in: .behaviour, standing: .official, from: from, to: to)
        #expect(all.moves.reduce(0) { $0 + $1.customers } == 5)
        #expect(all.customers(from: "to_wake", to: "core_loyal") == 1)
        #expect(all.wakeUpShare == 0.5)
        let south = try await shop.rfm.migration(
            in: .behaviour, standing: .official, from: from, to: to, regions: .only(["south"]))
        #expect(south.moves.reduce(0) { $0 + $1.customers } == 2)
    }

    @Test("CU-02 what a run noted down of its moves equals the matrix between the two days")
    func notedMoves() async throws {
        let first = try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .official)
        for _ in 1...9 { try await shop.order(1, "2026-03-01", 9_000) }
        let run = try await shop.rfm.run(asOf: try day("2026-04-01"), standing: .official)
        for regions in [RegionChoice.all, .only(["east"]), .only(["south"])] {
            for scheme in run.options.schemes {
                let noted = try #require(try await shop.rfm.migration(in: scheme, of: run, regions: regions))
                let counted = try await shop.rfm.migration(
                    in: scheme, standing: .official, from: first.asOf, to: run.asOf, regions: regions)
                #expect(Set(noted.moves) == Set(counted.moves))
            }
        }
        #expect(try await shop.rfm.migration(in: .value, of: first) == nil)
        #expect(try await shop.rfm.lastOrderDay() == (try day("2026-03-01")))
        #expect(try await shop.rfm.regions(of: run) == ["east", "south"])
    }

    @Test("CU-02 the list of who moved holds, for each pair of tiers and each region, as many as the matrix counts")
    func whoMoved() async throws {
        let shop = try await Shop()
        try await shop.crowd(of: 400, orders: 1500, seed: 9)
        try await shop.rfm.run(asOf: try day("2026-01-20"), standing: .official)
        let run = try await shop.rfm.run(asOf: try day("2026-02-10"), standing: .official)
        var pairs = 0
        for regions in [RegionChoice.all, .only(["north"])] {
            for scheme in run.options.schemes {
                let matrix = try #require(try await shop.rfm.migration(in: scheme, of: run, regions: regions))
                let sides: [String?] = scheme.tiers.map(\.id) + [nil]
                for from in sides {
                    for to in sides where from != to {
                        let filter = TierMoveFilter(
                            scheme: scheme.id, from: from.map { .tier($0) } ?? .none, to: to.map { .tier($0) } ?? .none,
                            regions: regions)
                        let found = try await shop.rfm.moved(by: run, filter, limit: 1000)
                        #expect(found.total == matrix.customers(from: from, to: to))
                        #expect(found.customers.count == Int(found.total))
                        #expect(found.customers.allSatisfy { $0.from == from && $0.to == to })
                        if found.total > 0 { pairs += 1 }
                    }
                }
                let all = try await shop.rfm.moved(
                    by: run, TierMoveFilter(scheme: scheme.id, regions: regions), limit: 3)
                let moved = matrix.moves.filter { $0.from != $0.to }.reduce(0) { $0 + $1.customers }
                #expect(all.total == moved && all.customers.count == min(3, Int(moved)))
            }
        }
        #expect(pairs > 8)
        let statement = shop.rfm.exportHistory(.official, regions: .only(["north"]))
        let spans = try await shop.engine.query(statement.sql, statement.values).texts("tier")
        let held = try await shop.numbers(
            """
            SELECT count(*) AS n FROM customer_tier
            WHERE standing = 'official' AND customer_id IN (SELECT customer_id FROM customer WHERE region = 'north')
            """)
        #expect(Int64(spans.count) == held[0] && held[0] > 0)
    }

    @Test("CU-04 the customers of official runs stay; of provisional ones only those of the latest")
    func keeping() async throws {
        let official = try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .official)
        let first = try await shop.rfm.run(asOf: try day("2026-01-10"), standing: .provisional)
        let second = try await shop.rfm.run(asOf: try day("2026-01-11"), standing: .provisional)
        #expect(try await shop.rfm.customers(of: official).total == 5)
        #expect(try await shop.rfm.customers(of: second).total == 5)
        await #expect(throws: RFMProblem.scoresDropped(first.id)) { try await shop.rfm.customers(of: first) }
        #expect(try await shop.rfm.grid(of: first).total.customers == 5)
        #expect(
            try await shop.rfm.tierCounts(standing: .provisional).map(\.asOf.description).reduce(into: Set()) {
                $0.insert($1)
            }.count == 2)
    }
}
