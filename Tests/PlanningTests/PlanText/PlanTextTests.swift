import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

/// The plan as text: what a changed text would do, and the change request that it becomes.
@Suite struct PlanTextTests {
    let example: PlanTextExample

    init() async throws {
        example = try await PlanTextExample()
        try await example.plan()
    }

    private func codes(_ outcome: PlanOutcome) -> [String] { outcome.refused.map { "\($0.key) \($0.problem.code)" } }

    @Test("S-11 the text of the plan, taken as it is, asks for nothing")
    func unchanged() async throws {
        let text = try await example.text()
        let outcome = try await example.texts.rehearse(text, by: .commandLine)
        #expect(outcome.isEmpty && outcome.refused.isEmpty && outcome.unchanged == text.count && text.count == 6)
    }

    @Test("S-11 a changed text shows what it does to goals, money and dates, and changes nothing")
    func effect() async throws {
        let text = try await example.text()
            .setting("GOAL-1", "target", .one("132000000")).setting("GOAL-1", "due_on", .one("2027-11-30"))
            .setting("BL-1", "planned", .one("55万")).setting("BL-2", "note", .one("按季复盘"))
        let outcome = try await example.texts.rehearse(text, by: .commandLine)
        let effect = PlanEffect(outcome, currency: .cny)
        let goal = try #require(effect.lines[.goals]?.first)
        #expect(goal.code == "GOAL-1" && goal.difference?.en == "+12000000 (+10%)")
        #expect(effect.lines[.dates]?.first?.difference?.en == "-31 d")
        #expect(effect.lines[.money]?.first?.difference?.en == "-50000.00")
        #expect(effect.planned == (100_000_000, 95_000_000))
        #expect(effect.lines[.others]?.first?.field.id == "note")
        #expect(effect.words(in: .en).contains("Goals") && effect.words(in: .zh).contains("\n日期"))
        #expect(try await example.find(.goal, 1)["target"] == .number(120_000_000))
        #expect(try await example.find(.goal, 1).version == 1)
    }

    @Test("BU-01 a line and its budget raised in one text are taken in either order; the line alone is refused")
    func order() async throws {
        let text = try await example.text()
        let alone = text.setting("BL-1", "planned", .one("700000"))
        let refused = try await example.texts.rehearse(alone, by: .commandLine)
        #expect(refused.isEmpty && refused.refused.map(\.key) == ["BL-1"])
        let both = PlanText(alone.setting("BUD-1", "total", .one("1100000")).sections.reversed())
        let taken = try await example.texts.rehearse(both, by: .commandLine)
        #expect(taken.refused.isEmpty && taken.changed.count == 2)
    }

    @Test("NF-03 a record that was changed after the export is refused by itself; the others are taken")
    func stale() async throws {
        let text = try await example.text()
        let goal = try await example.find(.goal, 2)
        try await example.records.change(goal, from: 1, ["target": .number(81_000_000)], by: example.marketing)
        let changed = text.setting("GOAL-1", "target", .one("1")).setting("GOAL-2", "title", .one("线上渠道"))
        let outcome = try await example.texts.rehearse(changed, by: .commandLine)
        #expect(codes(outcome) == ["GOAL-2 plan.stale"] && outcome.changed.map(\.before.code) == ["GOAL-1"])
        let said = outcome.refused[0].said
        #expect(said.zh.contains("林静") && said.en.contains("林静"))
    }

    @Test("S-11 wrong words of a text are refused one by one, each with its record and what to do")
    func wrong() async throws {
        let text = try await example.text()
            .setting("GOAL-1", "target", .one("many")).setting("GOAL-2", "parent", .one("GOAL-99"))
            .setting("BL-1", "planned", .one("1.234")).setting("BL-2", "colour", .one("red"))
            .adding("goal", "GOAL-77", ["title": "无此编号"]).adding("nothing", "x", [:])
            .adding("goal", "new-1", ["title": "缺类别"])
        let outcome = try await example.texts.rehearse(text, by: .commandLine)
        #expect(outcome.isEmpty)
        #expect(
            Set(codes(outcome)) == [
                "GOAL-1 record.fields", "GOAL-2 record.fields", "BL-1 record.fields", "BL-2 plan.unknown_field",
                "GOAL-77 plan.unknown_record", "nothing plan.unknown_type", "new-1 record.fields",
            ])
    }

    @Test("S-11 new records may name each other, also in a ring")
    func ring() async throws {
        let text = PlanText()
            .adding("goal", "new-goal", ["title": "新目标", "family": "brand", "strategy": "new-plan"])
            .adding("strategy_plan", "new-plan", ["title": "新规划", "horizon": "annual", "priorities": "new-item"])
            .adding(
                "priority_item", "new-item", ["title": "新事项", "kind": "move", "horizon": "short", "goals": "new-goal"])
        let outcome = try await example.texts.rehearse(text, by: .commandLine)
        #expect(outcome.refused.isEmpty && outcome.made.count == 3)
        let made = Dictionary(uniqueKeysWithValues: outcome.made.map { ($0.key, $0.record) })
        #expect(made["new-goal"]?["strategy"] == made["new-plan"].map { .whole($0.id) })
        #expect(made["new-plan"]?["priorities"] == made["new-item"].map { .records([$0.id]) })
        #expect(made["new-item"]?["goals"] == made["new-goal"].map { .records([$0.id]) })
    }

    @Test("WF-07 a text is taken with the rights of who asks: service may not change goals, finance not the strategy")
    func rights() async throws {
        let text = try await example.text().setting("GOAL-1", "target", .one("1"))
        let outcome = try await example.texts.rehearse(text, by: example.service)
        #expect(codes(outcome) == ["GOAL-1 access.forbidden"])
        let money = try await example.text().setting("BL-1", "planned", .one("590000"))
        #expect(try await example.texts.rehearse(money, by: example.finance).refused.isEmpty)
    }
}
