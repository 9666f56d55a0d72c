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
}
