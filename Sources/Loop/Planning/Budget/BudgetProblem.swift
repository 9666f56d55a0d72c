package import Kernel

/// What stands in the way of money, and what to do.
package enum BudgetProblem: Problem, Hashable {
    case notInForce(budget: String, state: Text)
    case lineStopped(String)
    case poolSpent(String)
    case balanceShort(line: String, available: String, needed: String)
    case notAllocated(budget: String, allocated: String, total: String, rest: String)
    case empty(budget: String)
    case frozen(budget: String)
    case paidAlready(String)
    case noBase
    case unknownBuild(Text)

    package var code: String {
        switch self {
        case .notInForce: "budget.not_in_force"
        case .lineStopped: "budget.line_stopped"
        case .poolSpent: "budget.pool_spent"
        case .balanceShort: "budget.balance_short"
        case .notAllocated: "budget.not_allocated"
        case .empty: "budget.empty"
        case .frozen: "budget.frozen"
        case .paidAlready: "budget.paid_already"
        case .noBase: "budget.no_base"
        case .unknownBuild: "budget.unknown_build"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .noBase, .unknownBuild: .invalid
        default: .conflict
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .balanceShort: ProblemPlace(field: "amount")
        case .notInForce, .lineStopped, .poolSpent: ProblemPlace(field: "line")
        default: nil
        }
    }

    package var text: Text {
        switch self {
        case .notInForce(let budget, let state):
            Text(
                zh: "预算 \(budget) 目前为“\(state.zh)”，须先经财务审批生效，才能申请支出或调剂。",
                en:
                    "The budget \(budget) is \(state.en.lowercased()): it has to be approved before money is asked of it or moved in it."
            )
        case .lineStopped(let line):
            Text(zh: "预算行 \(line) 已停用，请选择其他行。", en: "The line \(line) is stopped: choose another one.")
        case .poolSpent(let line):
            Text(
                zh: "\(line) 是弹性池或储备，不能直接支出。请先提交“弹性池动用”，批准后从调入的行支出。",
                en:
                    "\(line) is a pool or reserve: nothing is spent from it. Ask for a pool draw to the line that needs it."
            )
        case .balanceShort(let line, let available, let needed):
            Text(
                zh: "\(line) 可用余额 \(available)，不足 \(needed)。可减少金额，或先提交预算调剂、弹性池动用。",
                en:
                    "\(line) has \(available) left, less than \(needed). Ask for less, or for a transfer or a pool draw first."
            )
        case .notAllocated(let budget, let allocated, let total, let rest):
            Text(
                zh: "\(budget) 的预算行合计 \(allocated)，与总额 \(total) 相差 \(rest)。请把差额放入弹性池或某一行，或调整总额，再提交审批。",
                en:
                    "The lines of \(budget) make \(allocated), \(rest) off the total of \(total). Put the rest into the flexible pool or a line, or change the total, and ask again."
            )
        case .empty(let budget):
            Text(zh: "\(budget) 还没有预算行。", en: "\(budget) has no lines yet.")
        case .frozen(let budget):
            Text(
                zh: "预算 \(budget) 已生效，金额已冻结。请用预算调剂或弹性池动用，或先把预算转为修订。",
                en:
                    "The budget \(budget) is in force and frozen. Use a transfer or a pool draw, or revise the budget first."
            )
        case .paidAlready(let code):
            Text(
                zh: "\(code) 已有付款，不能取消。请按已付金额付清。",
                en: "\(code) has payments and cannot be cancelled: close it with what was paid.")
        case .noBase:
            Text(
                zh: "所选期间的上一年没有投放或入账数据，无法按增量编制。请先导入数据，或选择零基编制。",
                en:
                    "There is neither ad spend nor booked data of the year before, so nothing to grow from. Import them, or build from zero."
            )
        case .unknownBuild(let what): what
        }
    }
}
