import Kernel
import Records
import Store
import TestKit
import Warehouse

@testable import Planning

/// A company with a budget of 10,000 yuan a year, somebody who asks, finance and management.
struct BudgetExample {
    let clock = VirtualClock(at: Instant(seconds: 1_800_000_000))
    let store: Store
    let records: RecordStore
    let approvals: ApprovalStore
    let asker: RecordAuthor
    let other: RecordAuthor
    let finance: RecordAuthor
    let executive: RecordAuthor
    let budget: Record

    init(total yuan: Int64 = 10_000) async throws {
        store = try Store(inMemory: clock.clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { Metric.named($0) != nil },
            regions: { _ in false })
        approvals = ApprovalStore(records, zone: .utc)
        let accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        func author(_ name: String, _ role: Role) async throws -> RecordAuthor {
            RecordAuthor(
                try await accounts.add(
                    AccountDraft(name: name, roles: [role], regions: []), password: "correct horse 9", by: .commandLine)
            )
        }
        asker = try await author("林静", .marketing)
        other = try await author("王磊", .marketing)
        finance = try await author("周敏", .finance)
        executive = try await author("陈总", .executive)
        budget = try await records.create(.budget, Self.values(yuan), by: asker)
    }

    static func values(_ yuan: Int64, parent: Record? = nil) -> RecordValues {
        var values: RecordValues = [
            "title": .text("2026 年度预算"), "kind": .text("annual"), "starts_on": .day(Day(daysSince1970: 20_454)),
            "ends_on": .day(Day(daysSince1970: 20_818)), "total": .whole(yuan * 100), "method": .text("zero_based"),
        ]
        values["parent"] = parent.map { .whole($0.id) }
        return values
    }

    @discardableResult
    func line(_ module: String, _ yuan: Int64, _ codes: [String: String] = [:], of budget: Record? = nil) async throws
        -> Record
    {
        var values: RecordValues = [
            "title": .text(module), "budget": .whole((budget ?? self.budget).id), "module": .text(module),
            "planned": .whole(yuan * 100), "metric": .text("revenue"),
        ]
        for (field, code) in codes { values[field] = .text(code) }
        return try await records.create(.budgetLine, values, by: asker)
    }

    func fresh(_ record: Record) async throws -> Record {
        try await records.find(record.type, number: record.number, for: .system)
    }

    /// The budget approved by finance and management.
    func putIntoForce() async throws {
        let current = try await fresh(budget)
        let request = try await approvals.request("approve", of: current, from: current.version, note: "", by: asker)
        try await approvals.decide(request.id, .approve, by: finance)
        try await approvals.decide(request.id, .approve, by: executive)
    }

    func spend(_ line: Record, _ yuan: Int64, supplier: String = "蓝海传媒", by author: RecordAuthor? = nil) async throws
        -> Record
    {
        try await records.create(
            .spendRequest,
            [
                "title": .text("投放"), "line": .whole(line.id), "amount": .whole(yuan * 100),
                "supplier": .text(supplier), "purpose": .text("拉新"),
            ], by: author ?? asker)
    }

    func ask(_ move: String, _ record: Record, by author: RecordAuthor? = nil) async throws -> ApprovalRequest {
        try await approvals.request(move, of: record, from: record.version, note: "", by: author ?? asker)
    }

    func position(_ line: Record) async throws -> LinePosition? {
        try await store.read { [records] in try BudgetStore($0, records).position(line.id)?.position }
    }
}
