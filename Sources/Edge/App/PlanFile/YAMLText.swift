/// Writes single values as YAML, so that whatever was written reads back as the same text: bare where nobody could take it
/// for something else, as a block where it has lines, otherwise quoted.
enum YAMLText {
    /// A value on its line; `indent` is what the lines of a block stand at.
    static func value(_ text: String, indent: Int, isProse: Bool) -> String {
        if isBlock(text) { return block(text, indent: indent) }
        return isBare(text, isProse: isProse) ? text : quoted(text)
    }

    /// Several values on one line.
    static func list(_ texts: [String]) -> String {
        "[" + texts.map { isBare($0, isProse: true) ? $0 : quoted($0) }.joined(separator: ", ") + "]"
    }

    /// Prose is quoted where another program would read it as a number, a day or a truth.
    private static func isBare(_ text: String, isProse: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.count <= 200 else {
            return false
        }
        if last == " " || reserved.contains(text.lowercased()) { return false }
        let begins = isProse ? isLetter(first) : isLetter(first) || isDigit(first) || first == "-"
        return begins && text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || inside.contains($0) }
            && text != "-"
    }

    private static let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", ""]
    private static let inside = Set(" -_./%+，。、；：（）《》“”！？·—".unicodeScalars)

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (65...90).contains(scalar.value) || (97...122).contains(scalar.value)
            || (0x3400...0x9FFF).contains(scalar.value)
    }

    /// Lines without oddities: none begins or ends with a blank, nothing invisible stands in them.
    private static func isBlock(_ text: String) -> Bool {
        guard text.contains("\n"), text.first != "\n", !text.hasSuffix("\n\n") else { return false }
        let lines = text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy { $0 == "\n" || !isInvisible($0) }
        return isPlain && lines.joined(separator: "\n") == text && (lines.first?.isEmpty == false)
            && lines.allSatisfy { $0.first != " " && $0.last != " " }
    }

    private static func block(_ text: String, indent: Int) -> String {
        let pad = String(repeating: " ", count: indent)
        let ends = text.hasSuffix("\n")
        let lines = (ends ? String(text.dropLast()) : text).split(
            separator: "\n" as Character, omittingEmptySubsequences: false)
        return (ends ? "|" : "|-") + lines.map { $0.isEmpty ? "\n" : "\n\(pad)\($0)" }.joined()
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<32, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if isInvisible(scalar) {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }
}
