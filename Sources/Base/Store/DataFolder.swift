import Foundation
import Kernel

/// The one folder in which everything lives that the company writes, counts and keeps.
///
/// Whoever holds a `DataFolder` holds it alone: a second process on the same folder gets `StoreProblem.folderInUse`.
/// The lock ends with the process, also when it is killed, because the kernel keeps it (flock), not a file's existence.
package final class DataFolder: Sendable {
    /// Absolute.
    package let path: String
    private let lock: FolderLock

    /// Opens a folder for this process alone, and makes it if it is not there.
    ///
    /// An existing folder must be empty or hold a Yunchou database: other people's files are left alone.
    package static func open(_ path: String) throws -> DataFolder {
        let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
        let exists = FileManager.default.fileExists(atPath: absolute)
        if !exists, FileManager.default.fileExists(atPath: absolute + Restore.unfinished) {
            throw StoreProblem.restoreUnfinished(path: absolute)
        }
        try makeFolder(absolute)
        try checkItIsOurs(absolute)
        let lock = try FolderLock(holding: absolute)
        let folder = DataFolder(path: absolute, lock: lock)
        try makeFolder(folder.files)
        try makeFolder(folder.backups)
        return folder
    }

    private init(path: String, lock: FolderLock) {
        self.path = path
        self.lock = lock
    }

    /// What people write: `yunchou.db`.
    package var database: String { file("yunchou.db") }
    /// Events that arrived and are not yet loaded: `inbox.db`.
    package var inbox: String { file("inbox.db") }
    /// What is counted: `warehouse.duckdb`.
    package var warehouse: String { file("warehouse.duckdb") }
    /// Uploads, error files, exports: `files/`.
    package var files: String { file("files") }
    /// Where backups are put unless told otherwise: `backups/`.
    package var backups: String { file("backups") }

    /// A path inside the folder.
    package func file(_ name: String) -> String { path + "/" + name }

    /// Says where this process answers (`http://127.0.0.1:8080`), so that commands started beside it can ask it
    /// instead of failing. They find the address in `StoreProblem.folderInUse`.
    package func publish(address: String) throws { try lock.write(address: address) }

    private static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw StoreProblem.ofFileError(error, path: path) }
    }

    private static func checkItIsOurs(_ path: String) throws {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            throw StoreProblem.ofFileError(error, path: path)
        }
        let foreign = names.filter { $0 != "lost+found" && $0 != ".DS_Store" }
        let ours = foreign.isEmpty || foreign.contains("yunchou.db") || foreign.contains(FolderLock.fileName)
        if !ours { throw StoreProblem.notADataFolder(path: path) }
    }
}
