/// Cuts a request's text into tokens, one at a time (GraphQL specification of October 2021, section 2.1, with the later rules for
/// Unicode). Blanks, commas and comments mean nothing.
struct Lexer {
    let source: SourceText
    private(set) var position = 0
    private var tokens = 0

    init(_ source: SourceText) { self.source = source }

    /// Problems: `graphql.syntax`, `graphql.too_long`.
    mutating func next() throws -> Token {
        tokens += 1
        if tokens > Limits.tokens { throw Misplaced(.tooLong, at: position) }
        skip()
        let token = try read()
        position = token.end
        return token
    }

    private mutating func skip() {
        while position < source.bytes.count {
            switch source[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","):
                position += 1
            case UInt8(ascii: "#"):
                while position < source.bytes.count, !isLineEnd(source[position]) { position += 1 }
            case 0xEF where source[position + 1] == 0xBB && source[position + 2] == 0xBF: position += 3
            default: return
            }
        }
    }

    private func read() throws -> Token {
        let byte = source[position]
        if position >= source.bytes.count { return Token(kind: .end, start: position, end: position) }
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            return Token(kind: .punctuator(Character(UnicodeScalar(byte))), start: position, end: position + 1)
        case UInt8(ascii: ".") where source[position + 1] == byte && source[position + 2] == byte:
            return Token(kind: .spread, start: position, end: position + 3)
        case UInt8(ascii: "\""): return try StringLiteral(source, at: position).token
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case _ where isNameStart(byte): return name()
        default: throw Misplaced(.unexpected(character(at: position)), at: position)
        }
    }

    private func name() -> Token {
        var end = position + 1
        while isNameStart(source[end]) || isDigit(source[end]) { end += 1 }
        return Token(kind: .name, start: position, end: end, text: source.text(position..<end))
    }

    private func number() throws -> Token {
        var end = position
        var kind = Token.Kind.int
        if source[end] == UInt8(ascii: "-") { end += 1 }
        if source[end] == UInt8(ascii: "0") { end += 1 } else { try digits(&end) }
        if isDigit(source[end]) { throw notANumber(end) }
        if source[end] == UInt8(ascii: ".") {
            kind = .float
            end += 1
            try digits(&end)
        }
        if source[end] | 0x20 == UInt8(ascii: "e") {
            kind = .float
            end += 1
            if source[end] == UInt8(ascii: "+") || source[end] == UInt8(ascii: "-") { end += 1 }
            try digits(&end)
        }
        if source[end] == UInt8(ascii: ".") || isNameStart(source[end]) { throw notANumber(end) }
        return Token(kind: kind, start: position, end: end, text: source.text(position..<end))
    }

    private func digits(_ end: inout Int) throws {
        if !isDigit(source[end]) { throw notANumber(end) }
        while isDigit(source[end]) { end += 1 }
    }

    private func notANumber(_ offset: Int) -> Misplaced { Misplaced(.numberBroken(character(at: offset)), at: offset) }

    private func character(at offset: Int) -> String {
        guard offset < source.bytes.count else { return "<EOF>" }
        return String(decoding: source.bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first
            .map { String($0) } ?? ""
    }
}

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
