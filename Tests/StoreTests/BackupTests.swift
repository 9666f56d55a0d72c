import Foundation
import GRDB
import Kernel
import TestKit
import Testing

@testable import Store

@Suite struct BackupTests {
    let temporary: TemporaryFolder
    let virtual: VirtualClock

    init() throws {
        temporary = try TemporaryFolder()
        virtual = VirtualClock(at: Instant(seconds: 1_800_000_000))
    }

    private func open(_ name: String = "data") throws -> (DataFolder, Store) {
        let folder = try DataFolder.open(temporary.file(name))
        return (folder, try Store(folder: folder, clock: virtual.clock))
    }

    private func backUp(_ folder: DataFolder, _ store: Store, more: [BackupPart] = []) async throws -> Backup {
        try await Backup.make(
            of: [store.backupPart] + more + [.folder("files", copying: folder.files)], in: folder.backups,
            version: "1.0",
            clock: virtual.clock)
    }

    private func set(_ store: Store, _ value: String) async throws {
        let settings = SettingStore(store)
        try await store.write { try settings.set($0, "test.value", value, by: .system) }
    }

    private func value(in name: String) async throws -> String? {
        let (_, store) = try open(name)
        let settings = SettingStore(store)
        #expect(try await store.read { try store.audit.verify($0) } != .intact(entries: 0))
        return try await store.read { try settings.value($0, "test.value") }
    }

