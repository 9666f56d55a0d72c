import Engine
import Foundation
import Kernel

/// Writes rejected rows to a CSV that opens in a spreadsheet, can be mended there and imported again: first where and why,
/// then the columns as they were.
struct Quarantine: Sendable {
    let work: LoadWork
    let folder: URL

    /// Headings of our own columns; a mended file is read with the same mapping, which takes no notice of them.
    static let headings = ["yunchou_row", "yunchou_column", "yunchou_code", "yunchou_原因", "yunchou_reason"]
    static let prefix = "yunchou_"

    /// Reasons by column, the most frequent first.
    func summary() async throws -> [LoadReport.ReasonCount] {
        let table = try await work.session.query(
            """
            SELECT field, code, count(*) AS n, list_slice(list("row" ORDER BY "row"), 1, 5) AS examples FROM reject \
            WHERE code <> 'repeated' GROUP BY field, code ORDER BY n DESC, field, code
            """)
        return try table.rows.map { row in
            LoadReport.ReasonCount(
                column: column(try row.text("field")),
                reason: RejectReason(rawValue: try row.text("code")) ?? .unreadable,
                rows: try row.int("n"),
                examples: try row.list("examples").compactMap { if case .int(let number) = $0 { number } else { nil } })
        }
    }

    /// Problem: `import.folder_unwritable`.
    func write() async throws -> URL {
        let url = folder.appendingPathComponent("\(work.loadID)-\(stem).csv")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data([0xEF, 0xBB, 0xBF]).write(to: url)
            let file = try FileHandle(forWritingTo: url)
            try file.seekToEnd()
            try await rows(to: file)
            try file.synchronize()
            try file.close()
        } catch let error as CocoaError {
            throw ImportProblem.folderUnwritable(folder.path, why: error.localizedDescription)
        }
        return url
    }

    private func rows(to file: FileHandle) async throws {
        var text = DelimitedText()
        let extra = work.source.carriesRows ? ["yunchou_extra"] : []
        text.append(row: Self.headings + work.source.headings + extra)
        let columns =
            (0..<work.source.headings.count).map { "s.c\($0)" as SQLText } + (extra.isEmpty ? [] : ["s.extra"])
        let sql: SQLText = """
            SELECT q."row", q.fields, q.codes, q.details, \(columns.joined(", ")) FROM (SELECT "row", \
            string_agg(field, chr(31) ORDER BY field, code) AS fields, string_agg(code, chr(31) ORDER BY field, code) AS codes, \
            string_agg(coalesce(detail, ''), chr(31) ORDER BY field, code) AS details FROM reject WHERE code <> 'repeated' GROUP BY "row") q \
            JOIN \(work.source.numbered) s ON s."row" = q."row" ORDER BY q."row"
            """
        let stream = try await work.session.stream(sql.text)
        let names = stream.columns.map(\.name)
        for try await batch in stream {
            for index in 0..<batch.rowCount { text.append(row: try cells(batch, index, names)) }
            try file.write(contentsOf: text.take())
        }
        try file.write(contentsOf: text.take())
    }

    private func cells(_ batch: Batch, _ index: Int, _ names: [String]) throws -> [String?] {
        let values = try names.map { DelimitedText.text(try batch.value($0, index)) }
        func parts(_ place: Int) -> [String] {
            (values[place] ?? "").split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        }
        let fields = parts(1)
        let codes = parts(2)
        let details = parts(3)
        let reasons = zip(codes, details).map { Self.explain(RejectReason(rawValue: $0) ?? .unreadable, $1) }
        return [
            values[0], fields.map(column).joined(separator: "; "), codes.joined(separator: "; "),
            reasons.map(\.zh).joined(separator: "；"), reasons.map(\.en).joined(separator: "; "),
        ] + values.dropFirst(4)
    }

    static func explain(_ reason: RejectReason, _ detail: String) -> Text {
        switch reason {
        case .duplicateKey: reason.text + Text(zh: "（首次出现在第 \(detail) 行）", en: " (first in row \(detail))")
        case .unknownCode, .unknownOrder, .orderMixed, .orderIncomplete:
            reason.text + Text(zh: "（\(detail)）", en: " (\(detail))")
        default: reason.text
        }
    }

    /// The file's own heading of a field.
    private func column(_ field: String) -> String { work.mapping.binding(of: field)?.column ?? field }

    /// The file's name without ending and without earlier load numbers, as far as it may stand in a file name.
    private var stem: String {
        let name = (work.source.file as NSString).deletingPathExtension
        let bare = name.replacing(#/^(quarantine-)?\d+-/#, with: "")
        return String(bare.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "_" }.prefix(80))
    }
}
