import Kernel
import Records

import class GRDB.Database

extension BudgetStore {
    func said(_ units: Int64) -> String { moneyText(units, records.currency) }

    // MARK: Budgets

    func checkTotals(_ act: RecordAct) throws {
        let budget = act.record
        let total = budget.whole("total") ?? 0
        if total < 0 { throw budget.trouble("total", Text(zh: "不能为负数。", en: "This cannot be negative.")) }
        if let start = budget.day("starts_on"), let end = budget.day("ends_on"), end < start {
            throw budget.trouble("ends_on", Text(zh: "不能早于开始日期。", en: "This lies before the first day."))
        }
        let own = try book(budget)
        if act.step != .create, own.allocated > total {
            throw budget.trouble(
                "total",
                Text(
                    zh: "预算行与下级预算已占 \(said(own.allocated))，总额不能低于它。",
                    en: "Lines and budgets beneath take \(said(own.allocated)) already: the total cannot be less."))
        }
        guard let parent = try self.budget(budget.whole("parent")) else { return }
        let above = try book(parent)
        let others =
            above.planned + above.children.filter { $0.id != budget.id }.reduce(0) { $0 + ($1.whole("total") ?? 0) }
        if others + total > above.total {
            throw budget.trouble("total", overParent(parent, others + total, above.total, room: above.total - others))
        }
        let period = BudgetBook(budget, lines: []).period
        if period.start < above.period.start || period.end > above.period.end {
            throw budget.trouble(
                "starts_on",
                Text(
                    zh: "须在上级预算的期间内：\(above.period.start) 至 \(above.period.lastDay)。",
                    en: "This must lie within the parent's period, \(above.period.start) to \(above.period.lastDay)."))
        }
    }

    private func overParent(_ parent: Record, _ sum: Int64, _ total: Int64, room: Int64) -> Text {
        Text(
            zh:
                "超出上级预算 \(parent.code)：合计 \(said(sum))，上级总额 \(said(total))，超出 \(said(sum - total))；此处最多 \(said(max(0, room)))。",
            en:
                "More than the parent \(parent.code) holds: \(said(sum)) in all against \(said(total)), \(said(sum - total)) too much. At most \(said(max(0, room))) here."
        )
    }

    // MARK: Lines

    func checkLine(_ act: RecordAct) throws {
        let line = act.record
        let planned = line.whole("planned") ?? 0
        let isMoney = act.step != .change || ["planned", "budget", "module"].contains(where: act.changes)
        guard isMoney, let budget = try self.budget(line.whole("budget")) else { return }
        let before = try self.budget(act.before?.whole("budget"))
        if let frozen = [budget, before].compactMap({ $0 }).first(where: { $0.state != "draft" }) {
            throw line.trouble("planned", BudgetProblem.frozen(budget: frozen.code).text)
        }
        if act.step == .archive { return }
        if planned < 0 { throw line.trouble("planned", Text(zh: "不能为负数。", en: "This cannot be negative.")) }
        let book = try book(budget)
        let others = book.childTotal + book.positions.filter { $0.id != line.id }.reduce(0) { $0 + $1.line.planned }
        if others + planned > book.total {
            throw line.trouble("planned", overParent(budget, others + planned, book.total, room: book.total - others))
        }
        if let used = book.positions.first(where: { $0.id == line.id }),
            planned + used.moved < used.spent + used.committed
        {
            throw line.trouble(
                "planned",
                Text(
                    zh: "已付与已批共 \(said(used.spent + used.committed))，不能低于它。",
                    en: "\(said(used.spent + used.committed)) is spent or committed already: this cannot be less."))
        }
    }

    // MARK: Spends and moves

    func checkSpendFields(_ act: RecordAct) throws {
        let request = act.record
        let amount = request.whole("amount") ?? 0
        let paid = request.whole("paid") ?? 0
        if amount <= 0 { throw request.trouble("amount", Text(zh: "须大于 0。", en: "This must be more than zero.")) }
        if paid < 0 || paid > amount {
            throw request.trouble(
                "paid",
                Text(
                    zh: "已付金额不能超过批准的 \(said(amount))；超出部分请另行申请。",
                    en: "At most the approved \(said(amount)); ask for more in another request."))
        }
        let payment = ["paid", "paid_on", "invoice"]
        if let field = payment.first(where: act.changes) {
            if request.state != "approved" {
                throw request.trouble(field, Text(zh: "批准后才能登记付款。", en: "Payments are entered once it is approved."))
            }
            if !act.author.may(.approve, request.type) {
                throw request.trouble(field, Text(zh: "付款由财务登记。", en: "Finance enters payments."))
            }
        }
        guard request.state == "approved" else { return }
        let free = Set(payment + ["note"])
        if let field = request.type.fields.first(where: { !free.contains($0.id) && act.changes($0.id) }) {
            throw request.trouble(
                field.id, Text(zh: "已批准的申请不能再改，请取消后重新申请。", en: "Approved as it is: cancel it and ask again."))
        }
    }

    func checkMoveFields(_ act: RecordAct) throws {
        let move = act.record
        if move.whole("amount") ?? 0 <= 0 {
            throw move.trouble("amount", Text(zh: "须大于 0。", en: "This must be more than zero."))
        }
        guard let from = try move.whole("from_line").flatMap({ try records.record(db, .budgetLine, id: $0) }),
            let to = try move.whole("to_line").flatMap({ try records.record(db, .budgetLine, id: $0) })
        else { return }
        if from.id == to.id || from.whole("budget") != to.whole("budget") {
            throw move.trouble("to_line", Text(zh: "须是同一预算中的另一行。", en: "This must be another line of the same budget."))
        }
        let isDraw = move.type.id == RecordType.poolDraw.id
        if isDraw != BudgetLine(from).isPool {
            throw move.trouble(
                "from_line",
                isDraw
                    ? Text(zh: "须是弹性池或应急储备行。", en: "This must be a line of the pool or the reserve.")
                    : Text(zh: "弹性池与储备请用“弹性池动用”。", en: "Use a pool draw for the pool and the reserve."))
        }
    }

    /// Problems: `budget.not_in_force`, `budget.line_stopped`, `budget.pool_spent`, `budget.balance_short`.
    func checkBalance(of line: Int64?, for amount: Int64, spending: Bool) throws {
        guard let (position, budget) = try position(line) else { return }
        let code = position.line.code
        if budget.state != "active" { throw BudgetProblem.notInForce(budget: budget.code, state: budget.stateName) }
        if position.line.isStopped { throw BudgetProblem.lineStopped(code) }
        if spending, position.line.isPool { throw BudgetProblem.poolSpent(code) }
        if position.remaining < amount {
            throw BudgetProblem.balanceShort(line: code, available: said(position.remaining), needed: said(amount))
        }
    }
}
