import Kernel

/// Reads a sheet row by row as texts: numbers as short as they go, dates as ISO, merged cells with their value in each
/// row and column they cover.
struct SheetReader {
    let workbook: Workbook
    let sheet: Workbook.Sheet
    /// Excel's own limit is 16,384 columns.
    static let maximalColumns = 2_000

    /// Hands over each row that has any cell, with its number; returns how many ranges were merged.
    @discardableResult
    func forEachRow(_ emit: @escaping (_ row: Int64, _ cells: [String]) throws -> Void) throws -> Int {
        var merged = MergedCells(try mergedRanges())
        var cell = SheetCell(workbook: workbook)
        var cells: [String] = []
        var row: Int64 = 0
        let file = workbook.file
        let xml = try XMLStream(file: file)
        xml.onStart = { name, attributes in
            switch name {
            case "row":
                row = attributes["r"].flatMap { Int64($0) } ?? row + 1
                cells = []
            case "c": cell.begin(attributes, following: cells.count)
            case "v": cell.takes = true
            case "t": cell.takes = !cell.isReading
            case "rPh": cell.isReading = true
            default: break
            }
        }
        xml.onText = { if cell.takes { cell.raw += $0 } }
        xml.onEnd = { name in
            switch name {
            case "v", "t": cell.takes = false
            case "rPh": cell.isReading = false
            case "c":
                guard cell.column < Self.maximalColumns else {
                    throw ImportProblem.tooManyColumns(file, had: cell.column + 1, limit: Self.maximalColumns)
                }
                while cells.count < cell.column { cells.append("") }
                if cells.count == cell.column { cells.append(cell.text) }
            case "row":
                merged.fill(&cells, row: row)
                if cells.contains(where: { !$0.isEmpty }) { try emit(row, cells) }
            default: break
            }
        }
        try workbook.archive.read(sheet.part) { try xml.feed($0, isLast: $1) }
        return merged.count
    }

    /// The first rows that have any cell.
    func firstRows(_ limit: Int) throws -> [(row: Int64, cells: [String])] {
        var rows: [(Int64, [String])] = []
        struct Enough: Error {}
        do {
            try forEachRow { row, cells in
                rows.append((row, cells))
                if rows.count >= limit { throw Enough() }
            }
        } catch is Enough {}
        return rows
    }

    /// Merged ranges stand behind the cells in the file, so they are read in a pass of their own.
    private func mergedRanges() throws -> [String] {
        var ranges: [String] = []
        let xml = try XMLStream(file: workbook.file)
        xml.onStart = { name, attributes in
            if name == "mergeCell", let range = attributes["ref"], ranges.count < 1_000_000 { ranges.append(range) }
        }
        try workbook.archive.read(sheet.part) { try xml.feed($0, isLast: $1) }
        return ranges
    }
}
