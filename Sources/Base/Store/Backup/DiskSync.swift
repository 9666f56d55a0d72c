import Foundation

/// What makes a file or a rename survive a power cut.
enum DiskSync {
    /// Returns when the file's or folder's content is on the disk.
    static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreProblem.ofErrorNumber(errno, path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreProblem.ofErrorNumber(errno, path: path) }
    }

    /// Moves within one disk; there is no moment at which neither name leads to the content.
    static func move(_ source: String, to target: String) throws {
        guard rename(source, target) == 0 else { throw StoreProblem.ofErrorNumber(errno, path: target) }
        try flush(URL(fileURLWithPath: target).deletingLastPathComponent().path)
    }
}
