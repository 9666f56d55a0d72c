import Kernel

/// What one look at a file shows, whatever it is to become: kept beside an upload, so that a mapping can be edited without
/// reading the file again.
package struct FileLook: Sendable, Hashable, Codable {
    package let file: String
    package let format: FileFormat
    package let encoding: TextEncoding
    package let byteCount: Int64
    package let headings: [String]
    /// Headings that stand there more than once.
    package let doubled: [String]
    /// The first rows as texts, and their numbers in the file.
    package let rows: [[String]]
    package let rowNumbers: [Int64]
    /// By column: the words of the rows looked at.
    package let words: [ColumnWords]
    /// How many rows were looked at for words.
    package let rowsSeen: Int
    package let mergedRanges: Int
    package let sheets: SheetList
    /// The sheet that was read, where there are several.
    package let sheet: String?

    static let shownRows = 50
    static let wordRows = 1_000

    /// Headings alone, for editing a mapping without a file.
    package init(headings: [String]) {
        file = ""
        format = .delimited(.comma)
        encoding = .utf8
        byteCount = 0
        self.headings = headings
        doubled = []
        rows = []
        rowNumbers = []
        words = headings.map { _ in ColumnWords(of: []) }
        rowsSeen = 0
        mergedRanges = 0
        sheets = .none
        sheet = nil
    }

    init(_ source: ImportSource, rows: [[String]], numbers: [Int64], sheets: SheetList, sheet: String?) {
        file = source.file
        format = source.format
        encoding = source.encoding
        byteCount = source.scan.byteCount
        headings = source.headings
        doubled = source.doubled.sorted()
        self.rows = Array(rows.prefix(Self.shownRows))
        rowNumbers = Array(numbers.prefix(Self.shownRows))
        words = source.headings.indices.map { column in ColumnWords(of: rows.map { $0[column] }) }
        rowsSeen = rows.count
        mergedRanges = source.mergedRanges
        self.sheets = sheets
        self.sheet = sheet
    }
}
