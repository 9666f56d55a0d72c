/// Checks bytes that arrive in chunks for well-formed UTF-8 (Unicode 15, table 3-7). Eight ASCII bytes at a time.
struct UTF8Validator {
    private(set) var isValid = true
    /// An ideographic blank (U+3000) or one that does not break (U+00A0).
    private(set) var sawWideBlank = false
    /// Bytes still owed by the character that a chunk broke.
    private var owed = 0
    /// The last bytes that are not ASCII, the latest lowest.
    private var recent: UInt32 = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    var isComplete: Bool { owed == 0 }

    mutating func take(_ chunk: [UInt8]) {
        var index = 0
        while isValid, index < chunk.count {
            if owed == 0 { index = skipASCII(chunk, from: index) }
            guard index < chunk.count else { return }
            step(chunk[index])
            index += 1
        }
    }

    private func skipASCII(_ chunk: [UInt8], from start: Int) -> Int {
        let bytes = chunk.span.bytes
        var index = start
        while index + 8 <= chunk.count,
            bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < chunk.count, chunk[index] < 0x80 { index += 1 }
        return index
    }

    private mutating func step(_ byte: UInt8) {
        recent = recent << 8 | UInt32(byte)
        if recent & 0xFF_FFFF == 0xE3_8080 || recent & 0xFFFF == 0xC2A0 { sawWideBlank = true }
        if owed > 0 {
            if byte < low || byte > high { isValid = false }
            owed -= 1
            (low, high) = (0x80, 0xBF)
            return
        }
        switch byte {
        case 0xC2...0xDF: owed = 1
        case 0xE0: (owed, low) = (2, 0xA0)
        case 0xED: (owed, high) = (2, 0x9F)
        case 0xE1...0xEF: owed = 2
        case 0xF0: (owed, low) = (3, 0x90)
        case 0xF1...0xF3: owed = 3
        case 0xF4: (owed, high) = (3, 0x8F)
        default: isValid = false
        }
    }
}
