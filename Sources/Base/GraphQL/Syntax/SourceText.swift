/// The text of a request, with the places in it.
package struct SourceText: Sendable {
    let bytes: [UInt8]

    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The byte there; 0 past the end, which no text of ours needs.
    subscript(offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Where a byte stands. Lines end by LF, CR or both; columns count code points, as the specification has it.
    package func location(_ offset: Int) -> Location {
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, bytes.count) {
            let isReturn = bytes[index] == UInt8(ascii: "\r") && self[index + 1] != UInt8(ascii: "\n")
            if bytes[index] == UInt8(ascii: "\n") || isReturn {
                line += 1
                lineStart = index + 1
            }
        }
        let column = bytes[min(lineStart, bytes.count)..<min(max(offset, lineStart), bytes.count)]
            .count { $0 & 0b1100_0000 != 0b1000_0000 }
        return Location(line: line, column: column + 1)
    }
}

/// A place in a request's text, both counted from 1.
package struct Location: Sendable, Hashable {
    package let line: Int
    package let column: Int
}
