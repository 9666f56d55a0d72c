package import Foundation
import Kernel
package import Records

/// Reads a file of records, CSV, TSV or XLSX in any encoding that imports know, as the texts of its cells.
package enum GridReader {
    /// The first sheet that holds anything. Problems: `import.format_unknown`, `import.file_empty`, `import.archive_broken`.
    package static func read(_ url: URL, named name: String) throws -> RecordGrid {
        let scan = try FileScan(url)
        let encoding = FileSniffer.encoding(scan)
        switch try FileSniffer.format(url, scan, encoding) {
        case .delimited: return try delimited(url, scan, encoding, name)
        case .xlsx: return try sheet(url)
        case .jsonLines, .parquet: throw ImportProblem.formatUnknown(name)
        }
    }

    private static func delimited(_ url: URL, _ scan: FileScan, _ encoding: TextEncoding, _ name: String) throws
        -> RecordGrid
    {
        let head = try FileSniffer.decoded(scan.head, encoding, name)
        var parser = DelimitedParser(delimiter: FileSniffer.delimiter(head))
        var rows: [RecordGrid.Row] = []
        var number = 0
        let take = { (record: DelimitedParser.Record) in
            number += 1
            if !record.isBlank { rows.append(RecordGrid.Row(number, record.texts)) }
        }
        try TextStream(url: url, encoding: encoding).forEachChunk { try parser.feed($0, take) }
        try parser.finish(take)
        return RecordGrid(rows)
    }

    private static func sheet(_ url: URL) throws -> RecordGrid {
        let workbook = try Workbook(url, limitMiB: 512)
        var rows: [RecordGrid.Row] = []
        try SheetReader(workbook: workbook, sheet: try workbook.sheet(named: nil)).forEachRow { row, cells in
            rows.append(RecordGrid.Row(Int(row), cells))
        }
        return RecordGrid(rows)
    }
}
