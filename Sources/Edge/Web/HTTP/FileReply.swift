import Foundation

/// A file of the data folder, sent in pieces.
enum FileReply {
    private static let pieceBytes = 64 << 10

    static func download(_ path: String, as name: String, type: String) throws -> Reply {
        guard FileManager.default.isReadableFile(atPath: path) else { throw WebProblem.pageUnknown }
        return .download(name, type: type) { outlet in
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { file.closeFile() }
            while let piece = try file.read(upToCount: pieceBytes), !piece.isEmpty {
                try await outlet.write([UInt8](piece))
            }
        }
    }

    /// The same for a file made for this one answer: its name is gone at once, its content when it has been sent.
    static func once(_ path: String, as name: String, type: String) throws -> Reply {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        try FileManager.default.removeItem(atPath: path)
        return .download(name, type: type) { outlet in
            defer { file.closeFile() }
            while let piece = try file.read(upToCount: pieceBytes), !piece.isEmpty {
                try await outlet.write([UInt8](piece))
            }
        }
    }
}
