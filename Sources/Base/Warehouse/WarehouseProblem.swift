package import Kernel

/// What can be wrong with the warehouse itself.
package enum WarehouseProblem: Problem, Hashable {
    case newerSchema(found: Int64, known: Int64)

    package var code: String {
        switch self {
        case .newerSchema: "warehouse.newer_schema"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .newerSchema: .unavailable
        }
    }

    package var text: Text {
        switch self {
        case .newerSchema(let found, let known):
            Text(
                zh: "数据仓库由更新版本的运筹写入（结构版本 \(found)，本程序支持到 \(known)）。请升级本程序，或用备份恢复旧版数据。",
                en:
                    "The warehouse was written by a later version of Yunchou (schema \(found); this program knows up to \(known)). "
                    + "Upgrade this program, or restore a backup of the earlier data.")
        }
    }
}
