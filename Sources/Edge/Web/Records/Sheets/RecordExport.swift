import Collecting
import Foundation
import Kernel
import Records
import Store
import Warehouse

/// The records of a list as a file that can be changed and imported again: with numbers and versions, under the list's
/// filters.
enum RecordExport {
    private static let formats = [ExportFormat.csv, .xlsx]

    static func menu(_ type: RecordType, _ visit: Visit, _ reader: RecordAuthor) -> HTML {
        if !reader.may(.export, type) { return HTML() }
        var query = visit.query
        for name in ["page", "view", "month"] { query[name] = nil }
        let tail = query.pairs.isEmpty ? "" : "?" + query.encoded
        return details(.class("drop-down d-print-none")) {
            summary(.class("btn")) {
                icon("download")
                Text(zh: "导出", en: "Export")
            }
            div(.class("drop-sheet")) {
                for format in formats {
                    a(
                        .href("\(RecordDesk.path(type))/export/\(format.rawValue)\(tail)"),
                        .attribute("rel", "nofollow"), .flag("download")
                    ) {
                        strong { format.name }
                        span(.class("cell-sub")) { Text(zh: "修改后可再导入", en: "Can be changed and imported again") }
                    }
                }
            }
        }
    }

    /// Problems: `record.too_many`, `sheet.not_for_workbook`, `record.unknown_filter`.
    static func send(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        guard let format = ExportFormat(rawValue: visit["format"]), formats.contains(format) else {
            throw WebProblem.pageUnknown
        }
        // Other sites may lead here by a link; they shall not begin work in somebody's name.
        guard visit.request.headers["sec-fetch-site"] != "cross-site" else { throw WebProblem.formExpired }
        guard visit.request.method != .head else { return Reply() }
        let reader = try RecordDesk.author(visit)
        let query = try await RecordAddress(desk: desk, type: type, reader: reader).query(visit.query)
        let slice = try await desk.records.all(type, query, for: reader)
        let sheet = try sheet(type, slice, visit.language, desk, reader, forWorkbook: format == .xlsx)
        let file = ExportShelf(files: visit.app.files).passing(format)
        try await Exporter(visit.app.warehouse.engine).write(sheet, to: file, as: format)
        try await note(type, slice.total, format, visit)
        return try FileReply.once(file.path, as: "\(sheet.name).\(format.rawValue)", type: format.contentType)
    }

    static func sheet(
        _ type: RecordType, _ slice: RecordSlice, _ language: Language, _ desk: RecordDesk, _ reader: RecordAuthor,
        forWorkbook: Bool
    ) throws -> ExportSheet {
        let columns = RecordColumns(type, for: reader)
        let writer = RecordSheetWriter(columns, currency: desk.records.currency, in: language)
        let titles = columns.written.enumerated().map { index, column in
            ExportColumn("c\(index)", columns.name(of: column)[language])
        }
        let rows = try slice.records.map { record in
            try writer.cells(record, slice.names, forWorkbook: forWorkbook).map(cell)
        }
        return ExportSheet("record:\(type.id)", name: type.name[language], columns: titles, rows: rows)
    }

    private static func cell(_ value: SheetValue) -> ExportCell {
        switch value {
        case .empty: .null
        case .text(let text): .text(text)
        case .whole(let number): .count(number)
        case .number(let number): .number(number)
        case .day(let day): .day(day)
        }
    }

    private static func note(_ type: RecordType, _ rows: Int, _ format: ExportFormat, _ visit: Visit) async throws {
        let author = try visit.author()
        let audit = visit.app.store.audit
        let detail = ["format": format.rawValue, "rows": String(rows), "filter": visit.query.encoded]
        try await visit.app.store.write {
            try audit.append($0, author: author, action: "data.export", subject: "record:\(type.id)", detail: detail)
        }
    }
}
