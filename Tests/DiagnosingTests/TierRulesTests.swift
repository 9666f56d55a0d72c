import Foundation
import Kernel
import Store
import TestKit
import Testing

@testable import Diagnosing

@Suite("CU-02 the rules of the tiers are the company's own") struct TierRulesTests {
    let time = VirtualClock(at: Instant(seconds: 1_800_000_000))
    let store: Store
    let options: RFMOptionStore
    let lin = Author.account(id: 7, name: "林静")

    /// High value asks for less than the built-in rules do: frequency and amount from 3 on.
    static let wider =
        [TierRule("high_value", recency: 4...5, frequency: 3...5, monetary: 3...5)] + TierScheme.value.rules.dropFirst()

    init() throws {
        store = try Store(inMemory: time.clock)
        options = RFMOptionStore(store)
    }

    @discardableResult
    private func keep(_ rules: [TierRule], over version: Int, of id: String = "value") async throws -> TierScheme {
        try await store.write { try options.keep(rules: rules, of: id, over: version, $0, by: lin) }
    }

    private func kept(_ id: String = "value") async throws -> TierScheme {
        try await store.read { try options.scheme(id, $0) }
    }

    @Test("CU-02 rules drawn at random are read back from the audit log's notation as they were")
    func notation() async throws {
        try await forAll(seed: 31, cases: 200) { dice in
            func range() -> ClosedRange<Int> {
                let ends = [Int.random(in: 1...5, using: &dice), Int.random(in: 1...5, using: &dice)].sorted()
                return ends[0]...ends[1]
            }
            let rules = (0..<Int.random(in: 1...9, using: &dice)).map { _ in
                TierRule(
                    "tier_\(Int.random(in: 1...4, using: &dice))", recency: range(), frequency: range(),
                    monetary: range())
            }
            return [TierRule](notation: rules.notation) == rules
        }
        #expect(TierScheme.value.rules.notation.hasPrefix("R4-5 F4-5 M4-5 = high_value; R1 = churn_risk; R2 F3-5 ="))
        #expect(TierScheme.value.rules.notation.hasSuffix("; * = ordinary"))
        for wrong in ["", "R4-5", "R6 = a", "R5-4 = a", "X1 = a", "R1-2-3 = a", "R1 = a b", " = a"] {
            #expect(TierRule(notation: wrong) == nil, "\(wrong)")
        }
    }

    @Test("CU-02 a change is a version with author, time, and what it was before; the other scheme stays")
    func versions() async throws {
        #expect(try await kept().version == 1)
        let second = try await keep(Self.wider, over: 1)
        time.advance(by: .seconds(60))
        let third = try await keep(TierScheme.value.rules, over: 2)
        #expect(second.version == 2 && third.version == 3)
        #expect(try await kept() == third)
        #expect(third.divides(as: .value) && !second.divides(as: .value))
        #expect(try await kept("behaviour") == .behaviour)
        let history = try await store.read { try options.rulesHistory(of: "value", $0) }
        #expect(history.map(\.version) == [3, 2])
        #expect(history.map(\.rules) == [TierScheme.value.rules, Self.wider])
        #expect(history.map(\.before) == [Self.wider, TierScheme.value.rules])
        #expect(history.map(\.author) == [lin.description, lin.description])
        #expect(history[0].at == time.clock.now())
        for (version, rules) in [(1, TierScheme.value.rules), (2, Self.wider), (3, TierScheme.value.rules)] {
            let found = try await store.read { try options.rules(of: "value", version: version, $0) }
            #expect(found == rules)
        }
        let none = try await store.read { try options.rules(of: "value", version: 4, $0) }
        #expect(none == nil)
        #expect(try await store.read { try store.audit.verify($0) } == .intact(entries: 4))
    }

    @Test("CU-02 the same rules again make no version and no audit entry")
    func unchanged() async throws {
        #expect(try await keep(TierScheme.value.rules, over: 1).version == 1)
        #expect(try await store.read { try store.audit.entries($0).isEmpty })
    }

