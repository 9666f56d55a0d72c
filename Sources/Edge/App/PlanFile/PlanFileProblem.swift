import Kernel

/// Why a file is no plan, and where.
enum PlanFileProblem: Problem {
    case unreadable(file: String)
    case noPlan
    case otherForm(String)
    case syntax(line: Int, what: String)
    case twice(line: Int, keys: [String])
    case shape(line: Int, what: Text)
    case unknownType(String)

    var code: String {
        switch self {
        case .unreadable: "plan_file.unreadable"
        case .noPlan: "plan_file.no_plan"
        case .otherForm: "plan_file.other_form"
        case .syntax: "plan_file.syntax"
        case .twice: "plan_file.twice"
        case .shape: "plan_file.shape"
        case .unknownType: "plan_file.unknown_type"
        }
    }

    var kind: ProblemKind {
        switch self {
        case .unreadable, .unknownType: .missing
        default: .invalid
        }
    }

    var text: Text {
        switch self {
        case .unreadable(let file):
            Text(
                zh: "无法读取文件 \(file)，请检查路径与 UTF-8 编码。",
                en: "The file \(file) cannot be read. Check its path; it must be UTF-8.")
        case .noPlan:
            Text(
                zh: "这不是方案文件：首行应为 yunchou_plan: 1。请先用 yunchou plan export 导出。",
                en: "This is no plan: it begins with yunchou_plan: 1. Write one with yunchou plan export.")
        case .otherForm(let version):
            Text(
                zh: "方案文件的格式版本为 \(version)，本程序支持 1。请更新程序或重新导出。",
                en: "The file is of form \(version); this program reads 1. Update the program or export again.")
        case .syntax(let line, let what):
            Text(zh: "第 \(line) 行不符合 YAML 语法：\(what)", en: "Line \(line) is no proper YAML: \(what)")
        case .twice(let line, let keys):
            Text(
                zh: "第 \(line) 行起的同一层中，\(keys.joined(separator: "、")) 出现了两次，请合并。",
                en: "\(keys.joined(separator: ", ")) stands twice in the map at line \(line): make it one.")
        case .shape(let line, let what): Text(zh: "第 \(line) 行：\(what.zh)。", en: "Line \(line): \(what.en).")
        case .unknownType(let type):
            Text(
                zh: "没有“\(type)”这种记录。不加 --type 导出一次即可看到全部类型。",
                en: "There is no kind of record named \(type). Export without --type to see them all.")
        }
    }
}
