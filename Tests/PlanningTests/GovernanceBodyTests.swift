import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

/// Committees that are declared as records decide steps of approvals.
@Suite struct GovernanceBodyTests {
    private let clock = VirtualClock(at: Instant(seconds: 1_800_000_000))
    private let store: Store
    private let records: RecordStore
    private let approvals: ApprovalStore
    private let accounts: AccountStore
    private let asker: RecordAuthor
    private let sales: RecordAuthor
    private let finance: RecordAuthor
    private let marketing: RecordAuthor
    private let body: Record

    init() async throws {
        store = try Store(inMemory: clock.clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { Metric.named($0) != nil },
            regions: { _ in false })
        approvals = ApprovalStore(records, zone: .utc, bodies: .governance)
        let accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        self.accounts = accounts
        func author(_ name: String, _ role: Role) async throws -> RecordAuthor {
            RecordAuthor(
                try await accounts.add(
                    AccountDraft(name: name, roles: [role], regions: []), password: "correct horse 9", by: .commandLine)
            )
        }
        asker = try await author("林静", .marketing)
        marketing = try await author("赵敏", .marketing)
        sales = try await author("王磊", .sales)
        finance = try await author("周敏", .finance)
        body = try await records.create(
            .governanceBody,
            [
                "title": .text("营销委员会"), "remit": .text("联合评审"), "cadence": .text("monthly"), "quorum": .number(1),
                "decision_rule": .text("each_function"), "hours_to_decide": .number(72),
            ], by: asker)
        try await seat("市场负责人", "marketing", marketing, "chair")
        try await seat("销售负责人", "sales", sales)
        try await seat("财务负责人", "finance", finance)
        try await approvals.add(
            ApprovalRouteDraft(
                "委员会", [ApprovalStep(Text(zh: "联合评审", en: "Joint review"), .body(body.id))]), of: .strategicBucket,
            by: .commandLine)
    }

    @discardableResult
    private func seat(
        _ title: String, _ department: String, _ member: RecordAuthor?, _ part: String = "member",
        deputy: RecordAuthor? = nil
    ) async throws -> Record {
        var values: RecordValues = [
            "title": .text(title), "body": .whole(body.id), "department": .text(department), "part": .text(part),
            "has_vote": .flag(true),
        ]
        values["member"] = member?.account.map { .whole($0.id) }
        values["deputy"] = deputy?.account.map { .whole($0.id) }
        return try await records.create(.bodySeat, values, by: asker)
    }

    private func bucket() async throws -> Record {
        try await records.create(
            .strategicBucket,
            [
                "title": .text("突破性项目"), "policy": .text("2027"), "year": .number(2027),
                "planned_share": .number(0.7), "definition": .text("新品类"),
            ], by: asker)
    }

    private func ask(_ record: Record, by author: RecordAuthor? = nil) async throws -> ApprovalRequest {
        try await approvals.request("approve", of: record, from: record.version, note: "", by: author ?? asker)
    }

    private func expect(_ trouble: ApprovalProblem.BodyTrouble, _ act: () async throws -> some Any) async {
        await #expect(throws: ApprovalProblem.bodyUnfit("营销委员会", trouble)) { _ = try await act() }
    }

    @Test("AD-07 marketing, sales and finance review together, and all of them must pass")
    func jointReview() async throws {
        let record = try await bucket()
        let request = try await ask(record)
        #expect(request.seats.map(\.name).sorted() == ["周敏", "王磊", "赵敏"])
        #expect(request.ballots.map(\.quorum) == [3] && request.ballots.first?.rule == .eachFunction)
        #expect(request.dueAt == Instant(seconds: 1_800_000_000 + 72 * 3_600))
        try await approvals.decide(request.id, .approve, by: sales)
        #expect(try await approvals.decide(request.id, .approve, by: finance).state == .open)
        #expect(try await approvals.decide(request.id, .approve, by: marketing).state == .approved)
        #expect(try await records.find(.strategicBucket, number: record.number, for: .system).state == "active")
    }

    @Test("S-05 who sits in the body and asks has no vote: her seat does not count")
    func ownRequest() async throws {
        let request = try await ask(try await bucket(), by: marketing)
        #expect(request.seats.map(\.name).sorted() == ["周敏", "王磊"])
        #expect(request.ballots.map(\.seats) == [2] && request.ballots.map(\.quorum) == [2])
        try await approvals.decide(request.id, .approve, by: sales)
        #expect(try await approvals.decide(request.id, .approve, by: finance).state == .approved)
    }

    @Test("S-05 an empty body, one whose quorum is out of reach, and one without a chair are named, with the way out")
    func unfit() async throws {
        let record = try await bucket()
        try await records.change(body, from: 1, ["quorum": .number(1.5)], by: asker)
        await expect(.quorum(needs: 5, has: 3, of: 3)) { try await ask(record) }
        try await records.change(
            body, from: 2, ["quorum": .number(0.5), "decision_rule": .text("chair")], by: asker)
        try await accounts.disable(marketing.account?.id ?? 0, by: .commandLine)
        await expect(.noChair) { try await ask(record) }
        for other in [sales, finance] { try await accounts.disable(other.account?.id ?? 0, by: .commandLine) }
        await expect(.empty) { try await ask(record) }
        let retired = try await records.move(body, from: 3, "retire", by: asker)
        await expect(.gone) { try await ask(record) }
        #expect(retired.state == "retired")
        let said = ApprovalProblem.bodyUnfit("营销委员会", .quorum(needs: 5, has: 3, of: 3)).text
        #expect(said.zh.contains("法定人数") && said.en.contains("quorum"))
    }

