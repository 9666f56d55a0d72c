import ArgumentParser
import Collecting
import Foundation
import Kernel
import Store

struct ImportCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "导入 CSV、TSV、XLSX、JSON Lines 或 Parquet 文件。", "Import CSV, TSV, XLSX, JSON lines or Parquet files."),
        discussion: say(
            "不合要求的行进入隔离文件，修正后可再次导入。同一文件导入两次不会改变任何内容。",
            "Rows that don't fit go to a quarantine file, to be mended and imported again. The same file twice changes nothing."
        ))

    @OptionGroup var shared: SharedOptions
    @Option(help: help("目标表：\(targets)。", "The table to fill: \(targets).", valueName: "table"))
    var into: String
    @Option(
        help: help(
            "映射的名称（保存的或内置的），或映射文件；不给则沿用上次用于相同表头的映射，没有时自动识别。",
            "A mapping's name (kept or shipped) or file; when absent, what was last used for these headings, or a guess.",
            valueName: "name"))
    var mapping: String?
    @Option(help: help("把所用的映射以此名称保存。", "Keep the mapping that was used under this name.", valueName: "name"))
    var saveMapping: String?
    @Option(
        help: help(
            "XLSX 的工作表：名称或序号；默认第一个非空工作表。",
            "The sheet of an XLSX, by name or number; the first that is not empty by default.", valueName: "sheet"))
    var sheet: String?
    @Flag(help: help("只试运行：检查全部行，不写入。", "Trial: check every row, write nothing."))
    var trial = false
    @Flag(help: help("以 JSON 输出，每个文件一行。", "Print JSON, one file a line."))
    var json = false
    @Argument(help: help("要导入的文件。", "The files.", valueName: "file"))
    var files: [String]

    func run(in program: Program, _ console: Console) async throws {
        guard let target = ImportTarget(rawValue: into) else {
            throw ImportProblem.targetUnknown(into, targets: ImportTarget.allCases.map(\.rawValue))
        }
        let kept = KeptMappingStore(program.store)
        var changed = false
        var mayBeBehind = false
        for file in files {
            let url = URL(fileURLWithPath: console.path(file))
            let importer = try importer(program, url, console)
            let found = try await MappingChoice(importer: importer, kept: kept, target: target)
                .mapping(named: mapping, for: url, path: console.path)
            if let note = found.note, !json { console.say(note) }
            let report = try await importer.run(
                url, mapping: found.mapping, isTrial: trial, progress: console.progress())
            try await remember(found.mapping, report, kept)
            changed = changed || report.counts.changesAnything && !trial
            mayBeBehind = mayBeBehind || report.wasLoadedBefore && !trial
            show(report, console)
        }
        let after = AfterLoad(program: program)
        if changed {
            try await after.run(console.progress())
        } else if mayBeBehind {
            try await after.catchUp(console.progress())
        }
    }

    /// Where a workbook has several sheets, says which one is read.
    private func importer(_ program: Program, _ url: URL, _ console: Console) throws -> Importer {
        var importer = Importer(
            program.warehouse, clock: program.clock, folder: URL(fileURLWithPath: program.folder.files))
        let sheets = try importer.sheets(of: url)
        if sheets.count == 1 { _ = try sheets.chosen(sheet, in: url.lastPathComponent) }
        guard sheets.count > 1 else { return importer }
        importer.sheet = try sheets.chosen(sheet, in: url.lastPathComponent).name
        if let name = importer.sheet, sheet == nil, !json {
            console.say(
                Text(
                    zh: "“\(url.lastPathComponent)”有 \(sheets.count) 个工作表，读取“\(name)”；可用 --sheet 指定其他工作表。",
                    en:
                        "“\(url.lastPathComponent)” has \(sheets.count) sheets; “\(name)” is read. Name another one with --sheet."
                ))
        }
        return importer
    }

    /// Keeps the mapping where that was asked for, and notes for which headings it was used.
    private func remember(_ used: Mapping, _ report: LoadReport, _ kept: KeptMappingStore) async throws {
        var mapping = used
        if let saveMapping {
            mapping.name = saveMapping
            mapping = try await kept.keep(mapping, headings: report.headings, by: .commandLine).mapping
        }
        if !trial, !report.headings.isEmpty { try await kept.used(mapping, for: report.headings, by: .commandLine) }
    }

    private func show(_ report: LoadReport, _ console: Console) {
        if json { return console.say(verbatim: LoadReportJSON(report, console.language).text) }
        console.say(report.summary)
        for reason in report.reasons {
            let rows = reason.examples.map(String.init).joined(separator: ", ")
            console.say(
                Text(zh: "  \(reason.rows) 行：", en: "  \(reason.rows) rows: ") + reason.text
                    + Text(verbatim: " [\(rows)…]"))
        }
        for notice in report.notices { console.say(Text(verbatim: "  ") + notice) }
        if let file = report.quarantine {
            console.say(Text(zh: "隔离文件：\(file.path)", en: "Quarantine file: \(file.path)"))
        }
    }

    private static let targets = ImportTarget.allCases.map(\.rawValue).joined(separator: ", ")
}
