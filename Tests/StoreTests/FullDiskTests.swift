import Foundation
import GRDB
import Kernel
import TestKit
import Testing

@testable import Store

@Suite(.enabled(if: SmallDisk.isAvailable, SmallDisk.reason)) struct FullDiskTests {
    let temporary: TemporaryFolder
    let disk: SmallDisk
    let clock: Clock

    init() throws {
        temporary = try TemporaryFolder()
        disk = try #require(SmallDisk(megabytes: 3, in: temporary))
        clock = VirtualClock(at: Instant(seconds: 1_800_000_000)).clock
    }

    @Test("a full disk is named as such, the transaction leaves nothing, and work goes on once there is room")
    func full() async throws {
        let folder = try DataFolder.open(disk.path + "/data")
        let store = try Store(folder: folder, clock: clock)
        let settings = SettingStore(store)
        try await store.write { try settings.set($0, "small", "before", by: .system) }
        let filler = try disk.fill(leaving: 64 << 10)
        await #expect(throws: StoreProblem.diskFull(path: folder.database)) {
            try await store.write { db in
                for number in 0..<200 {
                    try settings.set(db, "big-\(number)", String(repeating: "x", count: 8192), by: .system)
                }
            }
        }
        #expect(try await store.read { try String.fetchAll($0, sql: "SELECT key FROM setting") } == ["small"])
        #expect(try await store.read { try store.audit.verify($0) } == .intact(entries: 1))
        #expect(try await store.quickCheck() == "ok")
        try FileManager.default.removeItem(atPath: filler)
        try await store.write { try settings.set($0, "small", "after", by: .system) }
        #expect(try await store.read { try settings.value($0, "small") } == "after")
    }

    @Test("a backup to a full disk says so and leaves nothing behind")
    func backup() async throws {
        let folder = try DataFolder.open(temporary.file("data"))
        let store = try Store(folder: folder, clock: clock)
        try Data(repeating: 1, count: 4 << 20).write(to: URL(fileURLWithPath: folder.files + "/big"))
        let parts = [store.backupPart, .folder("files", copying: folder.files)]
        let problem = await #expect(throws: StoreProblem.self) {
            try await Backup.make(of: parts, in: disk.path, version: "1", clock: clock)
        }
        #expect(problem?.code == "store.disk_full")
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
        _ = try disk.fill()
        let again = await #expect(throws: StoreProblem.self) {
            try await Backup.make(of: parts, in: disk.path, version: "1", clock: clock)
        }
        #expect(again?.code == "store.disk_full")
    }

    @Test("a restore to a full disk says so and leaves nothing behind")
    func restore() async throws {
        let folder = try DataFolder.open(temporary.file("data"))
        let store = try Store(folder: folder, clock: clock)
        try Data(repeating: 1, count: 4 << 20).write(to: URL(fileURLWithPath: folder.files + "/big"))
        let backup = try await Backup.make(
            of: [store.backupPart, .folder("files", copying: folder.files)], in: folder.backups, version: "1",
            clock: clock)
        let problem = await #expect(throws: StoreProblem.self) {
            try await Restore.run(from: backup.path, to: disk.path + "/data", replacing: false, clock: clock)
        }
        #expect(problem?.code == "store.disk_full")
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
    }

    @Test("a folder on a full disk cannot be begun, and says why")
    func start() throws {
        _ = try disk.fill(leaving: 16 << 10)
        let path = disk.path + "/data"
        let problem = #expect(throws: StoreProblem.self) {
            _ = try Store(folder: try DataFolder.open(path), clock: clock)
        }
        #expect(problem?.code == "store.disk_full")
    }

    @Test("a read-only folder is named as such, a new one and one with data")
    func readOnly() throws {
        let path = disk.path + "/data"
        do { try Store(folder: try DataFolder.open(path), clock: clock).close() }
        try #require(disk.makeReadOnly())
        #expect(throws: StoreProblem.folderReadOnly(path: path)) { try DataFolder.open(path) }
        #expect(throws: StoreProblem.folderReadOnly(path: disk.path + "/new")) {
            try DataFolder.open(disk.path + "/new")
        }
    }
}
