import Engine
import Foundation
import Kernel

/// What is known of a file before its rows are read, and the ways to read them.
struct SourcePart: Sendable {
    let url: URL
    let name: String
    let format: FileFormat
    let encoding: TextEncoding
    let scan: FileScan
    var headings: [String]
    /// Records above the first row of data.
    var skip = 1

    private func source(_ relation: SQLText, carriesRows: Bool, temporary: URL?, headings: [String]) -> ImportSource {
        let (names, doubled) = ImportSource.unique(headings)
        return ImportSource(
            file: name, format: format, encoding: encoding, scan: scan, headings: names, doubled: doubled,
            relation: relation,
            carriesRows: carriesRows, temporary: temporary)
    }

    /// The engine's own reader, told everything, so that it guesses nothing; it fails at the first row that does not fit.
    func direct(_ delimiter: Delimiter) -> ImportSource {
        source(
            Self.reader(
                url, delimiter.sql, skip: 1, columns: ImportSource.columns(headings.count),
                hasLineBreaks: scan.hasLineBreaksInQuotes),
            carriesRows: false, temporary: nil, headings: headings)
    }

    /// Small buffers: one that holds the longest line of any file sixteen times is half a gigabyte, and a file that fits into
    /// one buffer is read by one thread. Threads that begin inside a quoted cell cannot always tell, so a file that has line
    /// breaks in cells is read by one.
    static func reader(
        _ url: URL, _ delimiter: SQLText, skip: Int, columns: [SQLText], longest: Int = 0, hasLineBreaks: Bool
    ) -> SQLText {
        let isUsual = longest < 2_000_000
        let types = columns.map { "'\($0)': 'VARCHAR'" as SQLText }.joined(", ")
        return """
            read_csv(\(value: url.path), auto_detect = false, header = false, skip = \(skip), columns = {\(types)}, \
            delim = \(delimiter), quote = '"', escape = '"', nullstr = '', max_line_size = \(isUsual ? 2_000_000 : 33_554_432), \
            buffer_size = \(isUsual ? 8_000_000 : 134_217_728), parallel = \(hasLineBreaks ? "false" : "true"))
            """
    }

    /// Through our own reader into a clean file: other encodings, ragged rows, blank lines, titles above the headings.
    func cleaned(_ delimiter: Delimiter, in folder: URL) throws -> ImportSource {
        let clean = try CleanFile(in: folder, width: headings.count)
        var parser = DelimitedParser(delimiter: delimiter)
        var row: Int64 = 0
        var seen = 0
        let take = { (record: DelimitedParser.Record) throws -> Void in
            row += 1
            if record.isBlank { return }
            seen += 1
            if seen > skip { try clean.append(record, row: row) }
        }
        try removingOnFailure(clean) {
            try TextStream(url: url, encoding: encoding).forEachChunk { try parser.feed($0, take) }
            try parser.finish(take)
            try clean.finish()
        }
        return source(Self.relation(of: clean), carriesRows: true, temporary: clean.url, headings: headings)
    }

    static func relation(of clean: CleanFile) -> SQLText {
        let columns = ImportSource.columns(clean.width)
        let reader = Self.reader(
            clean.url, "','", skip: 0, columns: ["row_text", "flaw", "extra"] + columns, longest: clean.longestLine,
            hasLineBreaks: clean.hasLineBreaks)
        return "(SELECT CAST(row_text AS BIGINT) AS \"row\", flaw, extra, \(columns.joined(", ")) FROM \(reader))"
    }

    /// One sheet of a workbook.
    func sheet(_ sheet: String?, in folder: URL, limitMiB: Int) throws -> ImportSource {
        let workbook = try Workbook(url, limitMiB: limitMiB)
        let reader = SheetReader(workbook: workbook, sheet: try workbook.sheet(named: sheet))
        let top = try reader.firstRows(40)
        guard !top.isEmpty else { throw ImportProblem.fileEmpty(name) }
        let heading = HeadingRow.index(top.map(\.cells))
        let headings = top[heading].cells
        let clean = try CleanFile(in: folder, width: headings.count)
        var merged = 0
        try removingOnFailure(clean) {
            merged = try reader.forEachRow { row, cells in
                guard row > top[heading].row else { return }
                let extra = cells.dropFirst(headings.count).filter { !$0.isEmpty }
                try clean.append(
                    cells, row: row, flaw: extra.isEmpty ? nil : .tooManyCells, extra: extra.joined(separator: " | "))
            }
            try clean.finish()
        }
        var result = source(Self.relation(of: clean), carriesRows: true, temporary: clean.url, headings: headings)
        result.mergedRanges = merged
        return result
    }

    /// Lines of JSON; the keys of the first thousand are the headings, in the order in which they appear.
    func jsonLines(in folder: URL) throws -> ImportSource {
        let clean = try CleanFile(in: folder, width: 1)
        var lines = LineCutter()
        var keys = JSONKeys()
        var row: Int64 = 0
        let take = { (line: [UInt8]) throws -> Void in
            row += 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
            let text = String(decoding: line, as: UTF8.self)
            keys.take(text)
            try clean.append([text], row: row)
        }
        try removingOnFailure(clean) {
            try TextStream(url: url, encoding: encoding).forEachChunk { try lines.feed($0, take) }
            try lines.finish(take)
            try clean.finish()
        }
        let reader = Self.relation(of: clean)
        let columns = keys.names.enumerated().map { index, key in
            "json_extract_string(json, \(value: "$.\"" + key.replacing("\"", with: "\\\"") + "\"")) AS c\(index)"
                as SQLText
        }
        let relation: SQLText = """
            (SELECT "row", CASE WHEN json IS NULL THEN 'bad_json' END AS flaw, CASE WHEN json IS NULL THEN line END AS extra, \
            \(columns.joined(", ")) FROM (SELECT *, c0 AS line, CASE WHEN json_valid(c0) THEN c0 END AS json FROM \(reader)))
            """
        if keys.names.isEmpty {
            try clean.remove()
            throw ImportProblem.formatUnknown(name)
        }
        return source(relation, carriesRows: true, temporary: clean.url, headings: keys.names)
    }

    func parquet(_ session: EngineSession) async throws -> ImportSource {
        let reader: SQLText = "read_parquet(\(value: url.path), file_row_number = true)"
        let described = try await session.query((("DESCRIBE SELECT * FROM \(reader)") as SQLText).text)
        let names = try described.texts("column_name").filter { $0 != "file_row_number" }
        let columns = names.enumerated().map { "CAST(\(name: $1) AS VARCHAR) AS c\($0)" as SQLText }
        let relation: SQLText = """
            (SELECT file_row_number + 1 AS "row", CAST(NULL AS VARCHAR) AS flaw, CAST(NULL AS VARCHAR) AS extra, \
            \(columns.joined(", ")) FROM \(reader))
            """
        return source(relation, carriesRows: true, temporary: nil, headings: names)
    }

    private func removingOnFailure(_ clean: CleanFile, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            try clean.remove()
            throw error
        }
    }
}
