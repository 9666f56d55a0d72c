import GRDB
import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

/// The handbook: frozen when asked for, published under a number, compared, read, and seen no further than rights go.
@Suite struct HandbookTests {
    let time = VirtualClock(at: Instant(seconds: 1_800_000_000))
    let store: Store
    let records: RecordStore
    let approvals: ApprovalStore
    let handbooks: HandbookStore
    let marketing: RecordAuthor
    let executive: RecordAuthor
    let service: RecordAuthor
    let east: RecordAuthor
    let dealer: RecordAuthor
    /// Still a draft, and so in no handbook.
    let goal: Int64

    init() async throws {
        store = try Store(inMemory: time.clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { Metric.named($0) != nil },
            regions: { _ in true })
        approvals = ApprovalStore(records, zone: .utc)
        handbooks = HandbookStore(records)
        let accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        func account(_ name: String, _ role: Role, _ regions: Set<String> = [], _ dealers: Set<String> = [])
            async throws -> RecordAuthor
        {
            let draft = AccountDraft(name: name, roles: [role], regions: regions, dealers: dealers)
            return RecordAuthor(try await accounts.add(draft, password: "correct horse 9", by: .commandLine))
        }
        marketing = try await account("林静", .marketing)
        executive = try await account("陈总", .executive)
        service = try await account("小赵", .service)
        east = try await account("华东经理", .regionManager, ["east"])
        dealer = try await account("经销商甲", .dealer, [], ["D1"])
        goal = try await records.create(.goal, ["title": .text("草稿"), "family": .text("sales")], by: marketing).id
        for (title, region) in [("总部", nil), ("华东", "east"), ("华南", "south")] as [(String, String?)] {
            var values: RecordValues = ["title": .text(title), "kind": .text("competition"), "likelihood": .whole(3)]
            values["reserve"] = .whole(1_000_000)
            try await records.create(.risk, values, by: marketing)
            var plan: RecordValues = ["title": .text("\(title)方案"), "year": .number(2027)]
            plan["region"] = region.map { .text($0) }
            let made = try await records.create(.regionPlan, plan, by: marketing)
            try await force(made, "approve")
        }
    }

    /// Moves with whatever the type demands, by an approval where it needs one.
    private func force(_ record: Records.Record, _ move: String) async throws {
        let owner = try #require(marketing.account).id
        let needs = record.type.states.moves.first { $0.id == move }?.needs ?? []
        var changes: [String: RecordValue?] = [:]
        for id in needs where record[id] == nil {
            guard let field = record.type.field(id) else { continue }
            switch field.kind {
            case .person: changes[id] = .whole(owner)
            case .money: changes[id] = .whole(1)
            case .links: changes[id] = .records([goal])
            default: changes[id] = .text("…")
            }
        }
        let ready = try await records.change(record, from: record.version, changes, by: marketing)
        let asked = try await approvals.request(move, of: ready, from: ready.version, note: "", by: marketing)
        try await approvals.decide(asked.id, .approve, by: executive)
    }

    private func draft(_ step: String) async throws -> Records.Record {
        try await records.create(
            .handbookVersion,
            [
                "title": .text("战略执行手册"), "step": .text(step), "department": .text("marketing"),
                "effective_on": .day(Day(daysSince1970: 20_900)), "change_points": .text("更新风险"),
                "scope": .text("全员"), "owner": .whole(try #require(marketing.account).id), "read_days": .number(2),
            ], by: marketing)
    }

    private func publish(_ step: String) async throws -> Records.Record {
        let record = try await draft(step)
        let asked = try await approvals.request(
            "publish", of: record, from: record.version, note: "", by: marketing)
        try await approvals.decide(asked.id, .approve, by: executive)
        return try await records.find(.handbookVersion, number: record.number, for: .system)
    }

    private func published(_ record: Records.Record) async throws -> HandbookContent {
        try await store.read { try handbooks.published($0, record) }
    }

    private func titles(_ content: HandbookContent) -> Set<String> {
        Set(content.chapters.flatMap(\.groups).flatMap(\.items).map(\.title))
    }

    @Test("AD-08 versions are numbered 1.0, 1.1, 2.0; each supersedes the one before")
    func numbers() async throws {
        for step in ["minor", "minor", "major"] { _ = try await publish(step) }
        let editions = try await store.read { try handbooks.editions($0, for: .system) }
        #expect(editions.map(\.number.description) == ["2.0", "1.1", "1.0"])
        #expect(editions.map(\.record.state) == ["published", "superseded", "superseded"])
        await #expect(throws: HandbookProblem.notByHand) {
            try await records.move(
                editions[0].record, from: editions[0].record.version, "supersede", by: marketing)
        }
    }

