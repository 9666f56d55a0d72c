/// Looks for blanks at the edge of a cell, across chunks, whatever separates the cells: a space or tab beside a separator, a
/// quote or a line's end. Where there are none, no cell has to be trimmed. Finds too many rather than too few.
struct OuterBlanks {
    private(set) var found = false
    private var last: UInt8 = 0x0A
    private static let space: UInt8 = 0x20
    private static let tab: UInt8 = 0x09

    mutating func take(_ chunk: [UInt8]) {
        guard !found, let first = chunk.first else { return }
        if Self.isOuter(last, beside: first) { found = true }
        let bytes = chunk.span.bytes
        var index = 0
        while index < chunk.count, !found {
            if index + 8 <= chunk.count {
                let word = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                if !EightBytes.hold(word, Self.space), !EightBytes.hold(word, Self.tab) {
                    index += 8
                    continue
                }
            }
            look(chunk, from: index, to: min(index + 8, chunk.count))
            index += 8
        }
        last = chunk.last ?? last
    }

    mutating func finish() {
        if Self.isOuter(last, beside: 0x0A) { found = true }
    }

    private mutating func look(_ chunk: [UInt8], from start: Int, to end: Int) {
        for index in start..<end where chunk[index] == Self.space || chunk[index] == Self.tab {
            let before = index > 0 ? chunk[index - 1] : last
            if Self.isOuter(chunk[index], beside: before) { found = true }
            if index + 1 < chunk.count, Self.isOuter(chunk[index], beside: chunk[index + 1]) { found = true }
        }
    }

    /// A tab may itself be the separator.
    private static func isOuter(_ byte: UInt8, beside other: UInt8) -> Bool {
        switch other {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\""), 0x0A, 0x0D:
            byte == space || byte == tab
        case tab: byte == space
        default: false
        }
    }
}

/// Tests on eight bytes at once.
enum EightBytes {
    /// Whether one of them is `byte` (Mycroft's test for a zero byte, after exclusive or).
    static func hold(_ word: UInt64, _ byte: UInt8) -> Bool {
        let rest = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080 != 0
    }
}
