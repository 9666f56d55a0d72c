package import Kernel

/// Why a goal cannot be broken down or balanced as asked, and what to do.
package enum GoalProblem: Problem, Hashable {
    /// It lacks what a breakdown needs.
    case incomplete(code: String, Text)
    /// It has children of this kind.
    case alreadySplit(code: String, Text)
    /// It stands for a member of one dimension already.
    case scopeTaken(code: String)
    case tooShort(code: String, Grain)
    case noMembers(Text)
    case noPeople
    /// The children left free cannot take up the difference.
    case allFixed(difference: String)
    case fixedExceed(fixed: String, parent: String)
    case notANumber(String)
    case unknownWay

    package var code: String {
        switch self {
        case .incomplete: "goal.incomplete"
        case .alreadySplit: "goal.already_split"
        case .scopeTaken: "goal.scope_taken"
        case .tooShort: "goal.too_short"
        case .noMembers: "goal.no_members"
        case .noPeople: "goal.no_people"
        case .allFixed: "goal.all_fixed"
        case .fixedExceed: "goal.fixed_exceed"
        case .notANumber: "goal.not_a_number"
        case .unknownWay: "goal.unknown_way"
        }
    }

    package var kind: ProblemKind { if case .alreadySplit = self { .conflict } else { .invalid } }

    package var text: Text {
        switch self {
        case .incomplete(let code, let gap):
            Text(zh: "\(code) 还不能分解：\(gap.zh)", en: "\(code) cannot be broken down yet. \(gap.en)")
        case .alreadySplit(let code, let way):
            Text(
                zh: "\(code) 已按“\(way.zh)”分解，请直接调整下级目标；如需重做，请先归档原有下级目标。",
                en: "\(code) is broken down by \(way.en.lowercased()) already: adjust its parts, or archive them first."
            )
        case .scopeTaken(let code):
            Text(
                zh: "\(code) 已限定在某一对象上，只能再按大区、期间或个人分解。",
                en: "\(code) stands for one member already: break it down by region, period or person.")
        case .tooShort(let code, let grain):
            Text(
                zh: "\(code) 的期间不超过一个\(grain.name.zh)，无法再按\(grain.name.zh)分解。",
                en: "\(code) is no longer than a \(grain.name.en.lowercased()) and cannot be broken down by it.")
        case .noMembers(let dimension):
            Text(
                zh: "去年同期没有按“\(dimension.zh)”统计的数据，无法提出分解比例。",
                en: "There are no data by \(dimension.en.lowercased()) a year before to propose shares from.")
        case .noPeople: Text(zh: "请至少选择两个人。", en: "Choose two people or more.")
        case .allFixed(let difference):
            Text(
                zh: "其余下级目标都已锁定，差额 \(difference) 无处分摊。请解锁至少一项。",
                en: "All other parts are fixed, so nothing can take up the difference of \(difference). Release one.")
        case .fixedExceed(let fixed, let parent):
            Text(
                zh: "锁定的下级目标合计 \(fixed)，已超过上级目标 \(parent)。请调低或解锁其中一项。",
                en: "The fixed parts sum to \(fixed), more than the goal above of \(parent). Lower or release one.")
        case .notANumber(let text):
            Text(
                zh: "“\(text)”不是数字，请填写如 1250000 或 12.5 的数值。",
                en: "“\(text)” is not a number; write one like 1250000 or 12.5.")
        case .unknownWay: Text(zh: "请选择分解方式。", en: "Choose a way to break the goal down.")
        }
    }
}
