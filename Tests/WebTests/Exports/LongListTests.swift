import Collecting
import Engine
import Foundation
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Web

/// More jobs, and with them more audit entries, than the 50,000 at which their files once ended.
@Suite("NF-02 audit log and jobs are exported to their last row") struct LongListTests {
    private static let count = 50_321

    /// The numbers in the first column.
    private func numbers(_ file: String) -> [Int] {
        file.split(separator: "\n").dropFirst().compactMap { line in
            line.split(separator: ",", maxSplits: 1).first.flatMap { Int($0) }
        }
    }

    @Test(
        "NF-02 every one of 50,321 jobs and of the audit entries before the export, newest first, none twice",
        .timeLimit(.minutes(10)))
    func atOnce() async throws {
        let test = try await TestSite()
        let list = test.app.jobs
        // A few at a time: each job tells its listeners when the transaction ends.
        for start in stride(from: 0, to: Self.count, by: 100) {
            try await test.app.store.write { db in
                for number in start..<min(start + 100, Self.count) {
                    try list.enqueue(db, "some", number, by: .system)
                }
            }
        }
        let administrator = try await test.browser(as: .administrator)
        let jobs = String(
            decoding: try await TwoDealers.bytes(await administrator.get("/settings/jobs/export/csv")), as: UTF8.self)
        #expect(numbers(jobs) == Array((1...Self.count).reversed()))
        let entries = try await test.app.store.read { try Int(test.app.store.audit.count($0)) }
        let audit = String(
            decoding: try await TwoDealers.bytes(await administrator.get("/settings/audit/export/csv")), as: UTF8.self)
        #expect(entries > Self.count)
        #expect(numbers(audit) == Array((1...entries).reversed()))
        let one = String(
            decoding: try await TwoDealers.bytes(
                await administrator.get("/settings/audit/export/csv?subject=job:7")), as: UTF8.self)
        #expect(numbers(one) == [7])
    }

    @Test(
        "NF-02 a longer list goes to the background as a question, not as rows, and comes out whole as Parquet",
        .timeLimit(.minutes(10)))
    func background() async throws {
        let test = try await TestSite(exportLimit: 50_000)
        let app = test.app
        let log = app.store.audit
        try await app.store.write { db in
            for number in 0..<Self.count {
                try log.append(db, author: .system, action: "some.deed", subject: "some:\(number)")
            }
        }
        let owner = try await test.browser(as: .administrator)
        #expect(await owner.get("/settings/audit/export/parquet").headers["location"] == "/me/exports")
        let job = try #require(try await app.jobs.latest(1, kind: ExportJob.id).first)
        #expect(job.payload.utf8.count < 4_000)
        let runner = JobRunner(
            app.jobs,
            kinds: ExportJob.kinds(app.warehouse.engine, app.store, files: app.files, stored: app.storedLists),
            files: app.files.path
        ) { _, _ in }
        let changes = app.jobs.changes()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await runner.run() }
            for await change in changes where change.id == job.id && change.state.isFinal { break }
            group.cancelAll()
        }
        let outcome = try #require(try await app.jobs.find(job.id).result(as: ExportOutcome.self))
        #expect(outcome.rows > Self.count)
        let file = ExportShelf(files: app.files).file(ofJob: job.id, .parquet)
        let counted = try await app.warehouse.engine.query(
            "SELECT count(DISTINCT entry) AS n, max(entry) AS last FROM read_parquet('\(file.path)')"
        ).single()
        #expect(try counted.int("n") == outcome.rows && counted.int("last") == outcome.rows)
    }
}
