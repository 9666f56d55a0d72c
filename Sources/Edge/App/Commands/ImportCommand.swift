import ArgumentParser
import Collecting
import Foundation
import Kernel
import Store

struct ImportCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say("导入 CSV、TSV、XLSX、JSON Lines 或 Parquet 文件。", "Import CSV, TSV, XLSX, JSON lines or Parquet files."),
        discussion: say(
            "不合要求的行进入隔离文件，修正后可再次导入。同一文件导入两次不会改变任何内容。",
            "Rows that don't fit go to a quarantine file, to be mended and imported again. The same file twice changes nothing."))

    @OptionGroup var shared: SharedOptions
    @Option(help: help("目标表：\(targets)。", "The table to fill: \(targets).", valueName: "table"))
    var into: String
    @Option(help: help("映射文件，或内置映射名（如 online_retail）；不给则自动识别。", "A mapping file, or a shipped one's name (online_retail); guessed when absent.", valueName: "file"))
    var mapping: String?
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
        let importer = Importer(
            program.warehouse, clock: program.clock, folder: URL(fileURLWithPath: program.folder.files))
        var changed = false
        for file in files {
            let url = URL(fileURLWithPath: console.path(file))
            let choice = try await MappingChoice(importer: importer, target: target)
                .mapping(named: mapping, for: url, path: console.path)
            let report = try await importer.run(url, mapping: choice, isTrial: trial, progress: console.progress())
            changed = changed || report.counts.changesAnything && !trial
            show(report, console)
        }
        if changed { try await AfterLoad(program: program).run(console.progress()) }
    }

    private func show(_ report: LoadReport, _ console: Console) {
        if json { return console.say(verbatim: LoadReportJSON(report, console.language).text) }
        console.say(report.summary)
        for reason in report.reasons {
            let rows = reason.examples.map(String.init).joined(separator: ", ")
            console.say(Text(zh: "  \(reason.rows) 行：", en: "  \(reason.rows) rows: ") + reason.text + Text(verbatim: " [\(rows)…]"))
        }
        for notice in report.notices { console.say(Text(verbatim: "  ") + notice) }
        if let file = report.quarantine {
            console.say(Text(zh: "隔离文件：\(file.path)", en: "Quarantine file: \(file.path)"))
        }
    }

    private static let targets = ImportTarget.allCases.map(\.rawValue).joined(separator: ", ")
}
