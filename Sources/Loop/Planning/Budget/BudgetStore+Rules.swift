import Kernel
import Records

import class GRDB.Database

extension RecordRule {
    /// A budget's total holds its lines and the budgets beneath, and fits into its parent (BU-01).
    static let budgetTotals: RecordRule = RecordRule { db, records, act in
        let store = BudgetStore(db, records)
        switch act.step {
        case .create, .change, .restore: try store.checkTotals(act)
        case .ask("approve"), .move("approve"):
            let book = try store.book(act.before ?? act.record)
            if book.positions.isEmpty, book.children.isEmpty { throw BudgetProblem.empty(budget: act.record.code) }
            if book.unallocated != 0 {
                throw BudgetProblem.notAllocated(
                    budget: act.record.code, allocated: store.said(book.allocated), total: store.said(book.total),
                    rest: store.said(abs(book.unallocated)))
            }
        default: break
        }
    }

    /// Lines fit into their budget, and stand still once it is in force.
    static let linesWithinBudget: RecordRule = RecordRule { db, records, act in
        if case .move = act.step { return }
        if case .ask = act.step { return }
        try BudgetStore(db, records).checkLine(act)
    }

    static let spend: RecordRule = RecordRule { db, records, act in
        let store = BudgetStore(db, records)
        switch act.step {
        case .create, .change: try store.checkSpendFields(act)
        case .ask("approve"), .move("approve"):
            try store.checkBalance(
                of: act.record.whole("line"), for: act.record.whole("amount") ?? 0, spending: true)
        case .move("cancel"):
            if act.record.whole("paid") ?? 0 > 0 { throw BudgetProblem.paidAlready(act.record.code) }
        default: break
        }
    }

    /// Transfers and pool draws.
    static let budgetMove: RecordRule = RecordRule { db, records, act in
        let store = BudgetStore(db, records)
        switch act.step {
        case .create, .change: try store.checkMoveFields(act)
        case .ask("apply"), .move("apply"):
            try store.checkBalance(
                of: act.record.whole("from_line"), for: act.record.whole("amount") ?? 0, spending: false)
        default: break
        }
    }

    static let mixTarget: RecordRule = RecordRule { db, records, act in
        guard act.step == .create || act.step == .change || act.step == .restore else { return }
        let record = act.record
        guard let scheme = record.text("scheme").flatMap(MixScheme.init(rawValue:)),
            let category = record.text("category")
        else { return }
        if !scheme.categories.contains(where: { $0.id == category }) {
            throw record.trouble(
                "category", Text(zh: "“\(scheme.name.zh)”没有这个类别。", en: "\(scheme.name.en) has no such category."))
        }
        let twin = try records.all(db, .mixTarget).first {
            $0.id != record.id && $0.text("scheme") == scheme.rawValue && $0.text("category") == category
        }
        if let twin {
            throw record.trouble(
                "category", Text(zh: "\(twin.code) 已设定这个类别的目标。", en: "\(twin.code) has the target of this category."))
        }
        if !(0...1).contains(record.number("share") ?? 0) {
            throw record.trouble("share", Text(zh: "须在 0% 与 100% 之间。", en: "This must lie between 0 and 100 %."))
        }
    }

    static let budgetRule: RecordRule = RecordRule { _, _, act in
        let record = act.record
        let low = record.number("flexible_low") ?? 0.1
        if low > record.number("flexible_high") ?? max(low, 0.15) {
            throw record.trouble("flexible_high", Text(zh: "上限不能低于下限。", en: "This lies below the lower bound."))
        }
        if record.whole("single_limit") ?? 0 < 0 {
            throw record.trouble("single_limit", Text(zh: "须为正数。", en: "This must be positive."))
        }
    }
}

extension RecordFact {
    /// `large` above the limit, alone or together with what belongs to it; else `usual`.
    static let spendLevel: RecordFact = RecordFact("spend_level", Text(zh: "审批级别", en: "Level")) {
        db, records, request in
        .text(try BudgetStore(db, records).splitCheck(request).isLarge ? "large" : "usual")
    }
}

extension Record {
    /// One field that is wrong, said beside it.
    func trouble(_ field: String, _ text: Text) -> RecordProblem {
        .fields([FieldTrouble(field: field, name: type.field(field)?.name ?? Text(verbatim: field), text: text)])
    }
}
