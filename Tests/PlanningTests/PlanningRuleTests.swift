import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

/// What the declared processes allow and refuse, with people of real roles.
@Suite struct PlanningRuleTests {
    private let records: RecordStore
    private let approvals: ApprovalStore
    private let marketing: RecordAuthor
    private let executive: RecordAuthor
    private let owner: Int64

    init() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { Metric.named($0) != nil },
            regions: { _ in false })
        approvals = ApprovalStore(records, zone: .utc)
        let accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        func account(_ name: String, _ role: Role) async throws -> Account {
            try await accounts.add(
                AccountDraft(name: name, roles: [role], regions: []), password: "correct horse 9", by: .commandLine)
        }
        let writer = try await account("林静", .marketing)
        marketing = RecordAuthor(writer)
        executive = RecordAuthor(try await account("陈总", .executive))
        owner = writer.id
    }

    /// That `act` is refused because this field is empty.
    private func expectNeed(_ field: String, of record: Record, _ act: () async throws -> Void) async throws {
        let name = try #require(record.type.field(field)?.name)
        do {
            try await act()
            Issue.record("\(field) was not asked for")
        } catch RecordProblem.moveNeeds(_, let fields) {
            #expect(fields == [name])
        }
    }

    private func smartGoal() async throws -> RecordValues {
        let plan = try await records.create(
            .strategyPlan, ["title": .text("三年规划"), "horizon": .text("three_years")], by: marketing)
        return [
            "title": .text("复购率提升"), "family": .text("customer"), "metric": .text("repurchase_rate"),
            "baseline": .number(22),
            "target": .number(28), "feasibility": .text("试点提升 4 个百分点"), "strategy": .whole(plan.id),
            "owner": .whole(owner),
            "due_on": .day(Day(daysSince1970: 21_000)),
        ]
    }

    @Test(
        "S-06 a goal cannot become active while one of the SMART fields is empty",
        arguments: ["metric", "baseline", "target", "feasibility", "strategy", "owner", "due_on"])
    func smart(_ field: String) async throws {
        var values = try await smartGoal()
        values[field] = nil
        let goal = try await records.create(.goal, values, by: marketing)
        try await expectNeed(field, of: goal) {
            try await approvals.request("activate", of: goal, from: 1, note: "", by: marketing)
        }
    }

    @Test("S-06 a complete goal is activated by somebody else's approval, never by a move alone; a missed one says why")
    func activation() async throws {
        let goal = try await records.create(.goal, try await smartGoal(), by: marketing)
        await #expect { try await records.move(goal, from: 1, "activate", by: marketing) } throws: {
            if case ApprovalProblem.needsRequest = $0 { true } else { false }
        }
        let request = try await approvals.request("activate", of: goal, from: 1, note: "年度目标", by: marketing)
        await #expect(throws: ApprovalProblem.self) { try await approvals.decide(request.id, .approve, by: marketing) }
        try await approvals.decide(request.id, .approve, by: executive)
        let active = try await records.find(.goal, number: goal.number, for: marketing)
        #expect(active.state == "active")
        await #expect(throws: RecordProblem.self) {
            try await records.move(active, from: active.version, "miss", by: marketing)
        }
        let missed = try await records.move(active, from: active.version, "miss", reason: "上游断供两个月", by: marketing)
        #expect(missed.isLocked)
    }

    @Test(
        "S-10 an advantage is proven only with a measured value, its source and a day of review",
        arguments: ["value", "source", "review_on"])
    func proof(_ field: String) async throws {
        var values: RecordValues = [
            "title": .text("核心专利"), "kind": .text("technology"), "value": .number(27), "source": .text("知识产权局检索"),
            "review_on": .day(Day(daysSince1970: 21_000)),
        ]
        values[field] = nil
        let advantage = try await records.create(.competitiveAdvantage, values, by: marketing)
        try await expectNeed(field, of: advantage) {
            try await records.move(advantage, from: 1, "prove", by: marketing)
        }
    }

    @Test("BR-01 a content item without a sub-theme is not taken")
    func subTheme() async throws {
        let values: RecordValues = [
            "title": .text("一周实测"), "kind": .text("seeding"), "form": .text("video"),
            "platforms": .codes(["xiaohongshu"]),
        ]
        await #expect { try await records.create(.contentItem, values, by: marketing) } throws: {
            if case RecordProblem.fields(let troubles) = $0 { troubles.map(\.field) == ["sub_theme"] } else { false }
        }
    }

    @Test("M-01, S-08, S-06 from a factor of the market one walks along links to the goal that answers it")
    func chain() async throws {
        let today = Day(daysSince1970: 20_700)
        try await records.takeStarter(.priorityItem, in: .zh, on: today, by: marketing)
        let cards = try await records.list(.pestCard, RecordQuery(), for: marketing).records
        let ageing = try #require(cards.first { $0.title.contains("银发经济") })
        let (entries, items) = try await records.store.read { db in
            let entries = try records.incoming(db, ageing, for: marketing)
            return (entries, try entries.flatMap { try records.incoming(db, $0, for: marketing) })
        }
        #expect(entries.map(\.type.id) == ["swot_entry"] && items.map(\.type.id) == ["priority_item"])
        let repurchase = try await records.list(.priorityItem, RecordQuery(), for: marketing).records.first {
            $0["goals"] != nil
        }
        guard case .records(let goals) = try #require(repurchase)["goals"] else {
            throw RecordProblem.unknownRecord("goals")
        }
        let goal = try await records.list(.goal, RecordQuery(), for: marketing).records.first { $0.id == goals[0] }
        #expect(goal?["metric"] == .text("repurchase_rate") && goal?["strategy"] != nil)
    }

    @Test("the ways between types are there: what one is made from, and what follows from it")
    func links() throws {
        func into(_ type: String) -> Set<String> { Set(records.catalog.links(to: type).map(\.type.id)) }
        #expect(
            into("persona").isSuperset(of: [
                "value_proposition", "content_item", "sub_theme", "research_note", "product_action",
            ]))
        #expect(
            into("competitor").isSuperset(of: [
                "competitor_product", "competitor_sign", "five_forces_sheet", "segment_choice",
            ]))
        #expect(into("response_playbook") == ["competitor_sign"])
        #expect(into("risk").isSuperset(of: ["incident", "incident_review", "overseas_market", "roadmap_item"]))
        #expect(
            into("emergency_plan").isSuperset(of: [
                "risk", "emergency_step", "incident", "incident_review", "sop_template",
            ]))
        #expect(
            into("goal").isSuperset(of: [
                "goal", "objective", "priority_item", "region_plan", "risk", "shared_decision",
            ]))
        #expect(
            into("governance_body").isSuperset(of: ["body_seat", "strategy_plan", "shared_decision", "emergency_plan"]))
    }
}
