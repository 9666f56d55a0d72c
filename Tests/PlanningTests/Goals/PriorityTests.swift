import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

@Suite("S-08 priorities")
struct PriorityTests {
    private let records: RecordStore

    init() throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
    }

    private func item(_ title: String, _ steps: [String: Int64], horizon: String = "short", swot: [Int64] = [])
        async throws
    {
        var values: RecordValues = ["title": .text(title), "kind": .text("move"), "horizon": .text(horizon)]
        for (field, step) in steps { values[field] = .whole(step) }
        if !swot.isEmpty { values["swot"] = .records(swot) }
        try await records.create(.priorityItem, values, by: .system)
    }

    @Test(
        "S-08 weights give the ranks, effort counts against, SWOT moves by half a point at most, and tilts sum to zero")
    func ranking() async throws {
        let threat = try await records.create(
            .swotEntry, ["title": .text("威胁"), "quadrant": .text("threat"), "importance": .whole(5)], by: .system)
        let all: [String: Int64] = ["attractiveness": 5, "capability": 5, "benefit": 5, "urgency": 5]
        try await item("易", all.merging(["effort": 1]) { $1 })
        try await item("难", all.merging(["effort": 5]) { $1 }, horizon: "long")
        try await item("险", all.merging(["effort": 1]) { $1 }, swot: [threat.id])
        try await item("半", ["benefit": 2])
        let ranking = try await records.priorities(for: .system)
        #expect(ranking.ranked.map(\.record.title) == ["易", "难", "险", "半"])
        #expect(ranking.ranked.map { $0.score ?? 0 }.map { ($0 * 100).rounded() / 100 } == [5, 4.6, 5, 2])
        #expect(ranking.ranked[2].swot == -0.5 && ranking.ranked[3].missing.count == 4)
        let tilts = ranking.ranked.map { Int(($0.tilt * 1_000).rounded()) }
        #expect(tilts.reduce(0, +) == 0 && tilts.filter { $0 > 0 }.reduce(0, +) == 100)
        #expect(ranking.effort.map { ($0.long * 7).rounded() } == 5)
        try await records.adoptTilts(ranking, by: .system)
        let after = try await records.priorities(for: .system)
        #expect(after.ranked.allSatisfy { $0.record["budget_tilt"] == .number($0.tilt) })
    }
}
