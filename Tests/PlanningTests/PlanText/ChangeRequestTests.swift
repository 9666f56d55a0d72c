import GRDB
import Kernel
import Records
import Store
import Testing

@testable import Planning

/// A plan as text becomes a change request: filed, approved by somebody else, carried out whole or not at all.
@Suite struct ChangeRequestTests {
    let example: PlanTextExample

    init() async throws {
        example = try await PlanTextExample()
        try await example.plan()
    }

    private func file(_ text: PlanText, skipping: Bool = false) async throws -> Records.Record {
        try await example.texts.file(
            text, title: "下调投放", situation: "两季度低于目标 15%", skipping: skipping, in: .zh,
            asking: example.approvals, by: example.marketing
        ).request
    }

    private func approve(_ request: Records.Record) async throws -> Records.Record {
        let waiting = try await example.approvals.inbox(.waiting, of: try #require(example.executive.account).id)
        let asked = try #require(waiting.first { $0.recordID == request.id })
        try await example.approvals.decide(asked.id, .approve, by: example.executive)
        return try await example.find(.adjustmentPlan, request.number)
    }

    private func carryOut(_ request: Records.Record) async throws {
        try await example.records.move(request, from: request.version, "carry_out", by: example.marketing)
    }

    @Test(
        "AD-07 nothing changes before the approval; carried out, the plan is what the text says, in the writer's name")
    func whole() async throws {
        let text = try await example.text().setting("GOAL-1", "target", .one("110000000"))
            .setting("BL-1", "planned", .one("550000.00"))
        let request = try await file(text)
        #expect(request.text("changes")?.contains("GOAL-1 全年净销售额") == true)
        await #expect { try await carryOut(request) } throws: {
            if case RecordProblem.moveUnknown = $0 { true } else { false }
        }
        let approved = try await approve(request)
        #expect(try await example.find(.goal, 1)["target"] == .number(120_000_000))
        try await carryOut(approved)
        let goal = try await example.find(.goal, 1)
        #expect(goal["target"] == .number(110_000_000) && goal.changedBy.hasSuffix("林静"))
        #expect(try await example.find(.budgetLine, 1)["planned"] == .whole(55_000_000))
    }

    @Test("AD-07 what somebody changed between approval and execution stops the whole request; nothing is half done")
    func overtaken() async throws {
        let text = try await example.text().setting("GOAL-1", "target", .one("110000000"))
            .setting("BL-1", "planned", .one("550000.00"))
        let approved = try await approve(try await file(text))
        let line = try await example.find(.budgetLine, 1)
        try await example.records.change(line, from: 1, ["note": .text("已谈价")], by: example.finance)
        await #expect { try await carryOut(approved) } throws: {
            guard case PlanTextProblem.refused(let all) = $0 else { return false }
            return all.map(\.key) == ["BL-1"] && all[0].problem.code == "plan.stale"
        }
        #expect(try await example.find(.goal, 1)["target"] == .number(120_000_000))
        #expect(try await example.find(.adjustmentPlan, 1).state == "approved")
    }

    @Test("S-06 a goal in force is taken back, changed, and asked for again by its own route: no text goes round it")
    func locked() async throws {
        let goal = try await example.find(.goal, 1)
        let asked = try await example.approvals.request(
            "activate", of: goal, from: 1, note: "", by: example.marketing)
        try await example.approvals.decide(asked.id, .approve, by: example.executive)
        #expect(try await example.find(.goal, 1).state == "active")
        let text = try await example.text().setting("GOAL-1", "target", .one("110000000"))
        try await carryOut(try await approve(try await file(text)))
        let changed = try await example.find(.goal, 1)
        #expect(changed.state == "draft" && changed["target"] == .number(110_000_000))
        let waiting = try await example.approvals.inbox(.waiting, of: try #require(example.executive.account).id)
        #expect(waiting.map(\.record.code) == ["GOAL-1"] && waiting[0].version == changed.version)
    }

    @Test(
        "S-11 a text with one refusal is not filed; leaving refusals out files the rest; an unchanged one has nothing to ask"
    )
    func partly() async throws {
        let text = try await example.text().setting("GOAL-1", "target", .one("110000000"))
            .setting("GOAL-2", "target", .one("many"))
        await #expect(throws: PlanTextProblem.self) { try await file(text) }
        try await carryOut(try await approve(try await file(text, skipping: true)))
        #expect(try await example.find(.goal, 1)["target"] == .number(110_000_000))
        #expect(try await example.find(.goal, 2)["target"] == .number(80_000_000))
        let same = try await example.text()
        await #expect { try await file(same) } throws: {
            if case PlanTextProblem.nothingToDo = $0 { true } else { false }
        }
    }

    @Test("AR-01 the text of a request stays as it was sent, and a carried-out adjustment takes only its results")
    func stays() async throws {
        let request = try await file(try await example.text().setting("GOAL-1", "target", .one("110000000")))
        await #expect(throws: (any Error).self) {
            try await example.records.store.write { db in
                try db.execute(sql: "UPDATE plan_change_set SET body = '{}'")
            }
        }
        await #expect(throws: PlanTextProblem.self) {
            try await example.records.change(
                request, from: request.version, ["changes": .text("别的")], by: example.marketing)
        }
        let approved = try await approve(request)
        try await carryOut(approved)
        let done = try await example.find(.adjustmentPlan, 1)
        await #expect(throws: PlanTextProblem.self) {
            try await example.records.change(
                done, from: done.version, ["situation": .text("改写")], by: example.marketing)
        }
        let told = try await example.records.change(
            done, from: done.version, ["outcome": .text("worked"), "result": .text("回升 6%")], by: example.marketing)
        try await example.records.move(told, from: told.version, "close", by: example.marketing)
        #expect(try await example.find(.adjustmentPlan, 1).state == "closed")
    }
}
