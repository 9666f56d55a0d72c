/// A string or a block string in a request's text: where it ends and what it says.
struct StringLiteral {
    let token: Token

    /// Problem: `graphql.syntax`.
    init(_ source: SourceText, at start: Int) throws {
        let isBlock = source[start + 1] == quote && source[start + 2] == quote
        let (end, value) = try isBlock ? Self.block(source, start + 3) : Self.line(source, start + 1)
        token = Token(kind: .string, start: start, end: end, text: value)
    }

    private static func line(_ source: SourceText, _ start: Int) throws -> (end: Int, String) {
        var value: [UInt8] = []
        var position = start
        while position < source.bytes.count, !isLineEnd(source[position]) {
            switch source[position] {
            case quote: return (position + 1, String(decoding: value, as: UTF8.self))
            case backslash:
                let (text, length) = try escape(source, position)
                value += text.utf8
                position += length
            default:
                value.append(source[position])
                position += 1
            }
        }
        throw Misplaced(.stringOpen, at: position)
    }

    /// What the sign after a backslash stands for, and how many bytes it takes with the backslash.
    private static func escape(_ source: SourceText, _ position: Int) throws -> (String, Int) {
        let plain: [Character: String] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        ]
        let sign = Character(UnicodeScalar(source[position + 1]))
        if let text = plain[sign] { return (text, 2) }
        if sign == "u", let found = unicode(source, position) { return found }
        throw Misplaced(.escapeUnknown, at: position)
    }

    /// `\u4E2D`, a pair of surrogates, or `\u{1F600}`.
    private static func unicode(_ source: SourceText, _ position: Int) -> (String, Int)? {
        if source[position + 2] == UInt8(ascii: "{") {
            var end = position + 3
            while end < position + 11, source[end] != UInt8(ascii: "}") { end += 1 }
            guard source[end] == UInt8(ascii: "}") else { return nil }
            return scalar(hexadecimal(source, position + 3..<end)).map { ($0, end + 1 - position) }
        }
        guard let first = hexadecimal(source, position + 2..<position + 6) else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return scalar(first).map { ($0, 6) } }
        guard source[position + 6] == backslash, source[position + 7] == UInt8(ascii: "u"),
            let second = hexadecimal(source, position + 8..<position + 12), (0xDC00..<0xE000).contains(second)
        else { return nil }
        return scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 12) }
    }

    private static func scalar(_ number: UInt32?) -> String? {
        number.flatMap(UnicodeScalar.init).map { String(Character($0)) }
    }

    private static func hexadecimal(_ source: SourceText, _ range: Range<Int>) -> UInt32? {
        guard !range.isEmpty, range.upperBound <= source.bytes.count else { return nil }
        let text = source.text(range)
        return text.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit } ? UInt32(text, radix: 16) : nil
    }

    private static func block(_ source: SourceText, _ start: Int) throws -> (end: Int, String) {
        var raw: [UInt8] = []
        var position = start
        while position < source.bytes.count {
            let isEnd = (0..<3).allSatisfy { source[position + $0] == quote }
            if isEnd { return (position + 3, dedented(String(decoding: raw, as: UTF8.self))) }
            if source[position] == backslash, (1...3).allSatisfy({ source[position + $0] == quote }) {
                raw += [quote, quote, quote]
                position += 4
            } else {
                raw.append(source[position])
                position += 1
            }
        }
        throw Misplaced(.stringOpen, at: position)
    }

    /// Without the indentation that all lines but the first share, and without blank lines at both ends.
    private static func dedented(_ raw: String) -> String {
        var lines = [[UInt8]()]
        var isAfterReturn = false
        for byte in raw.utf8 {
            if byte == UInt8(ascii: "\n"), isAfterReturn {
                isAfterReturn = false
                continue
            }
            isAfterReturn = byte == UInt8(ascii: "\r")
            if isLineEnd(byte) { lines.append([]) } else { lines[lines.count - 1].append(byte) }
        }
        func blanks(_ line: [UInt8]) -> Int {
            line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        }
        let shared = lines.dropFirst().filter { blanks($0) < $0.count }.map(blanks).min() ?? 0
        let cut = lines.enumerated().map { $0 == 0 ? $1[...] : $1.dropFirst(shared) }
        guard let first = lines.firstIndex(where: { blanks($0) < $0.count }),
            let last = lines.lastIndex(where: { blanks($0) < $0.count })
        else { return "" }
        return cut[first...last].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")
