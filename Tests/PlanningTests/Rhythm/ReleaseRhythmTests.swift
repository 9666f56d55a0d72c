import Engine
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Planning

@Suite("WF-05 release rhythm") struct ReleaseRhythmTests {
    private let warehouse: Warehouse
    private let records: RecordStore
    private let last = Day("2026-11-01") ?? Day(daysSince1970: 0)  // a Sunday

    init() async throws {
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        records = try RecordStore(
            try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock),
            RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
    }

    /// Four weeks: on workdays ten people at 20:00 by the clocks of Shanghai and four at 12:00, on weekends eight at 10:00 and
    /// five at 22:00; two at every other hour from eight on. One of them clicks fifty times at 15:00.
    private func plant() async throws {
        try await warehouse.engine.execute(
            """
            INSERT INTO event (event_id, customer_id, occurred_at, occurred_on, name, load_id)
            SELECT CAST(row_number() OVER () AS VARCHAR), person, occurred_on + INTERVAL (hour - 8) HOUR + INTERVAL 7 MINUTE,
                occurred_on, 'page_view', 1
            FROM (
                SELECT CAST(range AS DATE) AS occurred_on, isodow(range) >= 6 AS weekend
                FROM range(TIMESTAMP '2026-10-05', TIMESTAMP '2026-11-02', INTERVAL 1 DAY)
            ) day, range(8, 24) hours (hour), range(1, 11) people (person)
            WHERE person <= CASE WHEN NOT weekend AND hour = 20 THEN 10 WHEN NOT weekend AND hour = 12 THEN 4
                WHEN weekend AND hour = 10 THEN 8 WHEN weekend AND hour = 22 THEN 5 ELSE 2 END
            """)
        try await warehouse.engine.execute(
            """
            INSERT INTO event (event_id, customer_id, occurred_at, occurred_on, name, load_id)
            SELECT 'x' || range, 1, TIMESTAMP '2026-10-26 07:07:00', DATE '2026-10-26', 'message_click', 1 FROM range(50)
            """)
        try await RollUpRefresh(warehouse: warehouse, clock: records.store.clock).run()
    }

    private func hours(regions: Set<String>? = nil) async throws -> ActiveHours {
        try await ActiveHours.read(regions: regions, from: warehouse).get()
    }

    @Test("WF-05 planted hours are found again by the clocks of the company's zone; a person counts once an hour")
    func planted() async throws {
        try await plant()
        let hours = try await hours()
        #expect(hours.period.start == Day("2026-10-05") && hours.period.lastDay == last)
        for weekday in 0..<5 {
            #expect(hours.people[weekday][20] == 10 && hours.people[weekday][12] == 4 && hours.people[weekday][3] == 0)
            #expect(hours.people[weekday][15] == 2)
            #expect(hours.peaks(weekday, 2) == [20, 12])
        }
        for weekday in 5..<7 { #expect(hours.peaks(weekday, 2) == [10, 22]) }
        #expect(hours.peak == (0, 20))
        #expect(hours.peaks(0, 3, apart: 3) == [20, 12, 8])
    }

    @Test("WF-05 without events, or with days only, it says what is missing and draws nothing")
    func missing() async throws {
        guard case .failure(let none) = try await ActiveHours.read(from: warehouse) else {
            Issue.record("there are no events")
            return
        }
        #expect(none.gap == .noEvents)
        try await warehouse.engine.execute(
            """
            INSERT INTO event (event_id, customer_id, occurred_at, occurred_on, name, load_id)
            SELECT CAST(range AS VARCHAR), range, TIMESTAMP '2026-10-31 16:00:00', DATE '2026-11-01', 'page_view', 1 FROM range(9)
            """)
        try await RollUpRefresh(warehouse: warehouse, clock: records.store.clock).run()
        guard case .failure(let days) = try await ActiveHours.read(from: warehouse) else {
            Issue.record("midnight in Shanghai is no time of day")
            return
        }
        #expect(days.gap == .noTimes)
        guard case .failure = try await ActiveHours.read(regions: ["east"], from: warehouse) else {
            Issue.record("nobody lives in the east")
            return
        }
    }

    @Test(
        "WF-05 releases thicken towards the campaign, burst at the peaks of each weekday, thin out, and come an hour before"
    )
    func rhythm() async throws {
        try await plant()
        let hours = try await hours()
        let first = try #require(Day("2026-11-20"))  // a Friday
        let rhythm = ReleaseRhythm(
            hours, first: first, .init(warmUpDays: 14, burstDays: 3, tailDays: 7, perBurstDay: 2), from: last)
        let warm = rhythm.slots.filter { $0.phase == .warmUp }.map { first - $0.day }
        #expect(warm == [13, 10, 7, 5, 3, 2, 1])
        let burst = rhythm.slots.filter { $0.phase == .burst }
        #expect(
            burst.map { "\($0.day.description.suffix(2)) \($0.hour)" } == [
                "20 11", "20 19", "21 9", "21 21", "22 9", "22 21",
            ])
        #expect(rhythm.slots.filter { $0.phase == .tail }.map { $0.day - first } == [3, 5, 7, 9])
        for slot in rhythm.slots {
            #expect(slot.hour == slot.peak - 1)
            let best = hours.peaks(ActiveHours.weekday(slot.day), 2)
            #expect(slot.phase == .burst ? best.contains(slot.peak) : best.first == slot.peak)
        }
        // What has passed is not proposed.
        let late = ReleaseRhythm(hours, first: first, .init(), from: first + 1)
        #expect(late.count(.warmUp) == 0 && late.slots.allSatisfy { $0.day > first })
    }

    @Test("WF-05 an accepted rhythm is in the calendar as content slots of its campaign, once")
    func accept() async throws {
        try await plant()
        let campaign = try await records.create(
            .calendarEntry,
            [
                "title": .text("双十一"), "kind": .text("promotion"), "starts_on": .day(last + 10),
                "platforms": .codes(["douyin"]),
            ], by: .system)
        let rhythm = ReleaseRhythm(try await hours(), first: last + 10, .init(), from: last)
        let store = RhythmStore(records)
        #expect(try await store.campaigns(from: last, for: .system).map(\.id) == [campaign.id])
        let made = try await store.accept(rhythm, for: campaign, in: .zh, by: .system)
        #expect(made.count == rhythm.slots.count && made.count > 10)
        #expect(made.allSatisfy { $0.text("kind") == "content" && $0["platforms"] == .codes(["douyin"]) })
        #expect(made.map { $0.whole("release_hour") } == rhythm.slots.map { Int64($0.hour) })
        // Slots are no campaigns themselves, and stand in the calendar on their days.
        #expect(try await store.campaigns(from: last, for: .system).count == 1)
        let items = try await MarketingCalendar(records).items(
            in: Period(from: last, upTo: last + 40), for: .system
        ).filter { $0.kind == .content }
        #expect(items.map(\.first) == rhythm.slots.map(\.day))
        await #expect(throws: RhythmProblem.plannedAlready(campaign: campaign.code, slots: made.count)) {
            try await store.accept(rhythm, for: campaign, in: .zh, by: .system)
        }
        await #expect(throws: RhythmProblem.self) {
            let none = ReleaseRhythm(try await hours(), first: last - 90, .init(), from: last)
            try await store.accept(none, for: campaign, in: .zh, by: .system)
        }
    }
}
