package import Kernel

/// What keeps rows from being exported.
package enum ExportProblem: Problem, Hashable {
    case folderUnwritable(String, why: String)
    case tooManyColumns(had: Int, limit: Int)
    case parquetNeedsDuckDB
    case workbookFailed(String, why: String)

    package var code: String {
        switch self {
        case .folderUnwritable: "export.folder_unwritable"
        case .tooManyColumns: "export.too_many_columns"
        case .parquetNeedsDuckDB: "export.parquet_needs_duckdb"
        case .workbookFailed: "export.workbook_failed"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .tooManyColumns: .tooLarge
        default: .unavailable
        }
    }

    package var text: Text {
        switch self {
        case .folderUnwritable(let path, let why):
            Text(
                zh: "无法写入“\(path)”：\(why)。请检查磁盘空间和写入权限。",
                en: "“\(path)” cannot be written: \(why). Check disk space and permissions.")
        case .tooManyColumns(let had, let limit):
            Text(
                zh: "结果有 \(had) 列，XLSX 最多 \(limit) 列。请减少列数或导出为 CSV。",
                en: "The result has \(had) columns; XLSX takes \(limit). Choose fewer, or export CSV.")
        case .parquetNeedsDuckDB:
            Text(
                zh: "当前连接的是 Spark 引擎，暂不能导出 Parquet，请改用 CSV 或 XLSX。",
                en: "Parquet is written by the built-in engine, but Spark is connected. Export CSV or XLSX.")
        case .workbookFailed(let path, let why):
            Text(zh: "无法写入工作簿“\(path)”：\(why)。", en: "Workbook “\(path)” cannot be written: \(why).")
        }
    }
}
