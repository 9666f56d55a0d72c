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
                try BackupTests.checkPairs(target + "/yunchou.db", least: 2)
                try FileManager.default.removeItem(atPath: target)
                if number > 0 { try FileManager.default.removeItem(atPath: backup.path) }
            }
        }
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
