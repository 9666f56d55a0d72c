import Foundation

/// Takes a file in piece by piece. Ends with `finish` or `abandon`.
package actor UploadWriter {
    private let id: String
    private let name: String
    private let account: Int64
    private let shelf: UploadShelf
    private let file: FileHandle
    private var bytes: Int64 = 0

    init(id: String, name: String, account: Int64, shelf: UploadShelf, file: FileHandle) {
        self.id = id
        self.name = name
        self.account = account
        self.shelf = shelf
        self.file = file
    }

    package func take(_ piece: ArraySlice<UInt8>) throws {
        try shelf.guarding { try file.write(contentsOf: Data(piece)) }
        bytes += Int64(piece.count)
    }

    /// Problem: `upload.empty`.
    package func finish() throws -> Upload {
        try shelf.guarding {
            try file.synchronize()
            try file.close()
        }
        if bytes == 0 {
            try shelf.abandon(id)
            throw UploadProblem.empty(name)
        }
        return try shelf.finish(id, name, account, bytes: bytes)
    }

    /// Nothing of the file stays.
    package func abandon() throws {
        try shelf.guarding { try file.close() }
        try shelf.abandon(id)
    }
}
