/// Splits Swift source into tokens and texts. It knows comments, all kinds of text and their interpolations, and extended
/// regular expressions; that is enough for rules about words, and no compiler has to be built with the tests.
struct Lexer {
    private let source: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private(set) var tokens: [Token] = []
    private(set) var literals: [TextLiteral] = []

    init(_ source: String) {
        self.source = source
        bytes = Array(source.utf8)
        code(untilParenthesis: false)
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }

    private func peek(_ offset: Int = 0) -> UInt8 { position + offset < bytes.count ? bytes[position + offset] : 0 }
    private func sees(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            position + wanted.count <= bytes.count && wanted.indices.allSatisfy { bytes[position + $0] == wanted[$0] }
        }
    }
    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    private mutating func code(untilParenthesis: Bool) {
        var depth = 0
        var blankBefore = true
        while position < bytes.count {
            let byte = peek()
            if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
                step()
                blankBefore = true
                continue
            }
            if sees("//") {
                lineComment()
            } else if sees("/*") {
                blockComment()
            } else if let fences = textFences() {
                text(fences: fences)
            } else if sees("#/") {
                extendedPattern()
            } else {
                if untilParenthesis, byte == UInt8(ascii: ")"), depth == 0 { return }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                token(glued: !blankBefore)
            }
            blankBefore = false
        }
    }

    private mutating func token(glued: Bool) {
        let start = position
        let startLine = line
        if Lexer.isWordByte(peek()) { while Lexer.isWordByte(peek()) { position += 1 } } else { step() }
        tokens.append(Token(text: slice(start, position), line: startLine, isGlued: glued))
    }

    private func slice(_ start: Int, _ end: Int) -> Substring {
        let utf8 = source.utf8
        return source[utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: end)]
    }

    private mutating func lineComment() { while position < bytes.count, peek() != UInt8(ascii: "\n") { position += 1 } }

    private mutating func blockComment() {
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                step(2)
            } else if sees("*/") {
                depth -= 1
                step(2)
            } else {
                step()
            }
        } while depth > 0 && position < bytes.count
    }

    private mutating func extendedPattern() {
        step(2)
        while position < bytes.count, !sees("/#") { step() }
        step(2)
    }

    /// The number of `#` before an opening quote, or nil where no text begins.
    private func textFences() -> Int? {
        var count = 0
        while peek(count) == UInt8(ascii: "#") { count += 1 }
        return peek(count) == UInt8(ascii: "\"") ? count : nil
    }

    private func closes(quotes: Int, fences: Int) -> Bool {
        (0..<quotes).allSatisfy { peek($0) == UInt8(ascii: "\"") }
            && (0..<fences).allSatisfy { peek(quotes + $0) == UInt8(ascii: "#") }
    }

    private mutating func text(fences: Int) {
        var literal = TextLiteral(line: line)
        step(fences)
        let quotes = sees("\"\"\"") ? 3 : 1
        step(quotes)
        var start = position
        while position < bytes.count, !closes(quotes: quotes, fences: fences) {
            if quotes == 1, peek() == UInt8(ascii: "\n") { break }
            guard escapes(fences: fences) else {
                step()
                continue
            }
            literal.text += slice(start, position)
            if peek(fences + 1) == UInt8(ascii: "(") {
                literal.interpolations.append(interpolation(fences: fences))
                literal.text += "\u{FFFC}"
            } else {
                step(fences + 2)
            }
            start = position
        }
        literal.text += slice(start, min(position, bytes.count))
        if position < bytes.count { step(quotes + fences) }
        literals.append(literal)
    }

    private func escapes(fences: Int) -> Bool {
        peek() == UInt8(ascii: "\\") && (0..<fences).allSatisfy { peek(1 + $0) == UInt8(ascii: "#") }
    }

    /// Lexes the code between `\(` and its `)`, so that rules see it too, and returns it.
    private mutating func interpolation(fences: Int) -> String {
        step(fences + 2)
        let start = position
        code(untilParenthesis: true)
        let inside = String(slice(start, min(position, bytes.count)))
        step()
        return inside
    }
}