    @Test("S-05 a deputy votes for a member who is gone, a vacant function is named")
    func deputies() async throws {
        let seats = try await records.store.read { [records] in try records.all($0, .bodySeat) }
        let own = try #require(seats.first { $0.text("department") == "finance" })
        try await accounts.disable(finance.account?.id ?? 0, by: .commandLine)
        let record = try await bucket()
        await expect(.quorum(needs: 3, has: 2, of: 3)) { try await ask(record) }
        try await records.change(body, from: 1, ["quorum": .number(0.5)], by: asker)
        await expect(.vacant(seat: "财务负责人")) { try await ask(record) }
        let deputy = RecordAuthor(
            try await accounts.add(
                AccountDraft(name: "钱进", roles: [.finance], regions: []), password: "correct horse 9", by: .commandLine)
        )
        try await records.change(own, from: own.version, ["deputy": .whole(deputy.account?.id ?? 0)], by: asker)
        let request = try await ask(record)
        #expect(request.seats.first { $0.name == "钱进" }?.standsFor == "周敏")
    }

    @Test("S-05 a body without a quorum in time hands the matter up, and the body above decides by its own rule")
    func escalation() async throws {
        let above = try await records.create(
            .governanceBody,
            [
                "title": .text("战略委员会"), "remit": .text("战略"), "cadence": .text("on_demand"), "quorum": .number(0.5),
                "decision_rule": .text("majority"),
            ], by: asker)
        let executive = RecordAuthor(
            try await accounts.add(
                AccountDraft(name: "陈总", roles: [.executive], regions: []), password: "correct horse 9",
                by: .commandLine)
        )
        for (title, member) in [("总经理", executive), ("财务", finance)] {
            try await records.create(
                .bodySeat,
                [
                    "title": .text(title), "body": .whole(above.id), "part": .text("member"), "has_vote": .flag(true),
                    "member": .whole(member.account?.id ?? 0),
                ], by: asker)
        }
        try await records.change(body, from: 1, ["escalates_to": .whole(above.id)], by: asker)
        let request = try await ask(try await bucket())
        try await approvals.decide(request.id, .approve, by: finance)
        clock.advance(by: .seconds(72 * 3_600))
        #expect(try await approvals.tick().map(\.isEscalated) == [true])
        let called = try await records.store.read { [approvals] in try approvals.require($0, request.id) }
        #expect(called.ballots.map(\.name) == ["营销委员会", "战略委员会"])
        #expect(called.waits(for: finance.account?.id ?? 0), "the member of both decides in each")
        #expect(called.dueAt == Instant(seconds: 1_800_000_000 + (72 + 48) * 3_600))
        try await approvals.decide(request.id, .approve, by: executive)
        #expect(try await approvals.decide(request.id, .approve, by: finance).state == .approved)
    }

    @Test(
        "S-05, AD-07 a body that has handed its step up is overdue no more: a late vote counts as one vote, not as the end"
    )
    func handedUp() async throws {
        var people: [RecordAuthor] = []
        for name in ["孙倩", "李强"] {
            let draft = AccountDraft(name: name, roles: [.sales], regions: [])
            people.append(
                RecordAuthor(try await accounts.add(draft, password: "correct horse 9", by: .commandLine)))
            try await seat(name, "sales", people.last)
        }
        let above = try await records.create(
            .governanceBody,
            [
                "title": .text("战略委员会"), "remit": .text("战略"), "cadence": .text("monthly"),
                "decision_rule": .text("unanimous"), "quorum": .number(1),
            ], by: asker)
        for (title, member) in [("总经理", finance), ("销售", sales)] {
            try await records.create(
                .bodySeat,
                [
                    "title": .text(title), "body": .whole(above.id), "part": .text("member"), "has_vote": .flag(true),
                    "member": .whole(member.account?.id ?? 0),
                ], by: asker)
        }
        try await records.change(
            body, from: 1,
            ["quorum": .number(0.6), "decision_rule": .text("majority"), "escalates_to": .whole(above.id)], by: asker)
        let request = try await ask(try await bucket())
        try await approvals.decide(request.id, .approve, by: people[0])
        try await approvals.decide(request.id, .reject, text: "太早", by: people[1])
        clock.advance(by: .seconds(72 * 3_600))
        #expect(try await approvals.tick().map(\.isEscalated) == [true])
        try await approvals.decide(request.id, .approve, by: marketing)
        // The body above lets its time pass, too.
        clock.advance(by: .seconds(60 * 86_400))
        #expect(try await approvals.tick().isEmpty)
        let now = try await records.store.read { [approvals] in try approvals.require($0, request.id) }
        #expect(now.state == .open, "two of five said yes, one no: two may still turn it")
        #expect(now.waits(for: sales.account?.id ?? 0))
    }

    @Test("bodies name each other in a ring: refused, with the way round")
    func ring() async throws {
        let other = try await records.create(
            .governanceBody,
            [
                "title": .text("甲"), "remit": .text("乙"), "cadence": .text("monthly"),
                "decision_rule": .text("majority"), "escalates_to": .whole(body.id),
            ], by: asker)
        await #expect {
            try await records.change(body, from: 1, ["escalates_to": .whole(other.id)], by: asker)
        } throws: {
            if case RecordProblem.fields(let troubles) = $0 {
                troubles[0].text.zh.contains("GOV-1 → GOV-2 → GOV-1")
            } else {
                false
            }
        }
    }
}
