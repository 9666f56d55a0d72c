import Foundation
import GRDB
import Kernel
import Synchronization
import TestKit
import Testing

@testable import Store

@Suite struct JobTests {
    struct Count: Codable, Sendable, Equatable { var upTo: Int }
    static let step = Text(zh: "计数", en: "Counting")
    let files: TemporaryFolder
    let store: Store
    let jobs: JobStore

    init() throws {
        files = try TemporaryFolder()
        store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        jobs = JobStore(store)
    }

    private func kind(
        _ id: String = "count", lane: String? = nil, _ work: @escaping @Sendable (Count, JobRun) async throws -> Count
    ) -> JobKind { JobKind(id, name: Self.step, lane: lane, work: work) }

    /// Runs the kinds until `body` returns.
    private func running(
        _ kinds: [JobKind], width: Int = 2, _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        let runner = JobRunner(jobs, kinds: kinds, files: files.path, width: width) { _, _ in }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await runner.run() }
            try await body()
            group.cancelAll()
        }
    }

    @discardableResult
    private func wait(for id: Int64, _ state: JobState) async throws -> Job {
        let changes = jobs.changes()
        let now = try await jobs.find(id)
        if now.state == state { return now }
        for await job in changes where job.id == id && job.state == state { return job }
        throw CancellationError()
    }

    @Test("a job is done with its payload and its result is kept", .timeLimit(.minutes(1)))
    func done() async throws {
        let job = try await jobs.enqueue("count", Count(upTo: 7), by: .commandLine)
        try await running([kind { payload, _ in Count(upTo: payload.upTo * 2) }]) {
            let done = try await wait(for: job.id, .done)
            let result = try done.result(as: Count.self)
            #expect(result == Count(upTo: 14))
            #expect(done.attempt == 1)
            #expect(done.finishedAt != nil)
        }
    }

    @Test("a problem inside the work is told in its own words, any other error as our fault", .timeLimit(.minutes(1)))
    func failed() async throws {
        struct Oops: Error {}
        let mended = try await jobs.enqueue("full", Count(upTo: 1), by: .commandLine)
        let ours = try await jobs.enqueue("oops", Count(upTo: 1), by: .commandLine)
        let full = StoreProblem.diskFull(path: "/data")
        try await running([kind("full") { _, _ in throw full }, kind("oops") { _, _ in throw Oops() }]) {
            let told = try await wait(for: mended.id, .failed).failure
            #expect(told == Job.Failure(code: full.code, text: full.text))
            let fault = try await wait(for: ours.id, .failed).failure
            #expect(fault?.code == "job.fault")
        }
    }

    @Test("a kind that nobody knows fails with the reason instead of blocking the queue", .timeLimit(.minutes(1)))
    func unknown() async throws {
        let strange = try await jobs.enqueue("strange", Count(upTo: 1), by: .commandLine)
        let plain = try await jobs.enqueue("count", Count(upTo: 1), by: .commandLine)
        try await running([kind { payload, _ in payload }]) {
            try await wait(for: plain.id, .done)
            #expect(try await jobs.find(strange.id).failure?.code == "job.unknown_kind")
        }
    }

    @Test("a waiting job is cancelled at once, a running one when it next reports", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        let endless = kind { _, run in
            while true {
                try run.progress.report(1, of: 0, Self.step)
                await Task.yield()
            }
        }
        let first = try await jobs.enqueue("count", Count(upTo: 1), by: .commandLine)
        let second = try await jobs.enqueue("count", Count(upTo: 1), by: .commandLine)
        try await running([endless], width: 1) {
            try await wait(for: first.id, .running)
            try await jobs.cancel(second.id, by: .commandLine)
            #expect(try await jobs.find(second.id).state == .cancelled)
            try await jobs.cancel(first.id, by: .commandLine)
            try await wait(for: first.id, .cancelled)
            await #expect(throws: JobProblem.alreadyEnded(first.id)) {
                try await jobs.cancel(first.id, by: .commandLine)
            }
        }
    }

    @Test(
        "when the server stops, a running job waits for the next start and goes on from its checkpoint",
        .timeLimit(.minutes(1)))
    func stopped() async throws {
        let job = try await jobs.enqueue("count", Count(upTo: 10), by: .commandLine)
        let begun = Mutex<[Int]>([])
        let work = kind { payload, run in
            let start = try run.job.checkpoint(as: Int.self) ?? 0
            begun.withLock { $0.append(start) }
            for number in start..<payload.upTo {
                try await run.save(checkpoint: number + 1)
                if number == 4 { try await Task.sleep(for: .seconds(3600)) }
            }
            return payload
        }
        try await running([work]) {
            for await change in jobs.changes() where change.checkpoint == nil && change.state == .running { break }
            while try await jobs.find(job.id).checkpoint != "5", !Task.isCancelled { await Task.yield() }
        }
        #expect(try await jobs.find(job.id).state == .queued)
        #expect(try await jobs.find(job.id).attempt == 0)
        try await running([work]) { try await wait(for: job.id, .done) }
        #expect(begun.withLock { $0 } == [0, 5])
    }

    @Test("a job that was running when the process died is begun again, but not for ever", .timeLimit(.minutes(1)))
    func killed() async throws {
        let job = try await jobs.enqueue("count", Count(upTo: 1), by: .commandLine)
        for attempt in 1...3 {
            let claimed = try await jobs.claim(kinds: ["count": kind { payload, _ in payload }], busyLanes: [])
            #expect(claimed?.attempt == attempt)
            try await jobs.recover(limits: ["count": 3])
        }
        let ended = try await jobs.find(job.id)
        #expect(ended.state == .failed)
        #expect(ended.failure?.code == "job.interrupted_too_often")
        try await jobs.retry(job.id, by: .commandLine)
        try await running([kind { payload, _ in payload }]) { try await wait(for: job.id, .done) }
    }

    @Test("jobs of one lane never overlap; others run beside them; the width is kept", .timeLimit(.minutes(1)))
    func lanes() async throws {
        struct Seen {
            var now: [String: Int] = [:]
            var most: [String: Int] = [:]
        }
        let seen = Mutex(Seen())
        @Sendable func work(_ name: String) -> @Sendable (Count, JobRun) async throws -> Count {
            { payload, _ in
                seen.withLock { seen in
                    for key in [name, "all"] {
                        seen.now[key, default: 0] += 1
                        seen.most[key] = max(seen.most[key] ?? 0, seen.now[key] ?? 0)
                    }
                }
                try await Task.sleep(for: .milliseconds(2))
                seen.withLock { seen in for key in [name, "all"] { seen.now[key, default: 0] -= 1 } }
                return payload
            }
        }
        var last: Int64 = 0
        for number in 0..<30 {
            last = try await jobs.enqueue(number % 2 == 0 ? "a" : "b", Count(upTo: number), by: .system).id
        }
        try await running([kind("a", lane: "warehouse", work("a")), kind("b", work("b"))], width: 3) { [last] in
            while try await jobs.latest(100).contains(where: { !$0.state.isFinal }) {
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(try await jobs.find(last).state == .done)
        }
        #expect(seen.withLock { $0.most["a"] } == 1)
        #expect(seen.withLock { $0.most["all"] ?? 0 } <= 3)
    }

    @Test("the latest progress and an error file are on the finished job", .timeLimit(.minutes(1)))
    func progress() async throws {
        let job = try await jobs.enqueue("count", Count(upTo: 1), by: .commandLine)
        let work = kind { payload, run in
            for number in 1...1000 { try run.progress.report(Int64(number), of: 1000, Self.step) }
            try Data("row,reason\n".utf8).write(to: URL(fileURLWithPath: run.errorFile))
            return payload
        }
        try await running([work]) {
            let done = try await wait(for: job.id, .done)
            #expect(done.progress == WorkProgress.Report(done: 1000, total: 1000, step: Self.step))
            #expect(done.errorFile == files.file("job-\(job.id)-errors.csv"))
        }
    }

    @Test("while a job with a key waits or runs, the key gives that job again; afterwards a new one")
    func keys() async throws {
        let first = try await jobs.enqueue("count", Count(upTo: 1), key: "daily", by: .system)
        #expect(try await jobs.enqueue("count", Count(upTo: 2), key: "daily", by: .system).id == first.id)
        try await jobs.cancel(first.id, by: .system)
        #expect(try await jobs.enqueue("count", Count(upTo: 2), key: "daily", by: .system).id != first.id)
    }

    @Test("a job asked for within a transaction that fails was never there, and nobody hears of it")
    func rolledBack() async throws {
        struct Stop: Error {}
        let changes = jobs.changes()
        await #expect(throws: Stop.self) {
            try await store.write { db in
                try jobs.enqueue(db, "count", Count(upTo: 1), by: .system)
                throw Stop()
            }
        }
        let kept = try await jobs.enqueue("count", Count(upTo: 2), by: .system)
        #expect(try await jobs.latest().map(\.payload) == ["{\"upTo\":2}"])
        for await first in changes {
            #expect(first.id == kept.id && first.payload == kept.payload)
            break
        }
    }
}
