import Foundation
import Synchronization

/// An exclusive lock on a folder, and the note that its holder leaves for others: process number and web address.
final class FolderLock: Sendable {
    static let fileName = "yunchou.lock"
    private struct Note: Codable {
        var pid: Int32
        var address: String?
    }
    private let descriptor: Int32
    private let folder: String

    init(holding folder: String) throws {
        self.folder = folder
        let path = folder + "/" + FolderLock.fileName
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreProblem.ofErrorNumber(errno, path: folder) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            // `deinit` closes the file: it runs although this initialiser fails, because every property is set.
            let reason = errno
            if reason == EWOULDBLOCK { throw FolderLock.inUse(folder, note: path) }
            throw StoreProblem.ofErrorNumber(reason, path: folder)
        }
        try write(address: nil)
    }

    deinit { close(descriptor) }

    func write(address: String?) throws {
        let bytes = Array(try JSONEncoder().encode(Note(pid: getpid(), address: address)))
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count, ftruncate(descriptor, bytes.count) == 0 else {
            throw StoreProblem.ofErrorNumber(errno, path: folder)
        }
    }

    /// The note may be half written at this moment; the refusal then names no process.
    private static func inUse(_ folder: String, note path: String) -> StoreProblem {
        do {
            let note = try JSONDecoder().decode(Note.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
            return .folderInUse(path: folder, pid: note.pid, address: note.address)
        } catch {
            return .folderInUse(path: folder, pid: nil, address: nil)
        }
    }
}
