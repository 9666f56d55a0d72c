package import Kernel
package import Records
import Store

/// Makes budgets: the proposal, and its records in one transaction.
package struct BudgetBuilder: Sendable {
    package let reader: BudgetReader

    package init(_ reader: BudgetReader) { self.reader = reader }

    /// Problems: `budget.no_base`, `budget.unknown_build`.
    package func proposal(_ order: BudgetOrder, for author: RecordAuthor) async throws -> BudgetBuild {
        guard order.flexible >= 0, order.reserve >= 0, order.flexible + order.reserve <= 0.9,
            (-0.95...10).contains(order.growth)
        else {
            throw BudgetProblem.unknownBuild(
                Text(
                    zh: "弹性池与储备合计须在 0% 至 90% 之间，增长率须在 −95% 至 1000% 之间。",
                    en: "Pool and reserve together lie between 0 and 90 %, growth between −95 and 1000 %."))
        }
        switch order.base {
        case .zero(let total):
            if total <= 0 {
                throw BudgetProblem.unknownBuild(
                    Text(zh: "零基编制请填写预算总额。", en: "Give the total to build from zero."))
            }
            return BudgetBuild(zeroBased: total, flexible: order.flexible, reserve: order.reserve)
        case .data:
            let base = try await BudgetBase.read(order.period.lastYear, from: reader.warehouse)
            return try grown(base.lines, order)
        case .budget(let number):
            let book = try await reader.book(number, for: author)
            return try grown(book.positions.filter { !$0.line.isPool }.map(BudgetBuild.Line.init), order)
        }
    }

    private func grown(_ base: [BudgetBuild.Line], _ order: BudgetOrder) throws -> BudgetBuild {
        if base.isEmpty { throw BudgetProblem.noBase }
        return BudgetBuild(incremental: base, growth: order.growth, flexible: order.flexible, reserve: order.reserve)
    }

    /// The budget with its lines, as a draft. Problems: those of `proposal` and of `RecordStore.create`.
    package func make(_ order: BudgetOrder, in language: Language, by author: RecordAuthor) async throws -> Record {
        let build = try await proposal(order, for: author)
        var values: RecordValues = [
            "title": .text(order.title), "kind": .text("annual"), "starts_on": .day(order.period.start),
            "ends_on": .day(order.period.lastDay), "total": .whole(build.total),
        ]
        if case .zero = order.base {
            values["method"] = .text("zero_based")
        } else {
            values["method"] = .text("incremental")
            values["growth"] = .number(order.growth)
        }
        values["owner"] = author.account.map { .whole($0.id) }
        values["parent"] = order.parent.map { .whole($0) }
        let records = reader.records
        let fixed = values
        return try await records.store.write { db in
            let budget = try records.create(db, .budget, fixed, by: author)
            for line in build.lines {
                try records.create(db, .budgetLine, line.values(in: language, budget: budget.id), by: author)
            }
            return budget
        }
    }

    /// Puts what no line has yet into the flexible pool. Problems: those of `RecordStore.change`.
    package func fillPool(_ number: Int64, in language: Language, by author: RecordAuthor) async throws {
        let book = try await reader.book(number, for: author)
        guard book.unallocated > 0 else { return }
        if let pool = book.positions.first(where: { $0.line.module == "pool" }) {
            try await reader.records.change(
                pool.line.record, from: pool.line.record.version,
                ["planned": .whole(pool.line.planned + book.unallocated)], by: author)
        } else {
            try await reader.records.create(
                .budgetLine, BudgetBuild.Line.pool(book.unallocated).values(in: language, budget: book.budget.id),
                by: author)
        }
    }
}

extension BudgetBuild.Line {
    /// A line of an earlier budget: what it stood at in the end is what the next one grows from.
    init(_ position: LinePosition) {
        let line = position.line
        self.init(
            title: Text(verbatim: line.title), module: line.module, metric: line.metric, channel: line.channel,
            source: line.source, outside: line.outside, base: position.adjusted, planned: 0,
            allocation: line.category(in: .allocation) ?? "core", purpose: line.category(in: .purpose),
            capability: line.category(in: .capability), activity: line.category(in: .activity))
    }

    func values(in language: Language, budget: Int64) -> RecordValues {
        var values: RecordValues = [
            "title": .text(title[language]), "budget": .whole(budget), "module": .text(module),
            "planned": .whole(planned), "metric": .text(metric), "actuals": .text(source.rawValue),
            "allocation": .text(allocation),
        ]
        values["channel"] = channel.map { .text($0) }
        values["purpose"] = purpose.map { .text($0) }
        values["capability"] = capability.map { .text($0) }
        values["activity"] = activity.map { .text($0) }
        if source == .books || (source == .media && channel == nil) { values["book_code"] = outside.map { .text($0) } }
        if base > 0 { values["base_amount"] = .whole(base) }
        return values
    }
}
