import Collecting
import Kernel
import Store
import TestKit
import Testing

@Suite("DA-01 deleted mappings come back; headings that were long not used are forgotten") struct RemovedMappingTests {
    let time = VirtualClock(at: Instant(seconds: 1_800_000_000))
    let store: Store
    let kept: KeptMappingStore
    let lin = Author.account(id: 7, name: "林静")

    init() throws {
        store = try Store(inMemory: time.clock)
        kept = KeptMappingStore(store)
    }

    @Test("DA-01 a deleted mapping is put back whole, under its number and name, and the log says by whom")
    func restored() async throws {
        let saved = try await kept.add(KeptMappingTests.tmall, headings: KeptMappingTests.headings, by: lin)
        try await kept.remove(saved.id, by: lin)
        let gone = try #require(try await kept.removed().first)
        #expect(gone.mapping == KeptMappingTests.tmall && gone.headings == KeptMappingTests.headings)
        #expect(gone.removedBy == lin.description && gone.removedAt == time.clock.now())
        let back = try await kept.restore(gone.id, by: .commandLine)
        #expect(back.id == saved.id && back.mapping == saved.mapping && back.headings == saved.headings)
        #expect(try await kept.removed().isEmpty)
        let history = try await kept.history(of: saved.id)
        #expect(history.map(\.action) == ["mapping.restore", "mapping.remove", "mapping.add"])
        #expect(history[0].author == "command-line")
        #expect(try await store.read { try store.audit.verify($0) } == .intact(entries: 3))
    }

    @Test("DA-01 put back once, not twice; deleted again, it can come back again")
    func once() async throws {
        let saved = try await kept.add(KeptMappingTests.tmall, by: lin)
        try await kept.remove(saved.id, by: lin)
        let first = try #require(try await kept.removed().first).id
        try await kept.restore(first, by: lin)
        await #expect(throws: MappingProblem.notRemoved(first)) { try await kept.restore(first, by: lin) }
        await #expect(throws: MappingProblem.notRemoved(999)) { try await kept.restore(999, by: lin) }
        try await kept.remove(saved.id, by: lin)
        let second = try await kept.removed()
        #expect(second.count == 1 && second[0].id > first)
        #expect(try await kept.restore(second[0].id, by: lin).id == saved.id)
    }

    @Test("DA-01 where the name was taken meanwhile it comes back under one like it; numbers are never given twice")
    func nameTaken() async throws {
        let saved = try await kept.add(KeptMappingTests.tmall, by: lin)
        try await kept.remove(saved.id, by: lin)
        let other = try await kept.add(KeptMappingTests.tmall, by: lin)
        #expect(other.id == saved.id + 1)
        #expect(try await kept.history(of: other.id).map(\.action) == ["mapping.add"])
        let back = try await kept.restore(try #require(try await kept.removed().first).id, by: lin)
        #expect(back.id == saved.id && back.name == "天猫订单 (2)")
        #expect(back.mapping.bindings == saved.mapping.bindings)
    }

    @Test("DA-01 the nightly sweep forgets headings not used for 400 days; younger ones and kept mappings stay")
    func sweep() async throws {
        let saved = try await kept.add(KeptMappingTests.tmall, headings: KeptMappingTests.headings, by: lin)
        var unkept = KeptMappingTests.tmall
        unkept.name = "orders.csv"
        try await kept.used(saved.mapping, for: KeptMappingTests.headings, by: lin)
        try await kept.used(unkept, for: ["旧", "主订单编号"], by: lin)
        let scheduler = Scheduler(store, tasks: [KeptMappingStore.sweeping]) { task, error in
            Issue.record("\(task): \(error)")
        }
        await scheduler.tick()
        func isKnown(_ headings: [String]) async throws -> Bool {
            try await kept.lastUse(for: headings, into: nil) != nil
        }
        for _ in 1...200 {
            time.advance(by: .seconds(86_400))
            await scheduler.tick()
        }
        try await kept.used(saved.mapping, for: KeptMappingTests.headings, by: lin)
        for _ in 1...199 {
            time.advance(by: .seconds(86_400))
            await scheduler.tick()
        }
        #expect(try await isKnown(["旧", "主订单编号"]))
        for _ in 1...2 {
            time.advance(by: .seconds(86_400))
            await scheduler.tick()
        }
        #expect(try await !isKnown(["旧", "主订单编号"]))
        #expect(try await isKnown(KeptMappingTests.headings))
        #expect(try await kept.find(saved.id).uses == 2)
    }
}
