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
        default: return error
        }
    }
}
