import Foundation
package import Kernel

/// Makes backups. A backup is a folder with a copy of each part and a list of their hashes.
package struct Backup: Sendable {
    package let path: String
    package let manifest: BackupManifest

    private static let unfinished = ".unfinished-"

    /// Copies the parts, in their order, into a new folder below `folder`, while the originals are in use.
    ///
    /// It is built under a hidden name and gets its own when every byte is on the disk: a kill, a full disk or a cancel at
    /// any moment leaves no folder that looks like a backup and is none.
    package static func make(
        of parts: [BackupPart], in folder: String, version: String, clock: Clock, progress: WorkProgress = .silent
    ) async throws -> Backup {
        let moment = clock.now()
        let name = freeName(in: folder, "yunchou-" + moment.iso8601.prefix(19).filter { !"-:".contains($0) } + "Z")
        let draft = folder + "/" + unfinished + name
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try clear(folder)
            try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: false)
            let lock = try FolderLock(holding: draft)
            let manifest = try await fill(draft, parts, version, moment, progress)
            try DiskSync.move(draft, to: folder + "/" + name)
            withExtendedLifetime(lock) {}
            return Backup(path: folder + "/" + name, manifest: manifest)
        } catch {
            if FileManager.default.fileExists(atPath: draft) { try clear(folder) }
            throw StoreProblem.ofFileError(error, path: folder)
        }
    }

    private static func freeName(in folder: String, _ name: String) -> String {
        var free = name
        var number = 2
        while FileManager.default.fileExists(atPath: folder + "/" + free) {
            free = name + "-\(number)"
            number += 1
        }
        return free
    }

    private static func fill(
        _ draft: String, _ parts: [BackupPart], _ version: String, _ moment: Instant, _ progress: WorkProgress
    ) async throws -> BackupManifest {
        for (number, part) in parts.enumerated() {
            let step = Text(zh: "正在备份 \(part.name)", en: "Copying \(part.name)")
            try progress.report(Int64(number), of: Int64(parts.count), step)
            try await part.write(draft + "/" + part.name)
        }
        try FileManager.default.removeItem(atPath: draft + "/" + FolderLock.fileName)
        try progress.report(Int64(parts.count), of: Int64(parts.count), Text(zh: "正在校验备份", en: "Checking the copy"))
        let manifest = try BackupManifest(of: draft, version: version, at: moment)
        try manifest.write(to: draft)
        try DiskSync.flush(draft)
        return manifest
    }

    /// Removes what a killed or failed backup left behind; one that is still being made is locked and stays.
    private static func clear(_ folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix(unfinished) {
            do {
                let lock = try FolderLock(holding: folder + "/" + name)
                try FileManager.default.removeItem(atPath: folder + "/" + name)
                withExtendedLifetime(lock) {}
            } catch StoreProblem.folderInUse { continue }
        }
    }

    /// The backups in a folder, the latest first. Folders that are no backups are left out.
    package static func list(in folder: String) throws -> [Backup] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.compactMap {
            name in
            do {
                return Backup(path: folder + "/" + name, manifest: try BackupManifest.read(folder + "/" + name))
            } catch is BackupProblem { return nil }
        }.sorted { $0.manifest.moment > $1.manifest.moment }
    }
}
