import CXlsxWriter
import Engine
import Foundation
import Kernel

/// Writes XLSX in constant memory. Excel's sheets end at 1,048,576 rows: more go on to a second sheet under the same headings.
final class WorkbookWriter {
    static let rowsPerSheet = 1_048_576
    static let maximalColumns = 16_384

    private(set) var rows: Int64 = 0
    private let url: URL
    private let headings: [String]
    private let limit: Int
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var rowOnSheet = 0
    private let bold: UnsafeMutablePointer<lxw_format>?
    private let day: UnsafeMutablePointer<lxw_format>?
    private let moment: UnsafeMutablePointer<lxw_format>?

    /// Problem: `export.too_many_columns`, `export.workbook_failed`.
    init(_ url: URL, headings: [String], rowsPerSheet limit: Int = rowsPerSheet) throws {
        guard headings.count <= Self.maximalColumns else {
            throw ExportProblem.tooManyColumns(had: headings.count, limit: Self.maximalColumns)
        }
        self.url = url
        self.headings = headings
        self.limit = limit
        let folder = url.deletingLastPathComponent().path
        book = folder.withCString { path in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: path)
            return workbook_new_opt(url.path, &options)
        }
        bold = workbook_add_format(book)
        day = workbook_add_format(book)
        moment = workbook_add_format(book)
        guard book != nil else { throw ExportProblem.workbookFailed(url.path, why: "open") }
        format_set_bold(bold)
        format_set_num_format(day, "yyyy-mm-dd")
        format_set_num_format(moment, "yyyy-mm-dd hh:mm:ss")
        addSheet()
    }

    deinit { abandon() }

    func append(_ values: [EngineValue]) throws {
        if rowOnSheet >= limit { addSheet() }
        for (column, value) in values.enumerated() { write(value, UInt16(column)) }
        rowOnSheet += 1
        rows += 1
    }

    /// A last sheet with what a reader has to know: `时区 | Asia/Shanghai`.
    func add(notes: [ExportSheet.Note]) {
        guard !notes.isEmpty else { return }
        let page = workbook_add_worksheet(book, nil)
        worksheet_set_column(page, 0, 0, 18, nil)
        worksheet_set_column(page, 1, 1, 80, nil)
        for (row, note) in notes.enumerated() {
            worksheet_write_string(page, UInt32(row), 0, Self.fitting(note.about), bold)
            worksheet_write_string(page, UInt32(row), 1, Self.fitting(note.text), nil)
        }
    }

    /// Closes the file. Problem: `export.workbook_failed`.
    func finish() throws -> Int64 {
        let status = workbook_close(book)
        book = nil
        guard status == LXW_NO_ERROR else {
            throw ExportProblem.workbookFailed(url.path, why: String(cString: lxw_strerror(status)))
        }
        return rows
    }

    /// Frees what was begun; the file is then not complete.
    func abandon() {
        if book != nil { _ = workbook_close(book) }
        book = nil
    }

    private func addSheet() {
        sheet = workbook_add_worksheet(book, nil)
        for (column, heading) in headings.enumerated() {
            worksheet_write_string(sheet, 0, UInt16(column), heading, bold)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        rowOnSheet = 1
    }

    /// Whole numbers beyond 15 digits are texts: Excel would round them.
    private func write(_ value: EngineValue, _ column: UInt16) {
        let row = UInt32(rowOnSheet)
        switch value {
        case .null: break
        case .bool(let flag): worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, nil)
        case .int(let number) where number.magnitude < 1_000_000_000_000_000:
            worksheet_write_number(sheet, row, column, Double(number), nil)
        case .double(let number) where number.isFinite: worksheet_write_number(sheet, row, column, number, nil)
        case .day(let date): worksheet_write_number(sheet, row, column, Double(date.daysSince1970) + 25_569, day)
        case .instant(let instant):
            worksheet_write_number(sheet, row, column, Double(instant.microseconds) / 86_400_000_000 + 25_569, moment)
        case .decimal(let digits) where digits.count <= 15:
            worksheet_write_number(sheet, row, column, Double(digits) ?? 0, nil)
        default: worksheet_write_string(sheet, row, column, Self.fitting(DelimitedText.text(value) ?? ""), nil)
        }
    }

    /// A cell takes 32,767 characters.
    private static func fitting(_ text: String) -> String {
        text.utf16.count > 32_767 ? String(text.prefix(16_000)) + "…" : text
    }
}
