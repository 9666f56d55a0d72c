import ArgumentParser
import Engine
import Foundation
import Kernel
import Warehouse

struct Query: ProgramCommand {
    static let configuration = CommandConfiguration(
        abstract: say("用 SQL 读取数据仓库（只读）。", "Read the warehouse with SQL (reading only)."))

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case table, csv, json }

    @OptionGroup var shared: SharedOptions
    @Option(help: help("输出格式：table、csv 或 json。", "Output format: table, csv or json."))
    var format = Format.table
    @Option(help: help("超时秒数。", "Seconds after which the query is stopped.", valueName: "seconds"))
    var timeout = 300
    @Argument(
        help: help(
            "一条查询（SELECT、WITH、DESCRIBE、SHOW TABLES、EXPLAIN），只能读取仓库中的表。",
            "One question (SELECT, WITH, DESCRIBE, SHOW TABLES, EXPLAIN); it reads the warehouse's tables only.",
            valueName: "SQL"))
    var sql: String

    func run(in program: Program, _ console: Console) async throws {
        let question = try await ReadOnlySQL(sql, on: program.warehouse.engine)
        let format = format
        try await program.warehouse.engine.read(question, timeout: .seconds(timeout)) { stream in
            try await print(stream, as: format, console)
        }
    }

    private func print(_ stream: BatchStream, as format: Format, _ console: Console) async throws {
        let printer: any RowPrinter =
            switch format {
            case .table: TablePrinter()
            case .csv: CSVPrinter()
            case .json: JSONPrinter()
            }
        let names = stream.columns.map(\.name)
        console.write(.out, printer.head(names))
        // Columns of a table are as wide as their widest cell, so it waits for all rows; the other formats flow.
        var waiting: [[EngineValue]] = []
        for try await batch in stream {
            let cells = try (0..<batch.rowCount).map { row in try names.map { try batch.value($0, row) } }
            if format == .table { waiting += cells } else { console.write(.out, printer.rows(names, cells)) }
        }
        if format == .table { console.write(.out, printer.rows(names, waiting)) }
    }
}
