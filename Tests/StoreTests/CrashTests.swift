import Foundation
import GRDB
import Kernel
import TestKit
import Testing

@testable import Store

/// The process is killed at moments that nobody chose; what is on the disk must be whole.
@Suite(.serialized) struct CrashTests {
    @Test("the child: writes pairs and makes backups until it is killed", .enabled(if: ChildTest.folder != nil))
    func worker() async throws {
        let folder = try DataFolder.open(try #require(ChildTest.folder))
        let store = try Store(folder: folder, clock: .system)
        try await store.write { try $0.execute(sql: "CREATE TABLE IF NOT EXISTS pair (side TEXT) STRICT") }
        try Data(repeating: 1, count: 3_000_000).write(to: URL(fileURLWithPath: folder.files + "/big"))
        try await BackupTests.writePair(store)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { while true { try await BackupTests.writePair(store) } }
            group.addTask {
                while true {
                    try await Backup.make(
                        of: [store.backupPart, .folder("files", copying: folder.files)], in: folder.backups,
                        version: "1",
                        clock: .system)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test(
        "kill −9 during writes and backups: the database is whole, and every folder that says it is a backup can be restored",
        .enabled(if: ChildTest.folder == nil), .timeLimit(.minutes(3)))
    func killed() async throws {
        let temporary = try TemporaryFolder()
        let path = temporary.file("data")
        var random = Seed(3).generator
        for round in 1...6 {
            let child = try ChildTest(running: "CrashTests/worker", in: path)
            let before = try Backup.list(in: path + "/backups").count
            while child.isRunning, try Backup.list(in: path + "/backups").count <= before {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(child.isRunning, "the child ended by itself")
            try await Task.sleep(for: .milliseconds(Int64.random(in: 0...120, using: &random)))
            child.kill()
            let folder = try DataFolder.open(path)
            let store = try Store(folder: folder, clock: .system)
            #expect(try await store.read { try store.audit.verify($0) } != .intact(entries: 0))
            try store.close()
            try BackupTests.checkPairs(folder.database, least: 2)
            for (number, backup) in try Backup.list(in: folder.backups).enumerated() {
                let target = temporary.file("restored-\(round)-\(number)")
                try await Restore.run(from: backup.path, to: target, replacing: false, clock: .system)
                try BackupTests.checkPairs(target + "/yunchou.db", least: 2, restored: true)
                try FileManager.default.removeItem(atPath: target)
                if number > 0 { try FileManager.default.removeItem(atPath: backup.path) }
            }
        }
    }

    private static let units = 3000

    /// One row to a unit of work, in the transaction that moves the checkpoint.
    private static func counting(_ store: Store) -> JobKind {
        JobKind("count", name: Text(verbatim: "count"), attemptLimit: 100) { (units: Int, run: JobRun) in
            for unit in (try run.job.checkpoint(as: Int.self) ?? 0)..<units {
                try await store.write { db in
                    try db.execute(sql: "INSERT INTO unit VALUES (?, ?)", arguments: [unit, run.job.attempt])
                    try run.save(db, checkpoint: unit + 1)
                }
                try run.progress.report(Int64(unit + 1), of: Int64(units), Text(verbatim: "count"))
            }
            return units
        }
    }

    /// Until the job is done, or the process killed.
    private static func work(on path: String) async throws {
        let folder = try DataFolder.open(path)
        let store = try Store(folder: folder, clock: .system)
        let jobs = JobStore(store)
        try await store.write {
            try $0.execute(sql: "CREATE TABLE IF NOT EXISTS unit (unit INTEGER, attempt INTEGER) STRICT")
        }
        if try await jobs.latest().isEmpty { try await jobs.enqueue("count", units, by: .system) }
        let changes = jobs.changes()
        let runner = JobRunner(jobs, kinds: [counting(store)], files: folder.files) { _, error in print(error) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await runner.run() }
            for await job in changes where job.state == .done { break }
            group.cancelAll()
        }
        try store.close()
    }

    @Test("the child: counts until it is killed", .enabled(if: ChildTest.folder != nil))
    func counter() async throws { try await Self.work(on: try #require(ChildTest.folder)) }

    @Test(
        "kill −9 during a job, again and again: in the end every unit of its work is done once",
        .enabled(if: ChildTest.folder == nil), .timeLimit(.minutes(3)))
    func killedJob() async throws {
        let temporary = try TemporaryFolder()
        let path = temporary.file("data")
        var random = Seed(5).generator
        for _ in 0..<5 {
            let child = try ChildTest(running: "CrashTests/counter", in: path)
            while child.isRunning, try !Self.isCounting(path) { try await Task.sleep(for: .milliseconds(10)) }
            try await Task.sleep(for: .milliseconds(Int64.random(in: 0...150, using: &random)))
            child.kill()
        }
        try await Self.work(on: path)
        let folder = try DataFolder.open(path)
        let store = try Store(folder: folder, clock: .system)
        let done = try await store.read { try Int.fetchAll($0, sql: "SELECT unit FROM unit ORDER BY rowid") }
        #expect(done == Array(0..<Self.units))
        let attempts = try await store.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(DISTINCT attempt) FROM unit") ?? 0
        }
        #expect(attempts > 1, "no kill hit the job at work")
        let job = try #require(try await JobStore(store).latest().first)
        #expect(job.state == .done)
        #expect(try await store.read { try store.audit.verify($0) } != .intact(entries: 0))
        try store.close()
    }

    /// Whether the child has begun: another process may look while it writes.
    private static func isCounting(_ path: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: path + "/yunchou.db") else { return false }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        do {
            return try DatabaseQueue(path: path + "/yunchou.db", configuration: configuration).read { db in
                try Bool.fetchOne(db, sql: "SELECT state = 'running' FROM job LIMIT 1") ?? false
            }
        } catch { return false }
    }

    @Test("a restore that was killed after it put the old folder aside is not followed by an empty start")
    func unfinishedRestore() throws {
        let temporary = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: temporary.file("data.restoring"), withIntermediateDirectories: true)
        #expect(throws: StoreProblem.restoreUnfinished(path: temporary.file("data"))) {
            try DataFolder.open(temporary.file("data"))
        }
    }
}
