package import Kernel

/// Why a plan as text, or one record of it, cannot be taken as it is.
package enum PlanTextProblem: Problem {
    case unknownType(String)
    case unknownRecord(key: String)
    case versionMissing(key: String)
    case stale(key: String, seen: Int64, now: Int64, by: String)
    case archived(key: String)
    case stateChanged(key: String, from: String, to: String)
    case unknownField(key: String, field: String)
    case twice(key: String)
    /// It names a record of the same text that could not be made.
    case unresolved(key: String, names: String)
    case lockedForGood(key: String, state: Text)
    case nothingToDo
    /// The change request cannot be carried out as it was approved.
    case refused([PlanRefusal])
    case carriedOut
    case changesFromFile

    package var code: String {
        switch self {
        case .unknownType: "plan.unknown_type"
        case .unknownRecord: "plan.unknown_record"
        case .versionMissing: "plan.version_missing"
        case .stale: "plan.stale"
        case .archived: "plan.archived"
        case .stateChanged: "plan.state_changed"
        case .unknownField: "plan.unknown_field"
        case .twice: "plan.twice"
        case .unresolved: "plan.unresolved"
        case .lockedForGood: "plan.locked"
        case .nothingToDo: "plan.nothing_to_do"
        case .refused: "plan.refused"
        case .carriedOut: "plan.carried_out"
        case .changesFromFile: "plan.changes_from_file"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownRecord: .missing
        case .stale, .archived, .lockedForGood, .carriedOut, .changesFromFile: .conflict
        case .refused(let all):
            [.invalid, .missing, .forbidden].first { kind in all.contains { $0.problem.kind == kind } } ?? .conflict
        default: .invalid
        }
    }

    package var text: Text {
        switch self {
        case .unknownType(let type):
            Text(
                zh: "没有“\(type)”这种记录，请对照导出文件中的类型名。",
                en: "There is no kind of record named \(type); compare with an exported file.")
        case .unknownRecord(let key):
            Text(
                zh: "没有编号为 \(key) 的记录。新记录请用其他名字作键，例如 new-1，且不写 version。",
                en: "There is no record \(key). A new one stands under another word, such as new-1, without a version.")
        case .versionMissing(let key):
            Text(
                zh: "\(key) 缺少 version，无法判断文件是否过期。请保留导出时的 version 一行。",
                en: "\(key) has no version, so nobody can tell whether the file is out of date. Keep that line.")
        case .stale(let key, let seen, let now, let by):
            Text(
                zh: "\(key) 在导出（第 \(seen) 版）之后已由 \(by) 改为第 \(now) 版。请重新导出后再改。",
                en:
                    "\(key) was exported at version \(seen); \(by) made it \(now) since. Export again and repeat the change."
            )
        case .archived(let key):
            Text(zh: "\(key) 已归档，请先取消归档。", en: "\(key) is archived: bring it back first.")
        case .stateChanged(let key, let from, let to):
            Text(
                zh: "\(key) 的状态（\(from) → \(to)）不能通过文件修改，请在页面上操作。",
                en: "The state of \(key) (\(from) → \(to)) is not changed through a file: do it on its page.")
        case .unknownField(let key, let field):
            Text(zh: "\(key) 没有“\(field)”这个字段。", en: "\(key) has no field \(field).")
        case .twice(let key): Text(zh: "\(key) 在文件中出现了两次。", en: "\(key) stands in the file twice.")
        case .unresolved(let key, let names):
            Text(
                zh: "\(key) 引用的 \(names) 不存在，或未能创建。",
                en: "\(key) names \(names), which is not there or could not be made.")
        case .lockedForGood(let key, let state):
            Text(
                zh: "\(key) 处于“\(state.zh)”状态，且不能退回修改。",
                en: "\(key) is \(state.en.lowercased()), and nothing leads back from there.")
        case .nothingToDo:
            Text(zh: "文件与现有方案没有差异，无需提交。", en: "The file says what the plan says already: nothing to ask for.")
        case .refused(let all):
            Text(
                zh: "以下内容不能执行，未做任何修改：\n" + all.map { "\($0.said.zh)" }.joined(separator: "\n"),
                en: "This cannot be done, and nothing was changed:\n"
                    + all.map { "\($0.said.en)" }.joined(separator: "\n"))
        case .carriedOut:
            Text(
                zh: "方案已执行，只能填写结果评价与结果说明。",
                en: "The adjustment is carried out: only its outcome and result can be written.")
        case .changesFromFile:
            Text(
                zh: "变更内容来自提交的方案文件，不能手工修改。请修改文件后重新提交。",
                en: "What changes was read from the file that was sent. Change the file and send it again.")
        }
    }
}

/// One record of a text that cannot be taken, and why.
package struct PlanRefusal: Sendable {
    package let key: String
    /// 0 where there is no file.
    package let line: Int
    package let problem: any Problem

    package var said: Text {
        let place = line > 0 ? Text(zh: "第 \(line) 行 ", en: "line \(line), ") : Text(verbatim: "")
        return place + Text(verbatim: key) + Text(zh: "：", en: ": ") + problem.text
    }
}
