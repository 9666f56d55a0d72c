import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

/// Totals, frozen budgets, balances and the ways of spends, transfers and draws.
@Suite struct BudgetRuleTests {
    private let example: BudgetExample
    private var records: RecordStore { example.records }

    init() async throws { example = try await BudgetExample(total: 200_000) }

    private func refusal(_ work: () async throws -> Void) async throws -> String {
        do { try await work() } catch let problem as any Problem {
            if case RecordProblem.fields(let troubles) = problem { return troubles.map(\.field).joined(separator: ",") }
            return problem.code
        }
        return ""
    }

    // MARK: Totals

    @Test("BU-01 a line needs its KPI")
    func metric() async throws {
        let field = try await refusal {
            try await records.create(
                .budgetLine,
                [
                    "title": .text("抖音"), "budget": .whole(example.budget.id), "module": .text("digital"),
                    "planned": .whole(100),
                ], by: example.asker)
        }
        #expect(field == "metric")
    }

    @Test("BU-01 lines over the total are refused by the fen, with what is left named")
    func overTotal() async throws {
        try await example.line("digital", 150_000)
        do {
            try await example.line("brand", 50_001)
            Issue.record("a line over the budget was taken")
        } catch RecordProblem.fields(let troubles) {
            #expect(troubles.first?.field == "planned")
            #expect(troubles.first?.text.zh.contains("¥50,000.00") == true, "\(troubles)")
        }
        try await example.line("brand", 50_000)
    }

    @Test("BU-01 a budget over its parent is refused, also beside others, also by a later change")
    func parent() async throws {
        try await example.line("digital", 50_000)
        let first = try await records.create(
            .budget, BudgetExample.values(100_000, parent: example.budget), by: example.asker)
        let over = try await refusal {
            try await records.create(.budget, BudgetExample.values(50_001, parent: example.budget), by: example.asker)
        }
        #expect(over == "total")
        let grown = try await refusal {
            try await records.change(first, from: 1, ["total": .whole(150_000_01)], by: example.asker)
        }
        #expect(grown == "total")
        try await records.change(first, from: 1, ["total": .whole(150_000_00)], by: example.asker)
        let lowered = try await refusal {
            try await records.change(example.budget, from: 1, ["total": .whole(199_999_99)], by: example.asker)
        }
        #expect(lowered == "total", "the parent cannot fall below what lies beneath it")
        let cycle = try await refusal {
            try await records.change(example.budget, from: 1, ["parent": .whole(first.id)], by: example.asker)
        }
        #expect(["parent", "total"].contains(cycle))
    }

    @Test("AD-07 1,000,000 = 500,000 + 300,000 + 200,000 goes to approval; one fen less does not")
    func adjustment() async throws {
        var values = BudgetExample.values(1_000_000)
        values["kind"] = .text("adjustment")
        let budget = try await records.create(.budget, values, by: example.asker)
        try await example.line("digital", 500_000, ["activity": "online_ads"], of: budget)
        try await example.line("brand", 300_000, ["activity": "offline_events"], of: budget)
        let short = try await records.create(
            .budgetLine,
            [
                "title": .text("物料"), "budget": .whole(budget.id), "module": .text("content"),
                "planned": .whole(19_999_999), "metric": .text("ctr"), "activity": .text("materials"),
            ], by: example.asker)
        #expect(try await refusal { _ = try await example.ask("approve", budget) } == "budget.not_allocated")
        try await records.change(short, from: 1, ["planned": .whole(20_000_000)], by: example.asker)
        _ = try await example.ask("approve", budget)
    }

