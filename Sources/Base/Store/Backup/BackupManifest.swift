import Foundation
package import Kernel

/// What is in a backup: written last, so that a folder without it is no backup.
package struct BackupManifest: Sendable, Hashable, Codable {
    static let fileName = "manifest.json"
    static let currentFormat = 1

    package struct File: Sendable, Hashable, Codable {
        package let path: String
        package let bytes: Int64
        /// 64 hexadecimal digits.
        package let sha256: String
    }
    let format: Int
    /// Of the program that wrote it.
    package let version: String
    private let createdAt: String
    package let files: [File]

    package var moment: Instant { Instant(iso8601: createdAt) ?? Instant(seconds: 0) }
    package var bytes: Int64 { files.reduce(0) { $0 + $1.bytes } }

    /// Hashes what lies in `folder`, and makes sure it is on the disk.
    init(of folder: String, version: String, at moment: Instant) throws {
        format = BackupManifest.currentFormat
        self.version = version
        createdAt = moment.iso8601
        files = try FolderWalk.files(in: folder, hidden: true).map { path in
            let full = folder + "/" + path
            try DiskSync.flush(full)
            return File(path: path, bytes: try BackupManifest.size(full), sha256: try Digest.sha256(ofFile: full))
        }
    }

    func write(to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let path = folder + "/" + BackupManifest.fileName
        do { try encoder.encode(self).write(to: URL(fileURLWithPath: path)) } catch {
            throw StoreProblem.ofFileError(error, path: path)
        }
        try DiskSync.flush(path)
    }

    /// Reads a backup's list. Problems: no backup there, or one of a later version.
    package static func read(_ folder: String) throws -> BackupManifest {
        let path = folder + "/" + fileName
        guard FileManager.default.fileExists(atPath: path) else { throw BackupProblem.notABackup(path: folder) }
        let manifest: BackupManifest
        do {
            manifest = try JSONDecoder().decode(BackupManifest.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch { throw BackupProblem.damaged(path: folder, file: fileName) }
        if manifest.format > currentFormat { throw BackupProblem.laterFormat(path: folder, version: manifest.version) }
        if !manifest.files.allSatisfy({ isInside($0.path) }) {
            throw BackupProblem.damaged(path: folder, file: fileName)
        }
        return manifest
    }

    /// Compares every file with its hash; names the first that differs or is missing.
    package func verify(in folder: String) throws {
        for file in files {
            let full = folder + "/" + file.path
            guard FileManager.default.fileExists(atPath: full), try BackupManifest.size(full) == file.bytes,
                try Digest.sha256(ofFile: full) == file.sha256
            else { throw BackupProblem.damaged(path: folder, file: file.path) }
        }
    }

    /// A list from somebody else must not lead out of the folder.
    private static func isInside(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..") && !path.isEmpty
    }

    private static func size(_ path: String) throws -> Int64 {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? NSNumber)?.int64Value ?? -1
    }
}
