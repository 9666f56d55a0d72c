import Engine
package import Foundation
package import Kernel
package import Warehouse

/// Brings files into the canonical tables.
///
/// A file is scanned once (fingerprint, encoding, line ends), made readable for the engine, read in one pass into typed
/// columns, and checked, all aside; then written in one transaction, so that a load that is killed leaves no rows in the tables. Rows that do
/// not fit go to a quarantine file; every row of the file is counted as inserted, updated, unchanged or quarantined.
package struct Importer: Sendable {
    package let warehouse: Warehouse
    package let clock: Clock
    /// Where quarantine files stay and temporary files come and go.
    package let folder: URL
    var unpackLimitMiB = ZipArchive.usualLimitMiB
    /// Which sheet of a workbook is read, by name or number; `nil`: the first that holds anything.
    package var sheet: String?

    /// `folder` is the data folder's `files`.
    package init(_ warehouse: Warehouse, clock: Clock, folder: URL) {
        self.warehouse = warehouse
        self.clock = clock
        self.folder = folder
    }

    package var quarantineFolder: URL { folder.appendingPathComponent("quarantine") }
    var temporaryFolder: URL { folder.appendingPathComponent("import") }

    /// Looks at a file without writing anything: format, headings, first rows, a guessed mapping, problems.
    package func inspect(_ url: URL, named name: String? = nil, into target: ImportTarget? = nil) async throws
        -> Preview
    {
        Preview(try await look(url, named: name), into: target)
    }

    /// What a file holds, before anybody thinks of a table.
    package func look(_ url: URL, named name: String? = nil) async throws -> FileLook {
        let scan = try FileScan(url)
        let sheets = try sheets(of: url)
        return try await warehouse.engine.withSession { session in
            let source = try await open(session, url, name ?? url.lastPathComponent, scan, directly: true)
            return try await source.removingTemporary {
                let (rows, numbers) = try await FileLooker(session: session, source: source).firstRows()
                let read = sheets.count > 1 ? try sheets.chosen(sheet, in: source.file).name : nil
                return FileLook(source, rows: rows, numbers: numbers, sheets: sheets, sheet: read)
            }
        }
    }

    /// The sheets of a workbook; none where the file is no workbook.
    package func sheets(of url: URL) throws -> SheetList { try SheetList(of: url, limitMiB: unpackLimitMiB) }

    /// Loads a file. `isTrial` does everything but keep it: the report says what would happen.
    /// Problems: those of `ImportProblem`; rows that do not fit are no problem but quarantined.
    package func run(
        _ url: URL, named name: String? = nil, mapping: Mapping, isTrial: Bool = false, progress: WorkProgress = .silent
    ) async throws -> LoadReport {
        guard warehouse.engine.configuration.dialect == .duckdb else { throw ImportProblem.engineCannotImport }
        let started = clock.now()
        let name = name ?? url.lastPathComponent
        let total = try fileSize(url)
        async let hash = ContentHash.hex(ofFile: url)
        let scan = try FileScan(url) { try progress.report($0 / 5, of: total, ImportStep.scanning.text) }
        let contentHash = try await hash
        return try await warehouse.loadGate.exclusively {
            let attempt = LoadAttempt(
                importer: self, url: url, name: name, mapping: mapping, scan: scan, contentHash: contentHash,
                started: started, isTrial: isTrial, progress: progress)
            if let earlier = try await attempt.earlierLoad() { return earlier }
            return try await attempt.run()
        }
    }

    func open(_ session: EngineSession, _ url: URL, _ name: String, _ scan: FileScan, directly: Bool) async throws
        -> ImportSource
    {
        var opener = SourceOpener(session: session, folder: temporaryFolder)
        opener.sheet = sheet
        opener.unpackLimitMiB = unpackLimitMiB
        return try await opener.open(url, named: name, scan: scan, mayReadDirectly: directly)
    }

    private func fileSize(_ url: URL) throws -> Int64 {
        guard FileManager.default.fileExists(atPath: url.path) else { throw ImportProblem.fileMissing(url.path) }
        return Int64(try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
    }
}

/// The steps that a progress bar names.
enum ImportStep {
    case scanning, reading, checking, writing

    var text: Text {
        switch self {
        case .scanning: Text(zh: "检查文件", en: "Scanning the file")
        case .reading: Text(zh: "读取数据", en: "Reading rows")
        case .checking: Text(zh: "校验数据", en: "Checking rows")
        case .writing: Text(zh: "写入数据表", en: "Writing tables")
        }
    }
}
