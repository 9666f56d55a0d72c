import Foundation
import GRDB
package import Kernel

/// Brings a backup back.
package enum Restore {
    /// Makes `target` what the backup holds. Answers where the old folder was put, if there was one.
    ///
    /// Every file is compared with its hash before anything is touched; the copy is complete and on the disk before it
    /// takes the folder's name; an old folder is put aside under another name, never deleted.
    ///
    /// - Parameter replacing: whether a folder that holds data may be put aside.
    @discardableResult
    package static func run(from backup: String, to target: String, replacing: Bool, clock: Clock) async throws
        -> String?
    {
        let manifest = try BackupManifest.read(backup)
        try manifest.verify(in: backup)
        let target = URL(fileURLWithPath: target).standardizedFileURL.path
        let holdsData = try holdsData(target)
        if holdsData, !replacing { throw BackupProblem.targetNotEmpty(path: target) }
        // Held until the end: nobody may work in the folder that is put aside.
        let old = holdsData ? try DataFolder.open(target) : nil
        let draft = target + unfinished
        do {
            try copy(manifest, from: backup, to: draft)
            try begin(draft + "/yunchou.db", manifest, of: backup, clock)
        } catch {
            try discard(draft)
            throw StoreProblem.ofFileError(error, path: target)
        }
        let aside = try exchange(draft, target, at: clock.now())
        withExtendedLifetime(old) {}
        return holdsData ? aside : nil
    }

    /// What a folder that is being restored is called; `DataFolder.open` refuses to begin afresh beside it.
    static let unfinished = ".restoring"

    private static func holdsData(_ target: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: target) else { return false }
        do { return try FileManager.default.contentsOfDirectory(atPath: target).contains { $0 != "lost+found" } } catch
        {
            throw StoreProblem.notADataFolder(path: target)
        }
    }

    /// Copies, and compares the copies with their hashes too: the disk that is written to may be the bad one.
    private static func copy(_ manifest: BackupManifest, from backup: String, to draft: String) throws {
        try discard(draft)
        try FileManager.default.createDirectory(
            atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for file in manifest.files {
            let path = draft + "/" + file.path
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: backup + "/" + file.path, toPath: path)
            try DiskSync.flush(path)
        }
        try manifest.verify(in: draft)
        try DiskSync.flush(draft)
    }

    /// Looks whether the database is whole (one that was copied byte by byte can have been ill before), logs that it was
    /// brought back, and ends all sessions: one that was revoked after the backup must not live again.
    private static func begin(_ database: String, _ manifest: BackupManifest, of backup: String, _ clock: Clock) throws
    {
        guard FileManager.default.fileExists(atPath: database) else {
            throw BackupProblem.damaged(path: backup, file: "yunchou.db")
        }
        do {
            let queue = try DatabaseQueue(path: database)
            let migrator = Migration.migrator
            let (answer, isLater) = try queue.read { db in
                (try String.fetchOne(db, sql: "PRAGMA integrity_check(1)"), try migrator.hasBeenSuperseded(db))
            }
            if answer != "ok" { throw BackupProblem.damaged(path: backup, file: "yunchou.db") }
            if isLater { throw BackupProblem.laterFormat(path: backup, version: manifest.version) }
            try migrator.migrate(queue)
            try queue.write { db in
                try db.execute(
                    sql: "UPDATE session SET revoked_at = ? WHERE revoked_at IS NULL", arguments: [clock.now()])
                try AuditLog(clock: clock).append(
                    db, author: .commandLine, action: "store.restore", subject: "store",
                    detail: ["backup_of": manifest.moment.iso8601, "version": manifest.version])
            }
            try queue.close()
            try DiskSync.flush(database)
        } catch { throw StoreProblem.ofDatabaseError(error, path: database) }
    }

    private static func exchange(_ draft: String, _ target: String, at now: Instant) throws -> String {
        let aside = target + ".before-" + now.iso8601.prefix(19).filter { !"-:".contains($0) } + "Z"
        guard FileManager.default.fileExists(atPath: target) else {
            try DiskSync.move(draft, to: target)
            return aside
        }
        if rename(target, aside) != 0 {
            let reason = errno
            try discard(draft)
            if reason == EBUSY || reason == EXDEV { throw BackupProblem.targetIsMount(path: target) }
            throw StoreProblem.ofErrorNumber(reason, path: target)
        }
        do { try DiskSync.move(draft, to: target) } catch {
            try DiskSync.move(aside, to: target)
            throw error
        }
        return aside
    }

    private static func discard(_ path: String) throws {
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    }
}
