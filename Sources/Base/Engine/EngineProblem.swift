package import Kernel

/// What can go wrong between us and the analytic engine. The cases that concern a statement carry its SQL and the engine's reason.
package enum EngineProblem: Problem, Hashable {
    /// No driver library was found; `searched` are the places looked at.
    case libraryMissing(searched: [String])
    /// The library was found, but it cannot be loaded or is not a driver that we know.
    case libraryUnusable(path: String, reason: String)
    /// The engine refused the database or the server did not answer.
    case unreachable(target: String, reason: String)
    /// The engine refused or failed the statement.
    case failed(sql: String, reason: String)
    /// The statement needed more memory than it may have, and could not spill.
    case outOfMemory(sql: String, reason: String)
    /// The disk of the warehouse or of its spill folder is full; what the statement had written is undone.
    case diskFull(reason: String)
    /// The statement was stopped because its time was over.
    case timedOut(sql: String, after: Duration)
    /// A query whose result has no columns: a server that was interrupted answers so. It is never "no rows".
    case noColumns(sql: String)
    /// The engine handed us a batch that breaks the Arrow rules.
    case damagedBatch(reason: String)
    /// The result has no column of that name.
    case columnMissing(name: String, available: [String])
    /// The column holds another type than was asked for.
    case columnType(name: String, found: String, wanted: String)
    /// A value that does not fit what was asked for: a NULL, or a number out of range.
    case unfitValue(column: String, reason: String)
    /// The columns to be loaded do not fit together.
    case unevenColumns(name: String, rows: Int, expected: Int)
    /// The session's connection was closed, by a cancel, a time-out or the end of the session.
    case closed
}

extension EngineProblem {
    package var code: String {
        switch self {
        case .libraryMissing: "engine.library_missing"
        case .libraryUnusable: "engine.library_unusable"
        case .unreachable: "engine.unreachable"
        case .failed: "engine.failed"
        case .outOfMemory: "engine.out_of_memory"
        case .diskFull: "engine.disk_full"
        case .timedOut: "engine.timed_out"
        case .noColumns: "engine.no_columns"
        case .damagedBatch: "engine.damaged_batch"
        case .columnMissing: "engine.column_missing"
        case .columnType: "engine.column_type"
        case .unfitValue: "engine.unfit_value"
        case .unevenColumns: "engine.uneven_columns"
        case .closed: "engine.closed"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .libraryMissing, .libraryUnusable, .unreachable, .outOfMemory, .diskFull, .timedOut, .noColumns,
            .damagedBatch,
            .closed:
            .unavailable
        case .failed, .columnMissing, .columnType, .unfitValue, .unevenColumns: .invalid
        }
    }

    package var text: Text {
        switch self {
        case .libraryMissing(let searched):
            Text(
                zh:
                    "找不到分析引擎的程序库。请运行 make setup，或将环境变量 YUNCHOU_ENGINE 设为 libduckdb.so 的路径。已查找：\(searched.joined(separator: "、"))。",
                en:
                    "The analytic engine's library is not there. Run make setup, or set YUNCHOU_ENGINE to the path of libduckdb.so. "
                    + "Looked at: \(searched.joined(separator: ", ")).")
        case .libraryUnusable(let path, let reason):
            Text(
                zh: "分析引擎的程序库 \(path) 无法使用：\(reason)。请运行 make setup 重新安装。",
                en:
                    "The analytic engine's library \(path) cannot be used: \(reason). Run make setup to install it anew."
            )
        case .unreachable(let target, let reason):
            Text(
                zh: "无法连接分析引擎 \(target)：\(reason)。请检查地址、权限，以及服务是否已启动。",
                en:
                    "The analytic engine at \(target) does not answer: \(reason). Check the address, the rights and that it runs."
            )
        case .failed(let sql, let reason):
            Text(zh: "查询执行失败：\(reason)\n\(sql)", en: "The query failed: \(reason)\n\(sql)")
        case .outOfMemory(let sql, let reason):
            Text(
                zh: "查询所需内存超出上限：\(reason)。请提高内存上限，或缩小查询范围。\n\(sql)",
                en:
                    "The query needs more memory than it may have: \(reason). Raise the memory limit or ask for less.\n\(sql)"
            )
        case .diskFull(let reason):
            Text(
                zh: "磁盘空间不足，操作已撤销，原有数据不受影响。请清理数据文件夹所在磁盘后重试。（\(reason)）",
                en:
                    "The disk is full; the operation was undone and the data are as before. Free space on the disk of the data folder and try again. (\(reason))"
            )
        case .timedOut(let sql, let limit):
            Text(
                zh: "查询超过 \(seconds(limit)) 秒，已停止。请缩小时间范围或放宽时限。\n\(sql)",
                en:
                    "The query was stopped after \(seconds(limit)) s. Ask for a shorter period, or allow it more time.\n\(sql)"
            )
        case .noColumns(let sql):
            Text(
                zh: "引擎返回的结果不含任何列，查询可能在服务器上被中断。请重试。\n\(sql)",
                en:
                    "The engine answered without columns: the query was probably interrupted on the server. Try again.\n\(sql)"
            )
        case .damagedBatch(let reason):
            Text(
                zh: "引擎返回的数据已损坏：\(reason)。请重试；若仍出现，请检查引擎版本。",
                en: "The engine's data are damaged: \(reason). Try again; if it stays, check the engine's version.")
        case .columnMissing(let name, let available):
            Text(
                zh: "结果中没有列 \(name)，现有列：\(available.joined(separator: "、"))。",
                en: "The result has no column \(name); it has \(available.joined(separator: ", ")).")
        case .columnType(let name, let found, let wanted):
            Text(
                zh: "列 \(name) 的类型是 \(found)，无法按 \(wanted) 读取。",
                en: "Column \(name) is \(found) and cannot be read as \(wanted).")
        case .unfitValue(let column, let reason):
            Text(zh: "列 \(column) 的值无法读取：\(reason)。", en: "A value of column \(column) cannot be read: \(reason).")
        case .unevenColumns(let name, let rows, let expected):
            Text(
                zh: "列 \(name) 有 \(rows) 行，其他列有 \(expected) 行，无法一起写入。",
                en: "Column \(name) has \(rows) rows where the others have \(expected); they cannot be loaded together."
            )
        case .closed:
            Text(zh: "与分析引擎的连接已关闭，请重新发起查询。", en: "The connection to the analytic engine is closed; ask again.")
        }
    }

    private func seconds(_ duration: Duration) -> String {
        let tenths = (duration.inSeconds * 10).rounded()
        return tenths.truncatingRemainder(dividingBy: 10) == 0 ? String(Int64(tenths / 10)) : String(tenths / 10)
    }
}
