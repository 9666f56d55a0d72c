/// Which cell styles show a number as a date, by the rules of ECMA-376, part 1, 18.8.30.
struct SheetStyles {
    private var isDateStyle: [Bool] = []

    init() {}

    init(_ archive: ZipArchive, file: String) throws {
        var formats: [Int: String] = [:]
        var styles: [Int] = []
        var isInCells = false
        let xml = try XMLStream(file: file)
        xml.onStart = { name, attributes in
            if name == "cellXfs" { isInCells = true }
            if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }) {
                formats[id] = attributes["formatCode"] ?? ""
            }
            if name == "xf", isInCells { styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
        }
        xml.onEnd = { if $0 == "cellXfs" { isInCells = false } }
        try archive.read("xl/styles.xml") { try xml.feed($0, isLast: $1) }
        isDateStyle = styles.map { Self.isDate(id: $0, code: formats[$0]) }
    }

    func isDate(_ style: Int) -> Bool { isDateStyle.indices.contains(style) && isDateStyle[style] }

    /// Built-in dates and times, also the East Asian ones; own formats that name years, months, days, hours or seconds.
    static func isDate(id: Int, code: String?) -> Bool {
        guard let code else {
            return (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
        }
        return bare(code).contains { "ymdhs".contains($0) }
    }

    /// The format without quoted text, escapes, colours and locales in brackets; `General` names no date.
    private static func bare(_ code: String) -> String {
        var result = ""
        var closing: Character?
        var isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            if let wanted = closing {
                if character == wanted { closing = nil }
                continue
            }
            switch character {
            case "\\", "_", "*": isEscaped = true
            case "\"": closing = "\""
            case "[": closing = "]"
            default: result.append(character)
            }
        }
        return result.replacing("general", with: "")
    }
}
