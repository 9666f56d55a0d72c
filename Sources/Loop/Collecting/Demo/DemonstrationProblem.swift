package import Kernel

/// What can keep the demonstration company from being made.
package enum DemonstrationProblem: Problem, Hashable {
    case sizeOutOfRange(String)
    case dayOutOfRange(Day)
    case warehouseNotEmpty(table: String)

    package var code: String {
        switch self {
        case .sizeOutOfRange: "demo.size_out_of_range"
        case .dayOutOfRange: "demo.day_out_of_range"
        case .warehouseNotEmpty: "demo.warehouse_not_empty"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .sizeOutOfRange, .dayOutOfRange: .invalid
        case .warehouseNotEmpty: .conflict
        }
    }

    package var text: Text {
        switch self {
        case .sizeOutOfRange(let size):
            Text(
                zh: "客户数“\(size)”无法使用。请给出 1k 到 10M 之间的数，例如 10k、250000 或 1M。",
                en:
                    "\"\(size)\" is not a usable number of customers. Give one from 1k to 10M, such as 10k, 250000 or 1M."
            )
        case .dayOutOfRange(let day):
            Text(
                zh: "演示公司的截止日期 \(day) 超出范围。请选择 2019 年至 2035 年之间的日期。",
                en: "The demonstration company cannot end on \(day). Choose a day from 2019 to 2035.")
        case .warehouseNotEmpty(let table):
            Text(
                zh: "数据仓库中已有数据（表 \(table)），演示公司不会与真实数据混在一起。请用 --data 指定一个空的数据文件夹。",
                en:
                    "The warehouse already holds data (table \(table)); the demonstration company is never mixed with other data. "
                    + "Name an empty data folder with --data.")
        }
    }
}
