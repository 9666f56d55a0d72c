/// Looks at line ends, across chunks: which kind, how many, and whether blank lines stand between others.
struct LineState {
    private(set) var count: Int64 = 0
    private(set) var sawReturnLineFeed = false
    private(set) var sawBareLineFeed = false
    private(set) var sawInnerBlank = false
    private(set) var sawOddQuotes = false
    private var isOdd = false
    private var pendingBlank = false
    /// Bytes of the current line so far, with a carriage return where one ends the chunk.
    private var lineLength = 0
    private var lastByte: UInt8 = 0

    mutating func take(_ chunk: [UInt8]) {
        let bytes = chunk.span.bytes
        var start = 0
        var index = 0
        while index < chunk.count {
            if index + 8 <= chunk.count,
                !Self.hasMark(bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            {
                index += 8
                continue
            }
            let stop = min(index + 8, chunk.count)
            while index < stop {
                if chunk[index] == 0x22 { isOdd.toggle() }
                if chunk[index] == 0x0A {
                    let before = index > start ? chunk[index - 1] : lineLength > 0 ? lastByte : 0
                    end(lineLength + index - start, isReturned: before == 0x0D)
                    start = index + 1
                }
                index += 1
            }
        }
        lineLength += chunk.count - start
        lastByte = chunk.last ?? lastByte
    }

    /// The last line may have no line feed.
    mutating func finish() {
        if lineLength > 0, pendingBlank { sawInnerBlank = true }
        if isOdd { sawOddQuotes = true }
    }

    private mutating func end(_ length: Int, isReturned: Bool) {
        count += 1
        if isReturned { sawReturnLineFeed = true } else { sawBareLineFeed = true }
        if length == (isReturned ? 1 : 0) {
            pendingBlank = true
        } else if pendingBlank {
            sawInnerBlank = true
        }
        lineLength = 0
        if isOdd { sawOddQuotes = true }
        isOdd = false
    }

    private static func hasMark(_ word: UInt64) -> Bool {
        EightBytes.hold(word, 0x0A) || EightBytes.hold(word, 0x22)
    }
}