    private func everything(in store: Store) async throws -> [String] {
        try await store.read { db in
            let tables = try String.fetchAll(
                db,
                sql:
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('audit_entry', 'sqlite_sequence', 'session') ORDER BY name"
            )
            return try tables.map { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description).joined()
            }
        }
    }

    @Test("what is restored has the content that was backed up: every row, every file, every other part")
    func roundTrip() async throws {
        let (folder, store) = try open()
        try await set(store, "first")
        try FileManager.default.createDirectory(atPath: folder.files + "/a", withIntermediateDirectories: true)
        try Data("报告".utf8).write(to: URL(fileURLWithPath: folder.files + "/a/report.csv"))
        try Data("half".utf8).write(to: URL(fileURLWithPath: folder.files + "/.upload"))
        let warehouse = BackupPart("warehouse.duckdb") { try Data("columns".utf8).write(to: URL(fileURLWithPath: $0)) }
        try await store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO account (name, name_key, password_hash, created_at) VALUES ('lin', 'lin', 'x', '');
                    INSERT INTO session (token_hash, account_id, address, created_at, seen_at) VALUES (zeroblob(32), 1, '', '', '');
                    """)
        }
        let before = try await everything(in: store)
        let logged = try await store.read { try store.audit.entries($0) }
        let backup = try await backUp(folder, store, more: [warehouse])
        try await set(store, "second")
        let target = temporary.file("restored")
        let aside = try await Restore.run(from: backup.path, to: target, replacing: false, clock: virtual.clock)
        #expect(aside == nil)
        #expect(backup.manifest.files.map(\.path) == ["files/a/report.csv", "warehouse.duckdb", "yunchou.db"])
        let (restored, copy) = try open("restored")
        #expect(try await everything(in: copy) == before)
        let entries = try await copy.read { try copy.audit.entries($0) }
        #expect(Array(entries.dropFirst()) == logged)
        #expect(entries.first?.action == "store.restore")
        #expect(try await copy.read { try copy.audit.verify($0) } == .intact(entries: Int64(logged.count + 1)))
        let living = try await copy.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM session WHERE revoked_at IS NULL")
        }
        #expect(living == 0, "a session that was revoked after the backup must not live again")
        #expect(try String(contentsOfFile: restored.files + "/a/report.csv", encoding: .utf8) == "报告")
        #expect(try String(contentsOfFile: restored.warehouse, encoding: .utf8) == "columns")
    }

    @Test("a folder with data is replaced only when told, and the old one is kept aside")
    func replacing() async throws {
        var backup = ""
        do {
            let (folder, store) = try open()
            try await set(store, "first")
            backup = try await backUp(folder, store).path
            try await set(store, "second")
            let target = folder.path
            await #expect(throws: BackupProblem.targetNotEmpty(path: target)) {
                try await Restore.run(from: backup, to: target, replacing: false, clock: virtual.clock)
            }
            await #expect(throws: StoreProblem.folderInUse(path: target, pid: getpid(), address: nil)) {
                try await Restore.run(from: backup, to: target, replacing: true, clock: virtual.clock)
            }
            try store.close()
        }
        let aside = try await Restore.run(
            from: backup, to: temporary.file("data"), replacing: true, clock: virtual.clock)
        let kept = try #require(aside)
        #expect(try await value(in: "data") == "first")
        #expect(try await value(in: URL(fileURLWithPath: kept).lastPathComponent) == "second")
        #expect(try Backup.list(in: kept + "/backups").count == 1)
    }

    @Test(
        "a backup with one changed, missing or cut file is refused, and nothing is touched",
        arguments: ["changed", "missing", "cut"])
    func damaged(how: String) async throws {
        let (folder, store) = try open()
        let backup = try await backUp(folder, store)
        let file = backup.path + "/yunchou.db"
        switch how {
        case "changed":
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
            try handle.seek(toOffset: 5000)
            try handle.write(contentsOf: Data([0x55]))
            try handle.close()
        case "missing": try FileManager.default.removeItem(atPath: file)
        default: #expect(truncate(file, 4096) == 0)
        }
        let target = temporary.file("restored")
        await #expect(throws: BackupProblem.damaged(path: backup.path, file: "yunchou.db")) {
            try await Restore.run(from: backup.path, to: target, replacing: false, clock: virtual.clock)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == ["data"])
    }

    @Test("a folder without a list is no backup; a list that leads out of the folder is refused")
    func foreign() async throws {
        let path = temporary.file("backup")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(throws: BackupProblem.notABackup(path: path)) { try BackupManifest.read(path) }
        let list = """
            {"format":1,"version":"1","createdAt":"2026-11-21T00:00:00Z","files":[{"path":"../x","bytes":1,"sha256":""}]}
            """
        try Data(list.utf8).write(to: URL(fileURLWithPath: path + "/manifest.json"))
        #expect(throws: BackupProblem.damaged(path: path, file: "manifest.json")) { try BackupManifest.read(path) }
        try Data(list.replacingOccurrences(of: ":1,\"v", with: ":2,\"v").utf8).write(
            to: URL(fileURLWithPath: path + "/manifest.json"))
        #expect(throws: BackupProblem.laterFormat(path: path, version: "1")) { try BackupManifest.read(path) }
    }

    @Test("a part that fails, and a cancel, leave no folder behind")
    func failed() async throws {
        struct Stop: Error {}
        let (folder, store) = try open()
        await #expect(throws: Stop.self) {
            try await backUp(folder, store, more: [BackupPart("x") { _ in throw Stop() }])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.backups) == [])
    }

    @Test("backups made while others write hold whole transactions only", .timeLimit(.minutes(1)))
    func whileServing() async throws {
        let (folder, store) = try open()
        try await store.write { try $0.execute(sql: "CREATE TABLE pair (side TEXT) STRICT") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled { try await Self.writePair(store) }
            }
            for number in 1...5 {
                while try await store.read({ try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM pair") ?? 0 }) < number
                    * 40, !Task.isCancelled
                { await Task.yield() }
                let backup = try await backUp(folder, store)
                try Self.checkPairs(backup.path + "/yunchou.db", least: number * 40)
            }
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
        #expect(try Backup.list(in: folder.backups).count == 5)
    }

    static func writePair(_ store: Store) async throws {
        try await store.write { db in
            try db.execute(sql: "INSERT INTO pair VALUES ('left')")
            try store.audit.append(db, author: .system, action: "pair", subject: "pair")
            try db.execute(sql: "INSERT INTO pair VALUES ('right')")
        }
    }

    /// Both sides of every pair, as many audit entries, and a file that SQLite finds whole.
    static func checkPairs(_ path: String, least: Int, restored: Bool = false) throws {
        var configuration = Configuration()
        configuration.readonly = true
        try DatabaseQueue(path: path, configuration: configuration).read { db in
            let left = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM pair WHERE side = 'left'") ?? 0
            let right = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM pair WHERE side = 'right'") ?? 0
            #expect(left == right)
            #expect(left + right >= least)
            let audit = AuditLog(clock: VirtualClock(at: Instant(seconds: 0)).clock)
            #expect(try audit.verify(db) == .intact(entries: Int64(left + (restored ? 1 : 0))))
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        }
    }
}
