package import Foundation
import Store

/// The folder of attached files: each under the hash of its content, so that no sent name becomes a path.
package struct RecordFileShelf: Sendable {
    private let folder: URL

    /// `files` is the data folder's `files`: it goes into backups as it is.
    package init(files: URL) { folder = files.appendingPathComponent("attachments") }

    package func place(of file: RecordFile) -> URL { place(file.hash) }

    func place(_ hash: String) -> URL {
        folder.appendingPathComponent(String(hash.prefix(2))).appendingPathComponent(hash)
    }

    func has(_ hash: String) -> Bool { FileManager.default.fileExists(atPath: place(hash).path) }

    /// A place for a file that is about to arrive. Its name begins with a dot, so that no backup takes half a file.
    package func begin() throws -> RecordFileWriter {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let part = folder.appendingPathComponent(".part-" + UUID().uuidString)
        try Data().write(to: part)
        return RecordFileWriter(shelf: self, part: part, file: try FileHandle(forWritingTo: part))
    }

    func keep(_ part: URL) throws -> String {
        let hash = try Digest.sha256(ofFile: part.path)
        let place = place(hash)
        if FileManager.default.fileExists(atPath: place.path) {
            try FileManager.default.removeItem(at: part)
        } else {
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: part, to: place)
        }
        return hash
    }

    func remove(_ hash: String) throws {
        if has(hash) { try FileManager.default.removeItem(at: place(hash)) }
    }

    /// Removes what a killed program left of files on their way; called while nobody else uses the folder. Says how many.
    @discardableResult
    package func sweep() throws -> Int {
        guard FileManager.default.fileExists(atPath: folder.path) else { return 0 }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(".part-") }
        for name in left { try FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }
        return left.count
    }
}

/// Takes a file in piece by piece. Ends with `finish` or `abandon`.
package actor RecordFileWriter {
    private let shelf: RecordFileShelf
    private let part: URL
    private let file: FileHandle
    private var bytes: Int64 = 0

    init(shelf: RecordFileShelf, part: URL, file: FileHandle) {
        self.shelf = shelf
        self.part = part
        self.file = file
    }

    package func take(_ piece: ArraySlice<UInt8>) throws {
        try file.write(contentsOf: Data(piece))
        bytes += Int64(piece.count)
    }

    /// What arrived lies on the disk under its hash. Problem: `record.file_empty`.
    package func finish() throws -> ArrivedFile {
        try file.synchronize()
        try file.close()
        if bytes == 0 {
            try FileManager.default.removeItem(at: part)
            throw RecordProblem.fileEmpty
        }
        return ArrivedFile(hash: try shelf.keep(part), bytes: bytes)
    }

    /// Nothing of the file stays.
    package func abandon() throws {
        try file.close()
        try FileManager.default.removeItem(at: part)
    }
}

/// Content that lies on the shelf and belongs to no record yet.
package struct ArrivedFile: Sendable, Hashable {
    let hash: String
    package let bytes: Int64
}
