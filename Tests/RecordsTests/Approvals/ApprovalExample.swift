import Kernel
import Store
import TestKit
import Testing

@testable import Records

extension RecordType {
    /// A spend request: nothing makes it active but an approval.
    static let spend = RecordType(
        "spend", Text(zh: "费用申请", en: "Spend request"), prefix: "SP", resource: .budget, rows: ["BU-06"],
        meaning: Text(zh: "一笔费用。", en: "One expense."),
        fields: [RecordField("amount", Text(zh: "金额", en: "Amount"), .money, required: true)],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "草稿", en: "Draft")),
                RecordState("active", Text(zh: "已批准", en: "Approved"), .good, isLocked: true),
            ],
            moves: [StateMove("approve", Text(zh: "批准", en: "Approve"), from: ["draft"], to: "active", approval: true)])
    )
}

/// A requester, four who may decide, and routes by amount: above 50,000 yuan an executive decides after finance.
struct ApprovalExample {
    let clock = VirtualClock(at: Instant(seconds: 1_800_000_000))
    let store: Store
    let records: RecordStore
    let approvals: ApprovalStore
    let accounts: AccountStore
    let asker: RecordAuthor
    let finance: [RecordAuthor]
    let executives: [RecordAuthor]

    init(financeRule: ApprovalRule = .all, hours: Int? = 48) async throws {
        store = try Store(inMemory: clock.clock)
        records = try RecordStore(
            store, RecordCatalog([.spend, .committee]), currency: .cny, metrics: { _ in false }, regions: { _ in false }
        )
        approvals = ApprovalStore(records, zone: try #require(BusinessZone("Asia/Shanghai")))
        accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        let accounts = accounts
        func author(_ name: String, _ role: Role) async throws -> RecordAuthor {
            RecordAuthor(
                try await accounts.add(
                    AccountDraft(name: name, roles: [role]), password: "correct horse 9", by: .commandLine))
        }
        asker = try await author("asker", .marketing)
        finance = [try await author("finance 1", .finance), try await author("finance 2", .finance)]
        executives = [try await author("executive 1", .executive), try await author("executive 2", .executive)]
        let first = ApprovalStep(
            Text(zh: "财务", en: "Finance"), .role(.finance), financeRule, hours: hours, escalation: .role(.executive))
        let second = ApprovalStep(Text(zh: "副总裁", en: "VP"), .role(.executive), .any)
        try await approvals.add(
            ApprovalRouteDraft("large", when: .init("amount", atLeast: 5_000_001), [first, second]), of: .spend,
            by: .system)
        try await approvals.add(ApprovalRouteDraft("small", [first]), of: .spend, by: .system)
    }

    func id(_ author: RecordAuthor) -> Int64 { author.account?.id ?? 0 }

    /// A new request over so many yuan.
    func request(yuan: Int64) async throws -> (record: Record, request: ApprovalRequest) {
        let record = try await records.create(.spend, ["title": .text("物料"), "amount": .whole(yuan * 100)], by: asker)
        return (record, try await approvals.request("approve", of: record, from: 1, note: "", by: asker))
    }

    func state(_ record: Record) async throws -> String {
        try await records.find(.spend, number: record.number, for: .system).state
    }
}
