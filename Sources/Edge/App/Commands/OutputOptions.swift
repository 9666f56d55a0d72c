import ArgumentParser
import Collecting
import Foundation
import Kernel
import Warehouse

/// `--out FILE`: a command's list as a file instead of text, in the format its ending tells.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("out"),
        help: help(
            "把列表写入文件，按扩展名 .csv、.xlsx 或 .parquet 决定格式。",
            "Write the list to a file; .csv, .xlsx or .parquet tells the format.", valueName: "file"))
    var file: String?

    /// Writes and says so; `false` where no file is asked for.
    func write(
        _ id: String, _ columns: [(key: String, title: Text)], _ rows: [[ExportCell]], in program: Program,
        _ console: Console
    ) async throws -> Bool {
        guard let (url, format) = try place(console) else { return false }
        let zone = Text(zh: "时区", en: "Time zone")[console.language]
        let sheet = ExportSheet(
            id, name: id, columns: columns.map { ExportColumn($0.key, $0.title[console.language]) }, rows: rows,
            notes: [ExportSheet.Note(zone, program.warehouse.zone.identifier)])
        let count = try await Exporter(program.warehouse.engine).write(sheet, to: url, as: format)
        OutputOptions.say(count, url, console)
        return true
    }

    /// Where to and as what. Problem: `export.format_unknown`.
    func place(_ console: Console) throws -> (url: URL, format: ExportFormat)? {
        guard let file else { return nil }
        let url = URL(fileURLWithPath: console.path(file))
        guard let format = ExportFormat(rawValue: url.pathExtension.lowercased()) else {
            throw OutputProblem.formatUnknown(file)
        }
        return (url, format)
    }

    static func say(_ rows: Int64, _ url: URL, _ console: Console) {
        console.say(Text(zh: "已导出 \(rows) 行到 \(url.path)", en: "Exported \(rows) rows to \(url.path)"))
    }
}
