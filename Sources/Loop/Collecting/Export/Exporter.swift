package import Engine
package import Foundation
package import Kernel

/// Writes the rows of a question to a file, batch by batch: memory stays flat however many rows there are.
package struct Exporter: Sendable {
    package let engine: Engine
    let stored: StoredLists

    /// - Parameter stored: the lists of the store that it may be asked for.
    package init(_ engine: Engine, stored: StoredLists = StoredLists()) {
        self.engine = engine
        self.stored = stored
    }

    /// Excel takes CSV for UTF-8 only with a mark; programs read it without. Marked files also keep formulas from running. `rows` is how many were written.
    /// A file that could not be finished is removed. Problems: `ExportProblem`, and those of the engine.
    @discardableResult
    package func write(
        _ sql: String, _ parameters: [EngineValue] = [], to url: URL, as format: ExportFormat, marked: Bool = false,
        progress: WorkProgress = .silent
    ) async throws -> Int64 {
        try await cleaningUp(url) {
            switch format {
            case .csv: return try await csv(sql, parameters, url, marked, progress)
            case .xlsx: return try await xlsx(sql, parameters, url, progress)
            case .parquet: return try await parquet(sql, parameters, url)
            }
        }
    }

    /// A file that could not be finished is removed.
    func cleaningUp(_ url: URL, _ work: () async throws -> Int64) async throws -> Int64 {
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            return try await work()
        } catch {
            try remove(url)
            if let cocoa = error as? CocoaError {
                throw ExportProblem.folderUnwritable(url.path, why: cocoa.localizedDescription)
            }
            throw error
        }
    }

    private func csv(_ sql: String, _ parameters: [EngineValue], _ url: URL, _ marked: Bool, _ progress: WorkProgress)
        async throws -> Int64
    {
        let stream = try await engine.stream(sql, parameters)
        try Data(marked ? [0xEF, 0xBB, 0xBF] : []).write(to: url)
        let file = try FileHandle(forWritingTo: url)
        try file.seekToEnd()
        var text = DelimitedText()
        let names = stream.columns.map(\.name)
        text.append(row: names)
        var rows: Int64 = 0
        for try await batch in stream {
            for index in 0..<batch.rowCount {
                text.append(row: try names.map { cell(try batch.value($0, index), marked) })
            }
            try file.write(contentsOf: text.take())
            rows += Int64(batch.rowCount)
            try progress.report(rows, of: 0, Text(zh: "导出数据", en: "Exporting rows"))
        }
        try file.write(contentsOf: text.take())
        try file.synchronize()
        try file.close()
        return rows
    }

    /// What opens in a spreadsheet must not run there.
    private func cell(_ value: EngineValue, _ marked: Bool) -> String? {
        marked ? DelimitedText.harmless(value) : DelimitedText.text(value)
    }

    private func xlsx(_ sql: String, _ parameters: [EngineValue], _ url: URL, _ progress: WorkProgress) async throws
        -> Int64
    {
        let stream = try await engine.stream(sql, parameters)
        let names = stream.columns.map(\.name)
        let workbook = try WorkbookWriter(url, headings: names)
        do {
            for try await batch in stream {
                for index in 0..<batch.rowCount { try workbook.append(names.map { try batch.value($0, index) }) }
                try progress.report(workbook.rows, of: 0, Text(zh: "导出数据", en: "Exporting rows"))
            }
        } catch {
            workbook.abandon()
            throw error
        }
        return try workbook.finish()
    }

    /// The engine writes Parquet itself.
    private func parquet(_ sql: String, _ parameters: [EngineValue], _ url: URL) async throws -> Int64 {
        guard engine.configuration.dialect == .duckdb else { throw ExportProblem.parquetNeedsDuckDB }
        let place = SQLText.value(url.path).text
        return try await engine.execute(
            "COPY (" + sql + ") TO " + place + " (FORMAT parquet, COMPRESSION zstd)", parameters)
    }

    /// Half a file is worse than none.
    private func remove(_ url: URL) throws {
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            throw ExportProblem.folderUnwritable(url.path, why: error.localizedDescription)
        }
    }
}
