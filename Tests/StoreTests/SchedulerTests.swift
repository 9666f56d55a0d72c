import GRDB
import Kernel
import Synchronization
import TestKit
import Testing

@testable import Store

@Suite struct SchedulerTests {
    struct Crash: Error {}
    let start: Instant
    let virtual: VirtualClock
    let store: Store

    init() async throws {
        start = try #require(Instant(iso8601: "2024-01-01T00:00:00Z"))
        virtual = VirtualClock(at: start)
        store = try Store(inMemory: virtual.clock)
        try await store.write { try $0.execute(sql: "CREATE TABLE effect (task TEXT, due_at TEXT, at TEXT) STRICT") }
    }

    private func task(_ id: String, _ cadence: Cadence, _ missed: MissedSlots = .catchUp) -> ScheduledTask {
        ScheduledTask(id, name: Text(verbatim: id), cadence, missed: missed) { db, slot in
            try db.execute(
                sql: "INSERT INTO effect VALUES (?, ?, ?)", arguments: [slot.task, slot.dueAt, virtual.clock.now()])
        }
    }

    private func scheduler(_ tasks: [ScheduledTask]) -> Scheduler {
        Scheduler(store, tasks: tasks) { task, error in Issue.record("\(task): \(error)") }
    }

    private func effects(_ task: String) async throws -> [Instant] {
        try await store.read { db in
            try Instant.fetchAll(db, sql: "SELECT due_at FROM effect WHERE task = ? ORDER BY rowid", arguments: [task])
        }
    }

    private func expected(_ cadence: Cadence, from: Instant, upTo end: Instant, _ zone: BusinessZone) -> [Instant] {
        Array(
            sequence(first: cadence.next(after: from, in: zone)) { cadence.next(after: $0, in: zone) }.prefix {
                $0 <= end
            })
    }

    @Test(
        "NF-03 over four simulated years with restarts at random moments every slot runs exactly once, in a zone with clock changes"
    )
    func years() async throws {
        let zone = try #require(BusinessZone("America/New_York"))
        let settings = SettingStore(store)
        var company = try await settings.company()
        company.zone = zone
        try await settings.save(company, by: .system)
        let half = try #require(TimeOfDay(2, 30))
        let cadences: [(String, Cadence)] = [
            ("daily", .daily(at: half)), ("weekly", .weekly(weekday: 0, at: .hour(1))),
            ("fortnight", .everyTwoWeeks(from: Day(daysSince1970: 19_700), at: half)),
            ("monthly", .monthly(day: 31, at: .hour(23))), ("quarterly", .quarterly(month: 1, day: 1, at: .midnight)),
            ("yearly", .yearly(month: 2, day: 29, at: .hour(12))), ("six-hourly", .everyMinutes(360)),
        ]
        let tasks = cadences.map { task($0.0, $0.1) }
        await scheduler(tasks).tick()
        var random = Seed(7).generator
        let end = start + .seconds(4 * 365 * 86_400)
        while virtual.clock.now() < end {
            virtual.advance(by: .seconds(Int64.random(in: 60...(5 * 86_400), using: &random)))
            // A new scheduler each time: nothing but the database carries over.
            await scheduler(tasks).tick()
        }
        for (name, cadence) in cadences {
            let ran = try await effects(name)
            #expect(ran == expected(cadence, from: start, upTo: virtual.clock.now(), zone), "\(name)")
        }
        #expect(try await effects("daily").count >= 4 * 365)
    }

    @Test("NF-03 after three days of rest: skip runs none of the missed, runOnce one, catchUp all")
    func policies() async throws {
        let tasks = MissedSlots.allCases.map { task($0.rawValue, .daily(at: .hour(9)), $0) }
        await scheduler(tasks).tick()
        virtual.advance(by: .seconds(3 * 86_400 + 3600 * 10))
        await scheduler(tasks).tick()
        #expect(try await effects("skip").count == 0)
        #expect(
            try await effects("catch_up").map(\.iso8601).map { $0.prefix(13) } == [
                "2024-01-01T01", "2024-01-02T01", "2024-01-03T01", "2024-01-04T01",
            ])
        #expect(try await effects("run_once").map(\.iso8601).map { $0.prefix(13) } == ["2024-01-04T01"])
        let history = try await scheduler(tasks).history(of: "run_once").map(\.outcome)
        #expect(history == [.ran, .merged, .merged, .merged])
        let skipped = try await scheduler(tasks).history(of: "skip").map(\.outcome)
        #expect(skipped == [.skipped, .skipped, .skipped, .skipped])
    }

    @Test("NF-03 a new task does not run slots from before it was there")
    func fresh() async throws {
        await scheduler([task("daily", .daily(at: .hour(9)))]).tick()
        #expect(try await effects("daily") == [])
    }

    @Test("NF-03 a crash between a slot's effect and its mark leaves neither, and the slot then runs once")
    func crash() async throws {
        let isBroken = Mutex(true)
        let fragile = ScheduledTask("fragile", name: Text(verbatim: ""), .daily(at: .hour(9)), missed: .catchUp) {
            db, slot in
            try db.execute(sql: "INSERT INTO effect VALUES (?, ?, '')", arguments: [slot.task, slot.dueAt])
            if isBroken.withLock({ $0 }) { throw Crash() }
        }
        let faults = Mutex(0)
        let scheduler = Scheduler(store, tasks: [fragile]) { _, _ in faults.withLock { $0 += 1 } }
        await scheduler.tick()
        virtual.advance(by: .seconds(86_400))
        await scheduler.tick()
        #expect(faults.withLock { $0 } == 1)
        #expect(try await effects("fragile") == [])
        isBroken.withLock { $0 = false }
        await scheduler.tick()
        await scheduler.tick()
        #expect(try await effects("fragile").count == 1)
    }

    @Test("NF-03 two schedulers on the same slots at the same time run each once")
    func racing() async throws {
        let tasks = [task("often", .everyMinutes(5))]
        let first = scheduler(tasks)
        let second = scheduler(tasks)
        await first.tick()
        for _ in 0..<20 {
            virtual.advance(by: .seconds(3600))
            async let one = first.tick()
            async let two = second.tick()
            _ = await (one, two)
        }
        let ran = try await effects("often")
        #expect(ran.count == 240)
        #expect(Set(ran).count == 240)
    }

    @Test("NF-03 the running scheduler sleeps until the next slot and wakes for it", .timeLimit(.minutes(1)))
    func running() async throws {
        let scheduler = scheduler([task("often", .everyMinutes(1), .skip)])
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await scheduler.run() }
            for _ in 0..<30 {
                while virtual.sleeperCount == 0, !Task.isCancelled { await Task.yield() }
                virtual.advance(by: .seconds(60))
            }
            while virtual.sleeperCount == 0, !Task.isCancelled { await Task.yield() }
            group.cancelAll()
        }
        #expect(try await effects("often").count == 30)
    }

    @Test("NF-03 a slot that queues a job queues it once")
    func jobs() async throws {
        let jobs = JobStore(store)
        let digest = ScheduledTask("digest", name: Text(verbatim: ""), .weekly(weekday: 0, at: .hour(9))) { db, slot in
            try jobs.enqueue(db, "digest", slot.day, by: .system)
        }
        await scheduler([digest]).tick()
        for _ in 0..<40 {
            virtual.advance(by: .seconds(86_400 / 2))
            await scheduler([digest]).tick()
        }
        #expect(
            try await jobs.latest().map { try $0.payload(as: Day.self).description }.reversed() == [
                "2024-01-01", "2024-01-08", "2024-01-15",
            ])
    }
}
