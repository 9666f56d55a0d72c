import ArgumentParser
import Collecting
import Engine
import Foundation
import Kernel
import Warehouse

struct ExportCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say("将一张表或一个查询导出为 CSV、XLSX 或 Parquet。", "Export a table or a query to CSV, XLSX or Parquet."))

    @OptionGroup var shared: SharedOptions
    @Option(help: help("要导出的表，例如 order_header。", "The table, such as order_header.", valueName: "table"))
    var table: String?
    @Option(help: help("要导出的查询（一条 SELECT）。", "The query (one SELECT).", valueName: "SQL"))
    var sql: String?
    @Argument(
        help: help(
            "输出文件，按扩展名 .csv、.xlsx 或 .parquet 决定格式。", "The file; .csv, .xlsx or .parquet tells the format.",
            valueName: "file"))
    var file: String

    func validate() throws {
        if (table == nil) == (sql == nil) {
            throw ValidationError(say("请给出 --table 或 --sql 之一。", "Give either --table or --sql."))
        }
    }

    func run(in program: Program, _ console: Console) async throws {
        let url = URL(fileURLWithPath: console.path(file))
        guard let format = ExportFormat(rawValue: url.pathExtension.lowercased()) else {
            throw OutputProblem.formatUnknown(file)
        }
        let rows = try await Exporter(program.warehouse.engine).write(
            try await question(program), to: url, as: format, progress: console.progress())
        console.say(Text(zh: "已导出 \(rows) 行到 \(url.path)", en: "Exported \(rows) rows to \(url.path)"))
    }

    private func question(_ program: Program) async throws -> String {
        // In brackets, so that nothing but rows can come of it wherever the exporter puts it.
        if let sql {
            return "SELECT * FROM (\n" + (try await ReadOnlySQL(sql, on: program.warehouse.engine)).text + "\n)"
        }
        guard let table = CanonicalTable.named(table ?? "") else {
            throw OutputProblem.tableUnknown(table ?? "", known: CanonicalTable.all.map(\.id))
        }
        return "SELECT * FROM \(table.id)"
    }
}

enum OutputProblem: Problem {
    case formatUnknown(String)
    case tableUnknown(String, known: [String])

    var code: String {
        switch self {
        case .formatUnknown: "export.format_unknown"
        case .tableUnknown: "export.table_unknown"
        }
    }

    var kind: ProblemKind {
        switch self {
        case .formatUnknown: .invalid
        case .tableUnknown: .missing
        }
    }

    var text: Text {
        switch self {
        case .formatUnknown(let file):
            Text(
                zh: "无法从“\(file)”判断格式，请使用扩展名 .csv、.xlsx 或 .parquet。",
                en: "“\(file)” doesn't tell a format: end it in .csv, .xlsx or .parquet.")
        case .tableUnknown(let table, let known):
            Text(
                zh: "没有表“\(table)”。可用的表：\(known.joined(separator: "、"))。",
                en: "There is no table “\(table)”. Known ones: \(known.joined(separator: ", ")).")
        }
    }
}
