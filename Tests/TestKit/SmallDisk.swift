import Foundation
package import Testing

/// A disk of a few megabytes, to be filled or made read-only. Only the superuser may mount one.
package final class SmallDisk {
    package static let isAvailable = getuid() == 0 && run("mount", "--version")
    package static let reason: Comment = "only the superuser can mount a small disk"
    package let path: String

    /// `nil` where the system does not let us mount, as in some containers.
    package init?(megabytes: Int, in folder: TemporaryFolder) {
        path = folder.file("disk")
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
            return nil
        }
        if !Self.run("mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path) { return nil }
    }

    package func makeReadOnly() -> Bool { Self.run("mount", "-o", "remount,ro", path) }

    /// Writes until there is no room, and answers the file that takes it.
    package func fill(leaving free: Int = 0) throws -> String {
        let file = path + "/filler"
        FileManager.default.createFile(atPath: file, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        defer { handle.closeFile() }
        var written: UInt64 = 0
        do {
            while true {
                try handle.write(contentsOf: Data(repeating: 0, count: 4096))
                written += 4096
            }
        } catch { try handle.truncate(atOffset: written - min(written, UInt64(free))) }
        return file
    }

    deinit { if !Self.run("umount", "-l", path) { print("still mounted: \(path)") } }

    private static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
