import Kernel
import TestKit
import Testing

@Suite struct ClockTests {
    @Test("instants are written and read alike, to the microsecond")
    func instants() async throws {
        try await forAll(cases: 1000) { generator in
            let instant = Instant(
                microseconds: Int64.random(in: -2_000_000_000_000_000...4_000_000_000_000_000, using: &generator))
            return Instant(iso8601: instant.iso8601) == instant
        }
        #expect(Instant(iso8601: "2026-11-21T08:30:00Z")?.iso8601 == "2026-11-21T08:30:00.000000Z")
        #expect(Instant(iso8601: "2026-11-21 08:30") == nil)
    }

    @Test("a sleeper wakes when the virtual clock reaches its deadline, not before")
    func sleeper() async throws {
        let virtual = VirtualClock(at: Instant(seconds: 0))
        let clock = virtual.clock
        let task = Task { try await clock.sleep(until: Instant(seconds: 100)) }
        while virtual.sleeperCount == 0, !Task.isCancelled { await Task.yield() }
        virtual.advance(by: .seconds(99))
        #expect(virtual.sleeperCount == 1)
        virtual.advance(by: .seconds(1))
        try await task.value
        #expect(clock.now() == Instant(seconds: 100))
    }

    @Test("a cancelled sleeper ends at once")
    func cancelled() async {
        let clock = VirtualClock(at: Instant(seconds: 0)).clock
        let task = Task { try await clock.sleep(until: Instant(seconds: 100)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("a day of Shanghai begins at 16:00 UTC; New York's clock changes move its days")
    func zones() throws {
        let shanghai = try #require(BusinessZone("Asia/Shanghai"))
        let day = try #require(Day("2026-11-11"))
        #expect(shanghai.start(of: day).iso8601 == "2026-11-10T16:00:00.000000Z")
        #expect(shanghai.day(of: shanghai.start(of: day)) == day)
        let newYork = try #require(BusinessZone("America/New_York"))
        #expect(newYork.start(of: try #require(Day("2026-03-08"))).iso8601 == "2026-03-08T05:00:00.000000Z")
        #expect(newYork.start(of: try #require(Day("2026-03-09"))).iso8601 == "2026-03-09T04:00:00.000000Z")
    }
}
