import Engine
import GRDB
import Kernel
import Store
import TestKit
import Testing

@testable import Diagnosing

@Suite struct RFMRunningTests {
    let shop: Shop

    init() async throws { shop = try await Shop() }

    private func store(at text: String) throws -> (Store, VirtualClock) {
        let clock = VirtualClock(at: try #require(Instant(iso8601: text)))
        return (try Store(inMemory: clock.clock), clock)
    }

    @Test("CU-04 a year brings four official runs and one provisional run a night, each for the day before")
    func calendar() async throws {
        let (store, clock) = try store(at: "2025-12-31T00:00:00Z")
        let jobs = JobStore(store)
        let scheduler = Scheduler(store, tasks: RFMSchedule.tasks(store, jobs)) { task, error in
            Issue.record("\(task): \(error)")
        }
        await scheduler.tick()
        for _ in 1...366 {
            clock.advance(by: .seconds(86_400))
            await scheduler.tick()
        }
        let orders = try await jobs.latest(1000).map { try $0.payload(as: RFMOrder.self) }
        let official = orders.filter { $0.standing == .official }.map(\.asOf.description).sorted()
        #expect(official == ["2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"])
        let nights = orders.filter { $0.standing == .provisional }
        #expect(nights.count == 366)
        #expect(Set(nights.map(\.asOf)).count == 366)
        #expect(orders.filter { !$0.isScheduled }.isEmpty)
    }

    @Test("CU-01 the job twice gives the same content as once, and counts cohorts")
    func jobTwice() async throws {
        try await shop.crowd(of: 80, orders: 500, seed: 6)
        let order = RFMOrder(asOf: try day("2026-02-15"), standing: .provisional)
        let first = try await RFMJob.carryOut(order, shop.rfm, .silent)
        let before = try await content()
        let second = try await RFMJob.carryOut(order, shop.rfm, .silent)
        #expect(first.customers == second.customers)
        #expect(try await content() == before)
        #expect(try await Cohorts(shop.warehouse).kept()?.asOf == order.asOf)
    }

    @Test("CU-01 a run that is cancelled on its way leaves what was there before")
    func cancelled() async throws {
        try await shop.crowd(of: 80, orders: 500, seed: 6)
        try await shop.rfm.run(asOf: try day("2026-01-15"), standing: .provisional)
        let before = try await content()
        for step in 0...4 {
            let progress = WorkProgress { report in
                if report.done == Int64(step) { withUnsafeCurrentTask { $0?.cancel() } }
            }
            let rfm = shop.rfm
            let asOf = try day("2026-02-15")
            let work = Task { try await rfm.run(asOf: asOf, standing: .provisional, progress: progress) }
            await #expect(throws: CancellationError.self) { try await work.value }
            #expect(try await content() == before)
        }
    }

    @Test("CU-02 tiers are behind what was loaded until a provisional run has followed, whatever cut that run short")
    func behind() async throws {
        #expect(try await !shop.rfm.isBehind())
        try await shop.crowd(of: 80, orders: 500, seed: 6)
        #expect(try await shop.rfm.isBehind())
        let asOf = try day("2026-02-15")
        try await shop.rfm.run(asOf: asOf, standing: .trial)
        try await shop.rfm.run(asOf: asOf, standing: .official)
        #expect(try await shop.rfm.isBehind())
        for step in 0...4 {
            let progress = WorkProgress { report in
                if report.done == Int64(step) { withUnsafeCurrentTask { $0?.cancel() } }
            }
            let rfm = shop.rfm
            let work = Task { try await rfm.run(asOf: asOf, standing: .provisional, progress: progress) }
            await #expect(throws: CancellationError.self) { try await work.value }
            #expect(try await shop.rfm.isBehind())
        }
        try await shop.rfm.run(asOf: asOf, standing: .provisional)
        #expect(try await !shop.rfm.isBehind())
        try await shop.order(3, "2026-02-16", 100)
        #expect(try await shop.rfm.isBehind())
        try await shop.rfm.run(asOf: asOf + 1, standing: .provisional)
        try await shop.engine.execute("UPDATE customer SET region = 'west', load_id = 2 WHERE customer_id = 5")
        #expect(try await shop.rfm.isBehind())
        try await shop.rfm.settle()
        #expect(try await !shop.rfm.isBehind())
    }

    private func content() async throws -> [String] {
        try await shop.engine.query(
            """
            SELECT concat_ws(' ', 'score', customer_id, cell) AS line FROM rfm_score
            UNION ALL SELECT concat_ws(' ', 'cell', region, cell, customers) FROM rfm_cell
            UNION ALL SELECT concat_ws(' ', 'tier', customer_id, scheme, tier, valid_from, valid_to) FROM customer_tier
            UNION ALL SELECT concat_ws(' ', 'run', as_of, standing, customers) FROM rfm_run
            UNION ALL SELECT concat_ws(' ', 'move', scheme, region, from_tier, to_tier, customers) FROM rfm_move
            ORDER BY line
            """
        ).texts("line")
    }

    @Test("CU-04 cut points once kept are used by scheduled runs, and the change is in the audit log")
    func keptOptions() async throws {
        let (store, _) = try store(at: "2026-01-10T00:00:00Z")
        let cuts = try FixedCuts(recencyDays: [90, 60, 30, 7], frequency: [2, 3, 5, 10], monetary: [1, 2, 3, 4])
        let options = RFMOptions(method: .fixed(cuts), lookBackDays: 365)
        let settings = RFMOptionStore(store)
        #expect(try await store.read { try settings.options($0) } == .standard)
        try await store.write { try settings.keep(options, $0, by: .commandLine) }
        #expect(try await store.read { try settings.options($0) } == options)
        let changes = try await store.read { db in
            try String.fetchAll(db, sql: "SELECT subject FROM audit_entry WHERE action = 'setting.change'")
        }
        #expect(changes == ["setting:diagnosing.rfm_options"])
        await #expect(throws: RFMProblem.lookBack(0)) {
            try await store.write { try settings.keep(RFMOptions(lookBackDays: 0), $0, by: .commandLine) }
        }
    }
}
