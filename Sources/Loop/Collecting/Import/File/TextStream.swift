import Foundation
import Kernel

/// A file's text as UTF-8, chunk by chunk, whatever its encoding; without byte-order mark.
struct TextStream {
    let url: URL
    let encoding: TextEncoding
    private static let chunk = 1 << 20

    func forEachChunk(_ body: ([UInt8]) throws -> Void) throws {
        let file = try FileHandle(forReadingFrom: url)
        if encoding.iconvName == nil { try plain(file, body) } else { try converted(file, body) }
    }

    private func plain(_ file: FileHandle, _ body: ([UInt8]) throws -> Void) throws {
        var isFirst = true
        while let data = try file.read(upToCount: Self.chunk), !data.isEmpty {
            let text = isFirst && data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
            isFirst = false
            try body([UInt8](text))
        }
    }

    private func converted(_ file: FileHandle, _ body: ([UInt8]) throws -> Void) throws {
        let converter = try Transcoder(from: encoding, file: url.lastPathComponent)
        var isFirst = true
        while let data = try file.read(upToCount: Self.chunk), !data.isEmpty {
            var text = try converter.convert(Array(data))
            if isFirst, text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
            isFirst = false
            try body(text)
        }
        try converter.finish()
    }
}
