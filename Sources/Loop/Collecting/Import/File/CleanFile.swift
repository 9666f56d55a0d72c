import Foundation
import Kernel

/// A temporary CSV in the one form that the engine reads fast and without surprises: UTF-8, a fixed number of columns,
/// and before them the row's number in the source, its flaw if it has one, and cells beyond the last column.
final class CleanFile {
    let url: URL
    let width: Int
    /// The longest record in bytes so far, and whether a cell holds a line break.
    private(set) var longestLine = 0
    private(set) var hasLineBreaks = false
    private var lineStart = 0
    private let file: FileHandle
    private var buffer: [UInt8] = []
    private static let limit = 1 << 20

    /// Problem: `import.folder_unwritable`.
    init(in folder: URL, width: Int) throws {
        self.width = width
        let place = folder.appendingPathComponent("clean-\(UUID().uuidString).csv")
        url = place
        file = try ImportProblem.guarding(folder) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data().write(to: place)
            return try FileHandle(forWritingTo: place)
        }
        buffer.reserveCapacity(Self.limit + 65_536)
    }

    /// Too few or too many cells are flaws; empty cells beyond the last column are not.
    func append(_ record: DelimitedParser.Record, row: Int64) throws {
        let extra = (width..<max(width, record.count)).filter { !record.range($0).isEmpty }
        let flaw: RowFlaw? =
            record.hasOpenQuote ? .openQuote : record.count < width ? .tooFewCells : extra.isEmpty ? nil : .tooManyCells
        start(row: row, flaw: flaw, extra: extra.map(record.text).joined(separator: " | "))
        for cell in 0..<width {
            buffer.append(0x2C)
            if cell < record.count { quote(record.bytes[record.range(cell)]) }
        }
        try endLine()
    }

    /// A row of texts, as sheets and JSON lines give them.
    func append(_ cells: [String], row: Int64, flaw: RowFlaw? = nil, extra: String = "") throws {
        start(row: row, flaw: flaw, extra: extra)
        for cell in 0..<width {
            buffer.append(0x2C)
            if cell < cells.count { quote(cells[cell]) }
        }
        try endLine()
    }

    func finish() throws {
        try flush()
        try file.close()
    }

    /// It holds rows of the file, so it never stays. Problem: `import.folder_unwritable`.
    func remove() throws {
        try ImportProblem.guarding(url.deletingLastPathComponent()) { try FileManager.default.removeItem(at: url) }
    }

    private func start(row: Int64, flaw: RowFlaw?, extra: String) {
        buffer.append(contentsOf: String(row).utf8)
        buffer.append(0x2C)
        if let flaw { buffer.append(contentsOf: flaw.rawValue.utf8) }
        buffer.append(0x2C)
        if !extra.isEmpty { quote(extra) }
    }

    private func quote(_ text: String) { quote(Array(text.utf8)[...]) }

    private func quote(_ cell: ArraySlice<UInt8>) {
        guard cell.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            return buffer.append(contentsOf: cell)
        }
        buffer.append(0x22)
        for byte in cell {
            if byte == 0x22 { buffer.append(byte) }
            if byte == 0x0A || byte == 0x0D { hasLineBreaks = true }
            buffer.append(byte)
        }
        buffer.append(0x22)
    }

    private func endLine() throws {
        buffer.append(0x0A)
        longestLine = max(longestLine, buffer.count - lineStart)
        lineStart = buffer.count
        if buffer.count >= Self.limit { try flush() }
    }

    private func flush() throws {
        try ImportProblem.guarding(url.deletingLastPathComponent()) { try file.write(contentsOf: buffer) }
        buffer.removeAll(keepingCapacity: true)
        lineStart = 0
    }
}

/// What is wrong with a row before its cells are looked at.
enum RowFlaw: String, Sendable, CaseIterable {
    case tooFewCells = "too_few_cells"
    case tooManyCells = "too_many_cells"
    case openQuote = "open_quote"
    case badJSON = "bad_json"
}
