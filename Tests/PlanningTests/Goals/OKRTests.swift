import Engine
import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

@Suite("S-04 OKR")
struct OKRTests {
    private let time = VirtualClock(at: Instant(iso8601: "2026-01-01T00:00:00Z") ?? Instant(seconds: 0))
    private let store: Store
    private let records: RecordStore

    init() throws {
        store = try Store(inMemory: time.clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
    }

    private func objective(_ title: String, _ parent: Record? = nil) async throws -> Record {
        var values: RecordValues = ["title": .text(title), "cycle": .text("2026Q1"), "department": .text("marketing")]
        values["parent"] = parent.map { .whole($0.id) }
        return try await records.create(.objective, values, by: .system)
    }

    private func result(_ objective: Record, _ baseline: Double, _ target: Double, _ current: Double?) async throws
        -> Record
    {
        var values: RecordValues = [
            "title": .text("KR"), "objective": .whole(objective.id), "baseline": .number(baseline),
            "target": .number(target),
        ]
        values["current"] = current.map(RecordValue.number)
        return try await records.create(.keyResult, values, by: .system)
    }

    @Test("S-04 progress rolls up: key results and aligned objectives count once each, downwards targets too")
    func progress() async throws {
        let top = try await objective("总")
        let part = try await objective("分", top)
        let falling = try await result(top, 80, 72, 76)
        _ = try await result(part, 0, 10, 10)
        _ = try await result(part, 0, 10, nil)
        let tree = try await records.okrTree(for: .system)
        #expect(tree.roots.map(\.id) == [top.id] && tree.children(of: top).map(\.id) == [part.id])
        #expect(tree.keyResults(of: top).first?.progress == 0.5)
        #expect(tree.progress(of: part) == 1)
        #expect(tree.progress(of: top) == 0.75)
        try await records.checkIn(
            falling, ["title": "谈成新框架", "value": "74", "confidence": "8"],
            on: try #require(Day("2026-01-06")), by: .system)
        let after = try await records.okrTree(for: .system)
        #expect(after.keyResults(of: top).first?.progress == 0.75 && after.keyResults(of: top).first?.confidence == 8)
        await #expect(throws: RecordProblem.self) {
            try await records.checkIn(
                falling, ["title": "", "value": "abc", "confidence": "12"], on: try #require(Day("2026-01-06")),
                by: .system)
        }
        #expect(try await records.okrTree(for: .system).allKeyResults.flatMap(\.checkIns).count == 1)
    }

    @Test(
        "S-04 the scheduler opens a session every two weeks, exactly once, whatever is restarted, and only where there is something to align"
    )
    func sessions() async throws {
        func tick() async {
            _ = await Scheduler(store, tasks: [AlignmentSessionStore.opening(store)]) { _, _ in }.tick()
        }
        await tick()
        time.advance(to: try #require(Instant(iso8601: "2026-01-06T00:00:00Z")))
        await tick()
        #expect(try await AlignmentSessionStore(store).latest().isEmpty)
        let top = try await objective("总")
        let open = try await result(top, 0, 10, 1)
        // Ten weeks, a new scheduler every six hours as after a restart, ticking twice.
        for _ in 0..<280 {
            time.advance(by: .seconds(6 * 3_600))
            await tick()
            await tick()
        }
        let sessions = try await AlignmentSessionStore(store).latest(20)
        #expect(
            sessions.map(\.heldOn.description) == [
                "2026-03-16", "2026-03-02", "2026-02-16", "2026-02-02", "2026-01-19",
            ])
        let waiting = try await records.okrTree(for: .system).allKeyResults
        #expect(waiting.first?.isDue(sessions.first) == true)
        try await records.checkIn(
            open, ["title": "推进", "value": "3", "confidence": "6"], on: try #require(Day("2026-03-16")), by: .system)
        #expect(try await records.okrTree(for: .system).allKeyResults.first?.isDue(sessions.first) == false)
    }
}
