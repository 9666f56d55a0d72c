import Foundation
import GRDB

extension StoreProblem {
    /// The problem behind a system error number, or the number itself as an error of our own.
    package static func ofErrorNumber(_ number: Int32, path: String) -> any Error {
        switch number {
        case ENOSPC, EDQUOT, EFBIG: StoreProblem.diskFull(path: path)
        case EACCES, EPERM, EROFS: StoreProblem.folderReadOnly(path: path)
        case ENOTDIR, EEXIST: StoreProblem.notADataFolder(path: path)
        default: POSIXError(POSIXErrorCode(rawValue: number) ?? .EIO)
        }
    }

    /// The problem behind an error of Foundation's file functions.
    package static func ofFileError(_ error: any Error, path: String) -> any Error {
        if let posix = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error as NSError?,
            posix.domain == NSPOSIXErrorDomain
        {
            return ofErrorNumber(Int32(posix.code), path: path)
        }
        switch (error as? CocoaError)?.code {
        case .fileWriteOutOfSpace?: return StoreProblem.diskFull(path: path)
        case .fileWriteNoPermission?, .fileWriteVolumeReadOnly?, .fileReadNoPermission?:
            return StoreProblem.folderReadOnly(path: path)
        case .fileWriteFileExists?: return StoreProblem.notADataFolder(path: path)
        default: return error
        }
    }

    /// The problem behind an error of SQLite; other errors pass unchanged.
    package static func ofDatabaseError(_ error: any Error, path: String) -> any Error {
        guard let failure = error as? DatabaseError else { return error }
        switch failure.resultCode {
        case .SQLITE_FULL: return StoreProblem.diskFull(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: return StoreProblem.folderReadOnly(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return StoreProblem.damaged(path: path, reason: failure.message ?? "SQLite \(failure.resultCode.rawValue)")
        case .SQLITE_IOERR where isFull(path): return StoreProblem.diskFull(path: path)
        default: return error
        }
    }

    /// SQLite says "I/O error" when the file it shares between readers does not fit: then the disk itself has to be asked.
    private static func isFull(_ path: String) -> Bool {
        do {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let free = try FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize] as? NSNumber
            return free.map { $0.int64Value < 1 << 18 } ?? false
        } catch { return false }
    }
}
