import Engine
package import Foundation
package import Kernel

extension Exporter {
    /// How many rows the list has.
    package func count(_ sheet: ExportSheet) async throws -> Int64 {
        switch sheet.source {
        case .rows(let rows): Int64(rows.count)
        case .stored(let list): try await stored.named(list.list).count(list)
        case .question(let sql, let values):
            try await engine.query("SELECT count(*) AS n FROM (\(sql)) AS listed", values.map(\.value)).single().int(
                "n")
        }
    }

    /// Writes a list with its titles and notes: XLSX on a second sheet, Parquet in the file's metadata, CSV as the title of
    /// a last, empty column, so that every line keeps the same shape. Nothing in the file runs in a spreadsheet.
    @discardableResult
    package func write(
        _ sheet: ExportSheet, to url: URL, as format: ExportFormat, progress: WorkProgress = .silent
    ) async throws -> Int64 {
        try await cleaningUp(url) {
            let total = try await count(sheet)
            let rows = SheetRows(sheet: sheet, engine: engine, stored: stored)
            switch format {
            case .csv: return try await csv(rows, total, url, progress)
            case .xlsx: return try await xlsx(rows, total, url, progress)
            case .parquet: return try await parquet(rows, total, url, progress)
            }
        }
    }

    private func csv(_ rows: SheetRows, _ total: Int64, _ url: URL, _ progress: WorkProgress) async throws -> Int64 {
        try Data([0xEF, 0xBB, 0xBF]).write(to: url)
        let file = try FileHandle(forWritingTo: url)
        try file.seekToEnd()
        let line = rows.sheet.statement
        let blank: [String?] = line.isEmpty ? [] : [nil]
        var text = DelimitedText()
        text.append(
            row: rows.sheet.columns.map { DelimitedText.harmless(.text($0.title)) } + (line.isEmpty ? [] : [line]))
        var written: Int64 = 0
        try await rows.each { part in
            for row in part { text.append(row: row.map(DelimitedText.harmless) + blank) }
            try file.write(contentsOf: text.take())
            written += Int64(part.count)
            try progress.report(written, of: total, Self.step)
        }
        try file.write(contentsOf: text.take())
        try file.synchronize()
        try file.close()
        return written
    }

    private func xlsx(_ rows: SheetRows, _ total: Int64, _ url: URL, _ progress: WorkProgress) async throws -> Int64 {
        let workbook = try WorkbookWriter(url, headings: rows.sheet.columns.map(\.title))
        do {
            try await rows.each { part in
                for row in part { try workbook.append(row) }
                try progress.report(workbook.rows, of: total, Self.step)
            }
            workbook.add(notes: rows.sheet.notes)
        } catch {
            workbook.abandon()
            throw error
        }
        return try workbook.finish()
    }

    /// The engine writes the file; it tells nothing on the way, but stops when the task is cancelled.
    private func parquet(_ rows: SheetRows, _ total: Int64, _ url: URL, _ progress: WorkProgress) async throws -> Int64
    {
        let sheet = rows.sheet
        guard engine.configuration.dialect == .duckdb else { throw ExportProblem.parquetNeedsDuckDB }
        try progress.report(0, of: total, Self.step)
        let place = SQLText.value(url.path).text
        let options = "(FORMAT parquet, COMPRESSION zstd, KV_METADATA {notes: \(SQLText.value(sheet.statement).text)})"
        if let question = sheet.question {
            return try await engine.execute("COPY (\(question.sql)) TO \(place) \(options)", question.values)
        }
        return try await engine.withSession { session in
            var held: HeldRows?
            try await rows.eachHeld { part in
                let table =
                    if let held { held } else { try await HeldRows(sheet.columns, like: part, in: session) }
                try await table.append(part)
                held = table
            }
            let written = try await session.execute("COPY exported_rows TO \(place) \(options)")
            try await session.execute("DROP TABLE exported_rows")
            return written
        }
    }

    private static let step = Text(zh: "写入文件", en: "Writing the file")
}

/// The rows of a sheet, part by part.
struct SheetRows: Sendable {
    let sheet: ExportSheet
    let engine: Engine
    let stored: StoredLists

    func each(_ take: ([[EngineValue]]) async throws -> Void) async throws {
        guard let question = sheet.question else {
            return try await eachHeld { part in try await take(part.map { $0.map(\.value) }) }
        }
        let keys = sheet.columns.map(\.key)
        for try await batch in try await engine.stream(question.sql, question.values) {
            try await take(try (0..<batch.rowCount).map { row in try keys.map { try batch.value($0, row) } })
        }
    }

    /// The rows that the engine did not make; at least one part, even if it is empty.
    func eachHeld(_ take: ([[ExportCell]]) async throws -> Void) async throws {
        switch sheet.source {
        case .rows(let rows): try await take(rows)
        case .stored(let order): try await stored.named(order.list).each(order, take)
        case .question: return
        }
    }
}
