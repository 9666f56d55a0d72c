import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

@Suite struct RankingTests {
    private let records: RecordStore

    init() throws {
        records = try RecordStore(
            try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock),
            RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
    }

    private func region(_ title: String, _ scores: [Int64]) async throws -> Record {
        let fields = ["market_score", "rival_density", "policy_score", "logistics_score", "digital_score"]
        var values: RecordValues = ["title": .text(title)]
        for (field, score) in zip(fields, scores) { values[field] = .whole(score) }
        return try await records.create(.regionScore, values, by: .system)
    }

    @Test("RG-01 the best in everything has 100, the worst 0, and rivals count against")
    func ends() async throws {
        let model = try await ScoreModel.of(.regionScore, records, for: .system)
        #expect(abs(model.criteria.reduce(0) { $0 + $1.weight } - 1) < 1e-12 && model.criteria.count == 5)
        let (good, bad) = (try await region("好", [5, 1, 5, 5, 5]), try await region("差", [1, 5, 1, 1, 1]))
        let half = try await region("中", [4, 4, 1, 3, 5])
        let (best, worst) = (try #require(model.score(good)), try #require(model.score(bad)))
        // 0.35 · 3/4 + 0.25 · 1/4 (reversed) + 0.15 · 0 + 0.15 · 1/2 + 0.1 · 1
        let middle = try #require(model.score(half))
        #expect(abs(best - 100) < 1e-9 && abs(worst) < 1e-9 && abs(middle - 50) < 1e-9)
        let partial = try await region("缺", [4, 4])
        #expect(model.score(partial) == nil)
    }

    @Test("RG-01 kept criteria take the place of the shipped ones, brought to a total of one")
    func kept() async throws {
        for (field, weight) in [("market_score", 0.6), ("policy_score", 0.6)] {
            try await records.create(
                .scoreCriterion,
                [
                    "title": .text(field), "model": .text("region_score"), "field": .text(field),
                    "weight": .number(weight),
                ],
                by: .system)
        }
        let model = try await ScoreModel.of(.regionScore, records, for: .system)
        #expect(
            model.criteria.map(\.id) == ["market_score", "policy_score"] && model.criteria.map(\.weight) == [0.5, 0.5])
    }

    @Test("RG-01 sensitivity: whose rank hangs on one weight is said, whose does not is sure")
    func sensitivity() async throws {
        let market = try await region("市场大", [5, 3, 1, 3, 3])
        let policy = try await region("政策好", [2, 3, 5, 3, 3])
        let ranking = Ranking([market, policy], by: try await ScoreModel.of(.regionScore, records, for: .system))
        // 0.35 · 0.75 against 0.15 · 1: ahead by 11 points; ten points less on the market turns it into 0.25 against …
        #expect(ranking.places.map { $0.record.title } == ["市场大", "政策好"])
        let wide = Ranking([market, policy], by: ranking.model, shift: 0.25)
        #expect(!wide.isFirstSure && wide.places[0].moved["policy_score"]?.more == 2)
        let clear = try await region("样样好", [5, 1, 5, 5, 5])
        #expect(Ranking([market, policy, clear], by: ranking.model, shift: 0.25).isFirstSure)
    }

    @Test("RG-01 a property: moved weights still total one, none is negative, and a ranking only depends on the scores")
    func property() async throws {
        let model = try await ScoreModel.of(.regionScore, records, for: .system)
        try await forAll(cases: 200) { generator in
            let id = model.criteria.randomElement(using: &generator)?.id ?? ""
            let moved = model.moving(id, by: Double.random(in: -1...1, using: &generator))
            return abs(moved.criteria.reduce(0) { $0 + $1.weight } - 1) < 1e-9
                && moved.criteria.allSatisfy { $0.weight >= 0 }
        }
    }

    @Test(
        "RG-05 markets abroad are ordered by readiness, the weakest part is named, and what is missing of 30 % is told")
    func overseas() async throws {
        func market(_ title: String, _ scores: [Int64], _ target: Double) async throws -> Record {
            var values: RecordValues = [
                "title": .text(title), "cluster": .text("southeast_asia"), "target_share": .number(target),
            ]
            for (field, score) in zip(["supply_ready", "team_ready", "policy_ready"], scores) {
                values[field] = .whole(score)
            }
            return try await records.create(.overseasMarket, values, by: .system)
        }
        let order = EntryOrder([
            try await market("甲", [3, 2, 4], 0.05), try await market("乙", [5, 4, 5], 0.04),
            try await market("丙", [3, 3, 3], 0.08), try await market("丁", [5], 0.02),
        ])
        #expect(order.places.map { $0.market.title } == ["乙", "丙", "甲", "丁"])
        #expect(order.places.map(\.proposed) == [1, 2, 3, nil])
        #expect(order.places[2].weakest?.id == "team_ready")
        #expect(abs(order.targetShare - 0.19) < 1e-12)
    }

    @Test("PP-02 a dear product whose substitute is ready leaves, one that sells others stays")
    func exit() async throws {
        let model = try await ScoreModel.of(.exitAssessment, records, for: .system)
        func score(_ upkeep: Int64, _ substitute: Int64, _ synergy: Int64) async throws -> Double {
            let record = try await records.create(
                .exitAssessment,
                [
                    "title": .text("x"), "assessed_on": .day(Day(daysSince1970: 20_000)),
                    "upkeep_score": .whole(upkeep),
                    "substitute_score": .whole(substitute), "synergy_score": .whole(synergy),
                ], by: .system)
            return try #require(model.score(record))
        }
        #expect(ExitProposal(try await score(5, 5, 1)) == .exit)
        #expect(ExitProposal(try await score(1, 1, 5)) == .keep)
        #expect(ExitProposal(try await score(3, 3, 3)) == .harvest)
    }
}
