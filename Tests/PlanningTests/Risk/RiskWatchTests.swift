import Engine
import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

@Suite("RK-01 live indicators of risks") struct RiskWatchTests {
    private let warehouse: Warehouse
    private let records: RecordStore
    private let watch: RiskWatchStore
    private let time: VirtualClock

    init() async throws {
        time = VirtualClock(at: Instant(seconds: 1_780_000_000))
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        records = try RecordStore(
            try Store(inMemory: time.clock), RecordCatalog(PlanningTypes.all), currency: .cny,
            metrics: { Metric.named($0) != nil }, regions: { _ in true })
        watch = RiskWatchStore(records, warehouse)
    }

    /// A paid order on a day, and the roll-ups brought up to it.
    private func sell(_ yuan: Int, _ day: String, id: Int) async throws {
        try await warehouse.engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, item_count, region, channel, load_id)
            VALUES (\(id), 1, DATE '\(day)', 'paid', \(yuan * 100), 1, 'east', 'tmall', \(id))
            """)
        try await RollUpRefresh(warehouse: warehouse, clock: time.clock).run()
    }

    private func risk(_ more: RecordValues = [:]) async throws -> Record {
        let values: RecordValues = [
            "title": .text("销售下滑"), "kind": .text("competition"), "likelihood": .whole(4), "impact": .whole(4),
            "indicator": .text("revenue"), "comparison": .text("below"), "threshold": .number(1_000),
        ]
        return try await records.create(.risk, values.merging(more) { $1 }, by: .system)
    }

    private func state(_ record: Record) async throws -> String {
        try await records.find(record.type, number: record.number, for: .system).state
    }

    @Test("RK-01 beyond its threshold a risk warns at once, with history; it calms after two readings within")
    func moves() async throws {
        let risk = try await risk()
        try await sell(999, "2026-03-01", id: 1)
        #expect(try await watch.run().map(\.move) == ["warn"])
        let history = try await records.store.read { try records.history($0, risk, for: .system) }
        #expect(history.first?.action == "warn" && history.first?.reason?.contains("999 < 1000") == true)
        try await sell(1, "2026-03-02", id: 2)  // 1,000 is not below 1,000
        #expect(try await watch.run().isEmpty)
        #expect(try await state(risk) == "warned")
        try await sell(50, "2026-03-03", id: 3)
        #expect(try await watch.run().map(\.move) == ["calm"])
        #expect(try await state(risk) == "watched")
        #expect(try await watch.readings(of: risk).map(\.move) == ["calm", nil, "warn"])
    }

    @Test("RK-01 the same state of the roll-ups is read once, however often the scheduler comes")
    func once() async throws {
        let risk = try await risk()
        try await sell(10, "2026-03-01", id: 1)
        #expect(try await watch.run().count == 1)
        #expect(try await watch.run().isEmpty)
        #expect(try await watch.readings(of: risk).count == 1)
    }

    @Test(
        "RK-01 whoever moves the line is told without new data; one who fills in other fields does not stop the calming"
    )
    func edited() async throws {
        var risk = try await risk()
        try await sell(1_200, "2026-03-01", id: 1)
        #expect(try await watch.run().isEmpty)
        risk = try await records.change(risk, from: risk.version, ["threshold": .number(1_500)], by: .system)
        #expect(try await watch.run().map(\.move) == ["warn"])
        let writer = try await AccountStore(records.store, hasher: PasswordHasher(cost: .least)).add(
            AccountDraft(name: "林静", roles: [.marketing], regions: []), password: "correct horse 9", by: .commandLine)
        risk = try await records.find(.risk, number: risk.number, for: .system)
        try await records.change(risk, from: risk.version, ["causes": .text("断货")], by: RecordAuthor(writer))
        try await sell(400, "2026-03-02", id: 2)
        #expect(try await watch.run().isEmpty)
        try await sell(400, "2026-03-03", id: 3)
        #expect(try await watch.run().map(\.move) == ["calm"])
    }

    @Test("RK-01 what a person raised, only a person lowers")
    func byHand() async throws {
        let writer = try await AccountStore(records.store, hasher: PasswordHasher(cost: .least)).add(
            AccountDraft(name: "林静", roles: [.marketing], regions: []), password: "correct horse 9", by: .commandLine)
        let risk = try await risk()
        try await records.move(risk, from: risk.version, "warn", by: RecordAuthor(writer))
        for (place, day) in ["2026-03-01", "2026-03-02", "2026-03-03"].enumerated() {
            try await sell(5_000, day, id: place + 1)
            #expect(try await watch.run().isEmpty)
        }
        #expect(try await state(risk) == "warned")
    }

    @Test(
        "RK-01 an indicator that cannot be computed moves nothing and says why; one without a threshold is left alone")
    func notComputable() async throws {
        let unknown = try await risk(["indicator": .text("nps"), "threshold": .number(30)])
        _ = try await records.create(.risk, ["title": .text("政策"), "kind": .text("policy")], by: .system)
        try await sell(10, "2026-03-01", id: 1)
        #expect(try await watch.run().isEmpty)
        let standing = try #require(try await watch.standings(for: .system).first { $0.id == unknown.id })
        #expect(standing.indicator?.value == nil && standing.indicator?.reason != nil)
        #expect(try await watch.standings(for: .system).count == 2)
    }

    @Test("RK-01 thresholds of shares are typed in per cent")
    func percent() async throws {
        let risk = try await risk([
            "indicator": .text("refund_rate"), "comparison": .text("above"), "threshold": .number(8),
        ])
        try await sell(100, "2026-03-01", id: 1)
        let standing = try #require(try await watch.standings(for: .system).first { $0.id == risk.id })
        #expect(standing.indicator?.threshold == 0.08)
    }
}
