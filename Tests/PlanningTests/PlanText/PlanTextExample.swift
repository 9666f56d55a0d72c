import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

/// A company with people of real roles and a small plan: a strategy, two goals, a budget with two lines.
struct PlanTextExample {
    let records: RecordStore
    let approvals: ApprovalStore
    let texts: PlanTextStore
    let marketing: RecordAuthor
    let executive: RecordAuthor
    let finance: RecordAuthor
    let service: RecordAuthor

    init() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { Metric.named($0) != nil },
            regions: { _ in true })
        approvals = ApprovalStore(records, zone: .utc)
        texts = PlanTextStore(records)
        let accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        func account(_ name: String, _ role: Role) async throws -> RecordAuthor {
            RecordAuthor(
                try await accounts.add(
                    AccountDraft(name: name, roles: [role], regions: []), password: "correct horse 9", by: .commandLine)
            )
        }
        marketing = try await account("林静", .marketing)
        executive = try await account("陈总", .executive)
        finance = try await account("王会计", .finance)
        service = try await account("客服小赵", .service)
    }

    /// Somebody more.
    func person(_ name: String, _ role: Role, regions: [String] = []) async throws -> RecordAuthor {
        let accounts = AccountStore(records.store, hasher: PasswordHasher(cost: .least))
        let draft = AccountDraft(name: name, roles: [role], regions: Set(regions))
        return RecordAuthor(try await accounts.add(draft, password: "correct horse 9", by: .commandLine))
    }

    /// GOAL-1 (120,000,000 by 2027-12-31) and GOAL-2 beneath it, BUD-1 of 1,000,000.00 with BL-1 and BL-2.
    func plan() async throws {
        let owner = try #require(marketing.account).id
        let end = try #require(Day("2027-12-31"))
        let start = try #require(Day("2027-01-01"))
        let strategy = try await records.create(
            .strategyPlan, ["title": .text("三年规划"), "horizon": .text("three_years")], by: marketing)
        let top = try await records.create(
            .goal,
            [
                "title": .text("全年净销售额"), "family": .text("sales"), "metric": .text("revenue"),
                "baseline": .number(100_000_000), "target": .number(120_000_000), "strategy": .whole(strategy.id),
                "feasibility": .text("试点增长 25%\n老客占比提升"), "owner": .whole(owner), "due_on": .day(end),
            ], by: marketing)
        try await records.create(
            .goal,
            ["title": .text("线上"), "family": .text("sales"), "parent": .whole(top.id), "target": .number(80_000_000)],
            by: marketing)
        let budget = try await records.create(
            .budget,
            [
                "title": .text("2027 预算"), "kind": .text("annual"), "starts_on": .day(start), "ends_on": .day(end),
                "total": .whole(100_000_000), "method": .text("zero_based"),
            ], by: marketing)
        for (title, amount) in [("投放", 60_000_000), ("内容", 40_000_000)] as [(String, Int64)] {
            try await records.create(
                .budgetLine,
                [
                    "title": .text(title), "budget": .whole(budget.id), "module": .text("digital"),
                    "planned": .whole(amount), "metric": .text("revenue"),
                ], by: marketing)
        }
    }

    func text(_ types: [RecordType] = [.strategyPlan, .goal, .budget, .budgetLine]) async throws -> PlanText {
        try await texts.text(of: types)
    }

    func find(_ type: RecordType, _ number: Int64) async throws -> Record {
        try await records.find(type, number: number, for: .system)
    }
}

extension PlanText {
    /// The text with one field of one record written differently.
    func setting(_ key: String, _ field: String, _ content: Content) -> PlanText {
        PlanText(
            sections.map { section in
                Section(
                    type: section.type,
                    entries: section.entries.map { entry in
                        guard entry.key == key else { return entry }
                        let others = entry.fields.filter { $0.id != field }
                        return Entry(
                            key: key, version: entry.version, state: entry.state,
                            fields: others + [Field(field, content)], line: entry.line)
                    })
            })
    }

    func adding(_ type: String, _ key: String, _ fields: [String: String]) -> PlanText {
        let entry = Entry(
            key: key, version: nil, state: nil,
            fields: fields.sorted { $0.key < $1.key }.map { Field($0.key, .one($0.value)) })
        return PlanText([Section(type: type, entries: [entry])] + sections)
    }
}