    @Test("BU-06 finance and management approve a budget; in force its amounts stand still until it is revised")
    func frozen() async throws {
        let line = try await example.line("digital", 200_000)
        let request = try await example.ask("approve", example.budget)
        #expect(request.steps.map(\.people) == [.role(.finance), .role(.executive)])
        try await example.approvals.decide(request.id, .approve, by: example.finance)
        try await example.approvals.decide(request.id, .approve, by: example.executive)
        #expect(try await example.fresh(example.budget).state == "active")
        let changed = try await refusal {
            try await records.change(line, from: 1, ["planned": .whole(1)], by: example.asker)
        }
        #expect(changed == "planned")
        #expect(try await refusal { try await example.line("brand", 0) } == "planned")
        #expect(
            try await refusal { try await records.setArchived(true, line, from: 1, by: example.asker) } == "planned")
        try await records.change(line, from: 1, ["note": .text("说明可改")], by: example.asker)
        let active = try await example.fresh(example.budget)
        try await records.move(active, from: active.version, "revise", reason: "年中修订", by: example.asker)
        try await records.change(line, from: 2, ["planned": .whole(100)], by: example.asker)
    }

    // MARK: Spends

    @Test("BU-06 a spend waits for its budget to be in force, and for money on the line")
    func checks() async throws {
        let line = try await example.line("digital", 100_000)
        let pool = try await example.line("pool", 100_000)
        let early = try await example.spend(line, 10)
        #expect(try await refusal { _ = try await example.ask("approve", early) } == "budget.not_in_force")
        try await example.putIntoForce()
        let tooMuch = try await example.spend(line, 100_001)
        #expect(try await refusal { _ = try await example.ask("approve", tooMuch) } == "budget.balance_short")
        let direct = try await example.spend(pool, 10)
        #expect(try await refusal { _ = try await example.ask("approve", direct) } == "budget.pool_spent")
        try await records.move(line, from: 1, "stop", reason: "停投", by: example.asker)
        #expect(try await refusal { _ = try await example.ask("approve", early) } == "budget.line_stopped")
        #expect(try await refusal { _ = try await example.spend(line, 0) } == "amount")
    }

    @Test(
        "BU-06 approved is committed, part paid is part spent, paid in full frees the rest; only finance enters payments"
    )
    func life() async throws {
        let line = try await example.line("digital", 200_000)
        try await example.putIntoForce()
        let draft = try await example.spend(line, 40_000)
        let request = try await example.ask("approve", draft)
        #expect(request.steps.map(\.people) == [.role(.finance)])
        #expect(try await example.position(line)?.pending == 4_000_000)
        try await example.approvals.decide(request.id, .approve, by: example.finance)
        let approved = try await example.fresh(draft)
        #expect(approved.state == "approved")
        #expect(try await example.position(line)?.committed == 4_000_000)
        #expect(
            try await refusal {
                try await records.change(approved, from: 2, ["amount": .whole(1)], by: example.asker)
            } == "amount", "what was approved stands")
        #expect(
            try await refusal {
                try await records.change(approved, from: 2, ["paid": .whole(1)], by: example.asker)
            } == "paid", "marketing does not enter payments")
        #expect(
            try await refusal {
                try await records.change(approved, from: 2, ["paid": .whole(4_000_001)], by: example.finance)
            } == "paid")
        let paid = try await records.change(
            approved, from: 2, ["paid": .whole(1_500_000), "paid_on": .day(Day(daysSince1970: 20_500))],
            by: example.finance)
        var position = try await example.position(line)
        #expect(position?.spent == 1_500_000 && position?.committed == 2_500_000)
        #expect(
            try await refusal {
                try await records.move(paid, from: 3, "cancel", reason: "不做了", by: example.asker)
            } == "budget.paid_already")
        await #expect(throws: AccessProblem.self) { try await records.move(paid, from: 3, "pay", by: example.asker) }
        try await records.move(paid, from: 3, "pay", by: example.finance)
        position = try await example.position(line)
        #expect(position?.spent == 1_500_000 && position?.committed == 0 && position?.remaining == 18_500_000)
    }

    @Test("BU-06 above 50,000 yuan management decides after finance; nobody approves her own")
    func large() async throws {
        let line = try await example.line("digital", 200_000)
        try await example.putIntoForce()
        let usual = try await example.ask("approve", try await example.spend(line, 50_000))
        #expect(usual.steps.count == 1)
        let large = try await example.ask(
            "approve", try await example.spend(line, 50_001, supplier: "云峰物料", by: example.other), by: example.other)
        #expect(large.steps.map(\.people) == [.role(.finance), .role(.executive)])
        let own = try await example.spend(line, 100, supplier: "自办", by: example.finance)
        #expect(
            try await refusal { _ = try await example.ask("approve", own, by: example.finance) }
                == "approval.no_decider",
            "the only person of finance is the requester")
        await #expect(throws: ApprovalProblem.self) {
            try await example.approvals.decide(usual.id, .approve, by: example.asker)
        }
    }

    @Test("BU-06 the second half of a split purchase goes to management; the limit is data")
    func split() async throws {
        let line = try await example.line("digital", 200_000)
        try await example.putIntoForce()
        let first = try await example.ask("approve", try await example.spend(line, 30_000))
        #expect(first.steps.count == 1)
        let second = try await example.ask("approve", try await example.spend(line, 30_000, supplier: "蓝海传媒有限公司"))
        #expect(second.steps.count == 2)
        let rule = try await records.create(
            .budgetRule, ["title": .text("放宽"), "single_limit": .whole(10_000_000)], by: example.asker)
        try await records.move(rule, from: 1, "activate", by: example.asker)
        let third = try await example.ask("approve", try await example.spend(line, 30_000))
        #expect(third.steps.count == 1, "90,000 in all lies under 100,000")
    }

    @Test(
        "two requests that each fit do not both get the last fen: the balance is asked again when the last one approves"
    )
    func race() async throws {
        let line = try await example.line("digital", 200_000)
        try await example.putIntoForce()
        let one = try await example.ask("approve", try await example.spend(line, 150_000))
        let two = try await example.ask(
            "approve", try await example.spend(line, 50_001, supplier: "云峰", by: example.other), by: example.other)
        for request in [one, two] { try await example.approvals.decide(request.id, .approve, by: example.finance) }
        try await example.approvals.decide(one.id, .approve, by: example.executive)
        #expect(
            try await refusal { try await example.approvals.decide(two.id, .approve, by: example.executive) }
                == "budget.balance_short")
        #expect(try await example.position(line)?.remaining == 5_000_000)
    }

    // MARK: Transfers and draws

    @Test("BU-08 an approved transfer changes both lines, keeps the sum, and leaves reason and audit")
    func transfer() async throws {
        let digital = try await example.line("digital", 150_000)
        let brand = try await example.line("brand", 50_000)
        try await example.putIntoForce()
        func move(_ yuan: Int64, _ from: Record, _ to: Record) async throws -> Record {
            try await records.create(
                .budgetTransfer,
                [
                    "title": .text("调剂"), "from_line": .whole(from.id), "to_line": .whole(to.id),
                    "amount": .whole(yuan * 100), "reason": .text("品牌日加码"),
                ], by: example.asker)
        }
        let draft = try await move(20_000, digital, brand)
        let request = try await example.ask("apply", draft)
        #expect(try await example.position(brand)?.adjusted == 5_000_000, "nothing moves before the approval")
        try await example.approvals.decide(request.id, .approve, by: example.finance)
        #expect(try await example.position(digital)?.adjusted == 13_000_000)
        #expect(try await example.position(brand)?.adjusted == 7_000_000)
        let tooMuch = try await move(130_001, digital, brand)
        #expect(try await refusal { _ = try await example.ask("apply", tooMuch) } == "budget.balance_short")
        #expect(try await refusal { _ = try await move(1, digital, digital) } == "to_line")
        let history = try await example.store.read { [records] db in
            try records.history(
                db, try records.find(db, .budgetTransfer, number: draft.number, for: .system), for: .system)
        }
        #expect(history.map(\.action) == ["apply", "create"] && history.first?.author.contains("周敏") == true)
    }

    @Test("BU-05 pool and reserve are drawn on by a draw, never by a transfer")
    func draw() async throws {
        let digital = try await example.line("digital", 176_000)
        let pool = try await example.line("pool", 24_000)
        try await example.putIntoForce()
        func values(_ from: Record, _ to: Record) -> RecordValues {
            [
                "title": .text("竞品降价"), "from_line": .whole(from.id), "to_line": .whole(to.id),
                "amount": .whole(10_000_00), "reason": .text("限时应对"),
            ]
        }
        #expect(
            try await refusal {
                try await records.create(.budgetTransfer, values(pool, digital), by: example.asker)
            } == "from_line")
        let cause: RecordValues = ["cause": .text("rival")]
        #expect(
            try await refusal {
                try await records.create(
                    .poolDraw, values(digital, pool).merging(cause) { $1 }, by: example.asker)
            } == "from_line")
        let draft = try await records.create(
            .poolDraw, values(pool, digital).merging(cause) { $1 }, by: example.asker)
        let request = try await example.ask("apply", draft)
        #expect(request.steps.count == 2)
        try await example.approvals.decide(request.id, .approve, by: example.finance)
        try await example.approvals.decide(request.id, .approve, by: example.executive)
        #expect(try await example.position(pool)?.adjusted == 1_400_000)
        #expect(try await example.position(digital)?.adjusted == 18_600_000)
    }

    @Test("random spends, transfers and payments: no line is ever overdrawn and the budget never gains or loses a fen")
    func conserved() async throws {
        try await forAll(seed: 46, cases: 6) { dice in
            let example = try await BudgetExample(total: 3_000)
            var lines: [Record] = []
            for module in ["digital", "brand", "content"] { lines.append(try await example.line(module, 1_000)) }
            try await example.putIntoForce()
            for step in 0..<25 {
                let from = lines[Int(dice.next() % 3)]
                let to = lines[Int(dice.next() % 3)]
                let yuan = Int64(dice.next() % 700) + 1
                do {
                    let isSpend = dice.next() % 2 == 0
                    let record =
                        isSpend
                        ? try await example.spend(from, yuan, supplier: "供应商\(step)")
                        : try await example.records.create(
                            .budgetTransfer,
                            [
                                "title": .text("调剂"), "from_line": .whole(from.id), "to_line": .whole(to.id),
                                "amount": .whole(yuan * 100), "reason": .text("随机"),
                            ], by: example.asker)
                    let request = try await example.ask(isSpend ? "approve" : "apply", record)
                    try await example.approvals.decide(request.id, .approve, by: example.finance)
                } catch is any Problem { continue }
            }
            var sum: Int64 = 0
            for line in lines {
                guard let position = try await example.position(line), position.remaining >= 0 else { return false }
                sum += position.adjusted
            }
            return sum == 300_000
        }
    }
}
