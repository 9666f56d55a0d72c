import Foundation

/// One thing that a backup holds: a file, or a folder of files.
package struct BackupPart: Sendable {
    /// Its place in the backup and in the data folder: `yunchou.db`, `warehouse.duckdb`, `files`.
    package let name: String
    let write: @Sendable (String) async throws -> Void

    /// - Parameter write: puts a consistent copy at the path it is given, while the original is in use.
    package init(_ name: String, write: @escaping @Sendable (_ path: String) async throws -> Void) {
        self.name = name
        self.write = write
    }

    /// All files of a folder whose names don't begin with a dot: those are still being written.
    ///
    /// Put it after the databases that name the files: then every file that they name is there.
    package static func folder(_ name: String, copying source: String) -> BackupPart {
        BackupPart(name) { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for relative in try FolderWalk.files(in: source, hidden: false) {
                let target = path + "/" + relative
                let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: source + "/" + relative, toPath: target)
                try Task.checkCancellation()
            }
        }
    }
}