    @Test("AD-08 what is published is what stood there when approval was asked for, and nobody can alter it")
    func frozen() async throws {
        let record = try await draft("major")
        let asked = try await approvals.request(
            "publish", of: record, from: record.version, note: "", by: marketing)
        let risk = try await records.find(.risk, number: 1, for: .system)
        try await records.change(risk, from: 1, ["title": .text("后来改的")], by: marketing)
        try await approvals.decide(asked.id, .approve, by: executive)
        let content = try await published(record)
        #expect(titles(content) == ["总部", "华东", "华南", "总部方案", "华东方案", "华南方案"])
        for sql in [
            "UPDATE handbook_edition SET body = '{}'", "DELETE FROM handbook_edition",
            "UPDATE handbook_release SET major = 9", "DELETE FROM handbook_release",
        ] {
            await #expect(throws: (any Error).self) { try await store.write { try $0.execute(sql: sql) } }
        }
    }

    @Test("AD-08 the difference of two versions is exactly what was planted: one changed, one new, one gone")
    func differences() async throws {
        let first = try await publish("major")
        let risk = try await records.find(.risk, number: 1, for: .system)
        try await records.change(risk, from: 1, ["likelihood": .whole(5)], by: marketing)
        let gone = try await records.find(.risk, number: 2, for: .system)
        try await records.setArchived(true, gone, from: 1, by: marketing)
        try await records.create(.risk, ["title": .text("新风险"), "kind": .text("competition")], by: marketing)
        let second = try await publish("minor")
        let comparison = HandbookComparison(from: try await published(first), to: try await published(second))
        #expect(
            comparison.changes.map { "\($0.kind) \($0.code)" } == ["changed RISK-1", "added RISK-4", "removed RISK-2"])
        #expect(
            comparison.changes[0].facts.map { "\($0.name.en) \($0.before?.en ?? "") \($0.after?.en ?? "")" } == [
                "Likelihood 3 5"
            ])
        let same = HandbookComparison(from: try await published(second), to: try await published(second))
        #expect(same.changes.isEmpty)
    }

    @Test("WF-07 a region manager reads his own region's plans only, and fields and kinds as far as rights go")
    func rights() async throws {
        let content = try await published(try await publish("major"))
        func seen(_ reader: RecordAuthor) -> Set<String> { titles(content.shown(to: reader, records.catalog)) }
        #expect(seen(marketing).count == 6)
        #expect(seen(east) == ["总部", "华东", "华南", "总部方案", "华东方案"])
        #expect(seen(dealer).isDisjoint(with: ["总部", "华东", "华南"]) && !seen(dealer).contains("华南方案"))
        let budget = try await records.create(
            .budgetRule, ["title": .text("审批限额"), "single_limit": .whole(5_000_000)], by: marketing)
        try await records.move(budget, from: 1, "activate", by: marketing)
        let next = try await published(try await publish("minor"))
        #expect(titles(next).contains("审批限额"))
        #expect(!titles(next.shown(to: service, records.catalog)).contains("审批限额"))
    }

    @Test(
        "AD-08 everybody who may see plans is asked to read; reminders come once a day after the deadline until she confirms"
    )
    func reading() async throws {
        let record = try await publish("major")
        func readings() async throws -> [HandbookReading] {
            try await store.read { try handbooks.readings($0, record) }
        }
        #expect(Set(try await readings().map(\.name)) == ["林静", "陈总", "小赵", "华东经理"])
        func days(_ count: Int) async throws {
            for _ in 0..<(count * 4) {
                time.advance(by: .seconds(6 * 3_600))
                for _ in 0..<2 {
                    _ = await Scheduler(store, tasks: [HandbookStore.reminding(store)]) { _, _ in }.tick()
                }
            }
        }
        let account = try #require(service.account).id
        try await days(2)
        #expect(try await readings().allSatisfy { $0.reminders == 0 })
        #expect(try await handbooks.reminder(for: account) == nil)
        try await days(3)
        let reminded = try await readings()
        #expect(Set(reminded.map(\.reminders)) == [3])
        #expect(try await handbooks.reminder(for: account)?.record == record.number)
        try await handbooks.confirm(record, by: service)
        let first = try #require(try await readings().first { $0.account == account }?.confirmedAt)
        try await days(1)
        try await handbooks.confirm(record, by: service)
        let after = try await readings()
        #expect(after.first { $0.account == account }?.confirmedAt == first)
        #expect(after.first { $0.account == account }?.reminders == 3)
        #expect(after.filter { $0.account != account }.allSatisfy { $0.reminders == 4 })
        #expect(try await handbooks.reminder(for: account) == nil)
    }
}