    @Test("CU-02 rules that leave a cell open, a tier empty or a rule idle are refused and change nothing")
    func refused() async throws {
        let name = TierScheme.value.name
        let open = Array(TierScheme.value.rules.dropLast())
        let cells = RFMCell.all.filter { cell in !open.contains { $0.covers(cell) } }.map(\.code)
        #expect(!cells.isEmpty)
        await #expect(throws: RFMProblem.cellsWithoutTier(scheme: name, cells: cells)) {
            try await keep(open, over: 1)
        }
        let empty = [
            TierRule("high_value", recency: 5...5), TierRule("churn_risk", recency: 1...1), TierRule("ordinary"),
        ]
        await #expect(throws: RFMProblem.tierWithoutCells(scheme: name, tier: Text(zh: "潜力", en: "Potential"))) {
            try await keep(empty, over: 1)
        }
        await #expect(throws: RFMProblem.ruleNeverUsed(scheme: name, rule: 8)) {
            try await keep(TierScheme.value.rules + [TierRule("potential")], over: 1)
        }
        await #expect(throws: RFMProblem.schemeMissing("other")) { try await keep(Self.wider, over: 1, of: "other") }
        #expect(try await kept() == .value)
        #expect(try await store.read { try store.audit.entries($0).isEmpty })
    }

    @Test("CU-02 who began with an older version is told, and what the other saved stays")
    func conflict() async throws {
        try await keep(Self.wider, over: 1)
        var mine = TierScheme.value.rules
        mine[1] = TierRule("churn_risk", recency: 1...2)
        mine.removeSubrange(2...3)
        await #expect(throws: RFMProblem.rulesChangedMeanwhile(scheme: TierScheme.value.name)) {
            try await keep(mine, over: 1)
        }
        #expect(try await kept().rules == Self.wider)
        #expect(try await keep(mine, over: 2).version == 3)
    }

    @Test("CU-02 the moves of cells are counted one by one, and add up")
    func moves() throws {
        let new = TierScheme.value.with(rules: Self.wider, version: 2)
        // R4–5, F3–5 × M3–5 without F4–5 × M4–5: 2 × (9 − 4) cells that were potential.
        #expect(TierScheme.value.moves(to: new) == [CellMove(from: "potential", to: "high_value", cells: 10)])
        #expect(TierScheme.value.moves(to: .value).isEmpty)
    }

    @Test("CU-02 options kept before rules had versions are read as version 1")
    func olderOptions() throws {
        let json = try StoredJSON.encode(RFMOptions.standard)
        #expect(!json.contains("changes"))
        #expect(try StoredJSON.decode(RFMOptions.self, json).schemes.map(\.version) == [1, 1])
    }

    @Test(
        "CU-02 earlier runs keep the rules and tiers they were counted with; the next run uses the new ones and says so"
    )
    func history() async throws {
        let shop = try await Shop()
        try await shop.crowd(of: 300, orders: 1500, seed: 4)
        let old = try await shop.rfm.run(asOf: try day("2026-02-15"), standing: .official)
        let before = try await shop.rfm.tierCounts(standing: .official)
        try await keep(Self.wider, over: 1)
        let changed = try await store.read { try options.options($0) }
        let new = try await shop.rfm.run(asOf: try day("2026-02-16"), standing: .official, options: changed)
        #expect(try await shop.rfm.run(old.id).options.schemes == TierScheme.builtIn)
        #expect(try await shop.rfm.tierCounts(standing: .official).filter { $0.asOf == old.asOf } == before)
        #expect(try new.scheme("value").version == 2)
        let grid = try await shop.rfm.grid(of: new)
        let high = grid.tiers(of: try new.scheme("value")).first { $0.tier.id == "high_value" }
        let counted = RFMCell.all.filter { $0.recency >= 4 && $0.frequency >= 3 && $0.monetary >= 3 }
            .reduce(0) { $0 + grid[$1].customers }
        #expect(high?.totals.customers == counted && counted > 0)
        let moves = try #require(try await shop.rfm.migration(in: try new.scheme("value"), of: new))
        #expect(moves.hasOtherRules)
        #expect(try await shop.rfm.migration(in: try new.scheme("behaviour"), of: new)?.hasOtherRules == false)
        let held = try await shop.numbers(
            "SELECT count(*) AS n FROM customer_tier WHERE scheme = 'value' AND tier = 'high_value' AND valid_to IS NULL"
        )
        #expect(held == [counted])
    }
}
