import Foundation

/// The parts of an XLSX file that its cells refer to: names of sheets, shared texts, which styles are dates.
struct Workbook {
    struct Sheet: Hashable { let name: String, part: String }

    let archive: ZipArchive
    let file: String
    private(set) var sheets: [Sheet] = []
    private(set) var texts: [String] = []
    private(set) var styles = SheetStyles()
    /// Old Macintosh workbooks count days from 1904.
    private(set) var countsFrom1904 = false
    private static let maximalTextBytes = 512 << 20

    /// Problems: `import.archive_broken`, `import.archive_too_large`.
    init(_ url: URL, limitMiB: Int = ZipArchive.usualLimitMiB) throws {
        try self.init(sheetsOf: url, limitMiB: limitMiB)
        if archive.contains("xl/sharedStrings.xml") { try readTexts() }
        if archive.contains("xl/styles.xml") { styles = try SheetStyles(archive, file: file) }
    }

    /// Only the names of its sheets, without the texts that cells refer to.
    init(sheetsOf url: URL, limitMiB: Int = ZipArchive.usualLimitMiB) throws {
        archive = try ZipArchive(url, limitMiB: limitMiB)
        file = url.lastPathComponent
        guard archive.contains("xl/workbook.xml") else {
            throw ImportProblem.archiveBroken(file, why: "xl/workbook.xml")
        }
        try readSheets(parts: readRelations())
    }

    /// The sheet of that name or number, or the first that holds anything. Problem: `import.sheet_missing`.
    func sheet(named name: String?) throws -> Sheet {
        if name == nil, sheets.count > 1, let filled = try sheets.first(where: holdsAnything) { return filled }
        let wanted = name.flatMap { name in sheets.first { $0.name == name } } ?? sheets.numbered(name ?? "1")
        guard let wanted else { throw ImportProblem.sheetMissing(file, sheet: name ?? "1", sheets: sheets.map(\.name)) }
        return wanted
    }

    /// Is there any cell with a value? Reads no further than the first.
    func holdsAnything(_ sheet: Sheet) throws -> Bool {
        struct Found: Error {}
        let xml = try XMLStream(file: file)
        xml.onStart = { name, _ in if name == "v" || name == "t" { throw Found() } }
        do { try archive.read(sheet.part) { try xml.feed($0, isLast: $1) } } catch is Found { return true }
        return false
    }

    private func readRelations() throws -> [String: String] {
        var parts: [String: String] = [:]
        guard archive.contains("xl/_rels/workbook.xml.rels") else { return parts }
        try walk("xl/_rels/workbook.xml.rels") { name, attributes in
            guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
            parts[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        return parts
    }

    private mutating func readSheets(parts: [String: String]) throws {
        var found: [Sheet] = []
        var is1904 = false
        try walk("xl/workbook.xml") { name, attributes in
            if name == "workbookPr" { is1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
            guard name == "sheet", let title = attributes["name"], attributes["state"] ?? "visible" == "visible" else {
                return
            }
            let part = attributes["r:id"].flatMap { parts[$0] } ?? "xl/worksheets/sheet\(found.count + 1).xml"
            if part.contains("worksheets") { found.append(Sheet(name: title, part: part)) }
        }
        (sheets, countsFrom1904) = (found, is1904)
    }

    private func walk(_ part: String, _ onStart: @escaping (String, [String: String]) throws -> Void) throws {
        let xml = try XMLStream(file: file)
        xml.onStart = onStart
        try archive.read(part) { try xml.feed($0, isLast: $1) }
    }

    /// Texts with the readings of ideographs (`rPh`) left out.
    private mutating func readTexts() throws {
        var list: [String] = []
        var current = ""
        var takes = false
        var isReading = false
        var bytes = 0
        let name = file
        let xml = try XMLStream(file: file)
        xml.onStart = { element, _ in
            if element == "si" { current = "" }
            if element == "rPh" { isReading = true }
            if element == "t" { takes = !isReading }
        }
        xml.onText = { if takes { current += $0 } }
        xml.onEnd = { element in
            if element == "t" { takes = false }
            if element == "rPh" { isReading = false }
            guard element == "si" else { return }
            bytes += current.utf8.count + 16
            if bytes > Self.maximalTextBytes {
                throw ImportProblem.archiveTooLarge(name, limitMiB: Self.maximalTextBytes >> 20)
            }
            list.append(current)
        }
        try archive.read("xl/sharedStrings.xml") { try xml.feed($0, isLast: $1) }
        texts = list
    }
}

extension Array {
    /// The element that people count as number `text`, from 1.
    fileprivate func numbered(_ text: String) -> Element? {
        Int(text).flatMap { indices.contains($0 - 1) ? self[$0 - 1] : nil }
    }
}
